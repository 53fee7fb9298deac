import type { Rect } from '#runtime/frame/protocol.ts'
import { bottomOf, rightOf, type Point } from './geometry.ts'
import type { Slot } from './levels.ts'

/** The drop line, or the whole slot while it is empty; in the frame's pixels. */
export type DropMark =
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'box'; readonly rect: Rect }

/** How far a line keeps from the sides of its slot. */
const INSET_PX = 4

/**
 * What shows a place in a slot.
 * @param rects - of the slot's children, in order
 * @param index - before which of them
 */
export function markAt(slot: Pick<Slot, 'rect' | 'axis'>, rects: readonly Rect[], index: number): DropMark {
  const before = rects[index - 1]
  const after = rects[index]
  const { rect } = slot
  if (!before && !after) return { kind: 'box', rect }
  if (slot.axis === 'vertical') {
    const y = before && after ? (bottomOf(before) + after.y) / 2 : before ? bottomOf(before) : (after?.y ?? rect.y)
    return { kind: 'line', from: { x: rect.x + INSET_PX, y }, to: { x: rightOf(rect) - INSET_PX, y } }
  }
  const isNewRow = before && after && after.y >= bottomOf(before) - 1
  const beside = after && (!before || isNewRow) ? after : before
  const x =
    before && after && !isNewRow
      ? (rightOf(before) + after.x) / 2
      : after && beside === after
        ? after.x
        : rightOf(before ?? rect)
  const row = beside ?? rect
  return { kind: 'line', from: { x, y: row.y + INSET_PX }, to: { x, y: bottomOf(row) - INSET_PX } }
}
