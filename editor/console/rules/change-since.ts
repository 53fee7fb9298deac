/** Whole percent more (or less, negative) than before; undefined when there was nothing to compare with. */
export function changeSince(now: number, before: number): number | undefined {
  return before > 0 ? Math.round(((now - before) / before) * 100) : undefined
}
