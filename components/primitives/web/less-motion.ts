export function wantsLessMotion() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
