/** What is chosen by keyboard, in the tree or just placed may be out of sight; what is seen stays where it is. */
export function bringIntoSight(frame: HTMLElement | null): void {
  const stage = frame?.closest('[data-stage]')?.getBoundingClientRect()
  const box = frame?.getBoundingClientRect()
  if (!frame || !stage || !box) return
  const isSeen = box.bottom > stage.top + 40 && box.top < stage.bottom - 40
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
  if (!isSeen) frame.scrollIntoView({ block: 'center', behavior })
}
