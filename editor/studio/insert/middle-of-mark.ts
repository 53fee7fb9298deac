import type { DropMark } from '../canvas/find-drop-place.ts'
import { middleOf, type Point } from '../canvas/geometry.ts'

/** Half of the "+", so that it stays on the page at its very top and bottom. */
const KEEP_PX = 12

export function middleOfMark(mark: DropMark, pageHeightPx: number): Point {
  const middle =
    mark.kind === 'box' ? middleOf(mark.rect) : { x: (mark.from.x + mark.to.x) / 2, y: (mark.from.y + mark.to.y) / 2 }
  return { x: middle.x, y: Math.max(KEEP_PX, Math.min(middle.y, Math.max(pageHeightPx, KEEP_PX * 2) - KEEP_PX)) }
}
