import type { Point } from '../canvas/geometry.ts'

/** So near an edge the canvas starts to move along, the faster the nearer. */
const ZONE_PX = 56
const FASTEST_PX_PER_FRAME = 18

/** How far to scroll this frame while something is dragged at `at`; positive is down. */
export function edgeScrollStep(
  at: Point,
  box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): number {
  if (at.x < box.left || at.x > box.right) return 0
  const intoTop = box.top + ZONE_PX - at.y
  const intoBottom = at.y - (box.bottom - ZONE_PX)
  const into = intoBottom > 0 ? intoBottom : intoTop > 0 ? -intoTop : 0
  return Math.sign(into) * Math.ceil(Math.min(1, Math.abs(into) / ZONE_PX) * FASTEST_PX_PER_FRAME)
}
