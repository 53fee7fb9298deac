import { pageSlot } from '#model/schema.ts'
import type { NodeId } from '#model/ids.ts'
import type { MeasuredNode, Rect } from '#runtime/frame/protocol.ts'
import { refusalOfSlot, type Dragged, type DropRefusal, type DropTree, type SlotAddress } from './drop-tree.ts'
import { bottomOf, contains, middleOf, rightOf, type Point } from './geometry.ts'

/** The drop line, or the whole slot while it is empty; in the frame's pixels. */
export type DropMark =
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'box'; readonly rect: Rect }

export interface DropPlace extends SlotAddress {
  /** Counts the slot's children without the dragged one. */
  readonly index: number
  readonly mark: DropMark
  readonly refusal?: DropRefusal
}

export interface DropMap {
  readonly widthPx: number
  readonly heightPx: number
  find(id: NodeId): MeasuredNode | undefined
}

interface Slot extends SlotAddress {
  readonly rect: Rect
  readonly axis: 'vertical' | 'horizontal'
}

/** So near the edge of a container (of its height or width, and at most this), a drop means before or after it. */
const EDGE_PX = 12
const EDGE_SHARE = 0.25

/**
 * Where something dropped at this point would land. Pure: reads measured boxes, never the frame itself, so it costs
 * no message per pointer move.
 * @returns undefined outside the page; a place with `refusal` where the drop is not possible, so that it can say why
 */
export function findDropPlace(map: DropMap, tree: DropTree, point: Point, dragged: Dragged): DropPlace | undefined {
  const page: Rect = { x: 0, y: 0, width: map.widthPx, height: map.heightPx }
  if (!contains(page, point)) return undefined
  let slot: Slot = { parentId: tree.pageId, slot: pageSlot, rect: page, axis: 'vertical' }
  for (;;) {
    const inner = findInnerSlot(map, tree, slot, point, dragged)
    if (!inner) break
    slot = inner
    if (dragged.kind === 'node' && slot.parentId === dragged.id) break
  }
  return placeInSlot(map, tree, slot, point, dragged)
}

/** The slot of a child under the point, unless the point is on that child's rim. */
function findInnerSlot(map: DropMap, tree: DropTree, outer: Slot, point: Point, dragged: Dragged): Slot | undefined {
  for (const id of tree.children(outer.parentId, outer.slot)) {
    const node = map.find(id)
    if (!node || node.slots.length === 0 || !contains(node.rect, point)) continue
    const isItself = dragged.kind === 'node' && dragged.id === id
    if (!isItself && isOnRim(node.rect, outer.axis, point)) return undefined
    const under =
      node.slots.find(({ rect }) => contains(rect, point)) ?? (isItself ? undefined : nearestSlot(node, point))
    return under && { parentId: id, slot: under.name, rect: under.rect, axis: under.axis }
  }
  return undefined
}

function isOnRim(rect: Rect, axis: Slot['axis'], { x, y }: Point): boolean {
  const [start, length, at] = axis === 'vertical' ? [rect.y, rect.height, y] : [rect.x, rect.width, x]
  const edge = Math.min(EDGE_PX, length * EDGE_SHARE)
  return at < start + edge || at > start + length - edge
}

/** In the gap between two columns the nearer one is meant. */
function nearestSlot(node: MeasuredNode, point: Point): MeasuredNode['slots'][number] | undefined {
  const distance = (rect: Rect) => {
    const dx = Math.max(rect.x - point.x, 0, point.x - rightOf(rect))
    const dy = Math.max(rect.y - point.y, 0, point.y - bottomOf(rect))
    return dx * dx + dy * dy
  }
  return node.slots.reduce<MeasuredNode['slots'][number] | undefined>(
    (best, slot) => (best && distance(best.rect) <= distance(slot.rect) ? best : slot),
    undefined,
  )
}

function placeInSlot(map: DropMap, tree: DropTree, slot: Slot, point: Point, dragged: Dragged): DropPlace {
  const siblings = tree.children(slot.parentId, slot.slot)
  const others = siblings.flatMap((id) => {
    const node = dragged.kind === 'node' && id === dragged.id ? undefined : map.find(id)
    return node ? [{ id, rect: node.rect }] : []
  })
  const index = slot.axis === 'vertical' ? indexInColumn(others, point) : indexInRows(others, point)
  const { parentId, slot: name } = slot
  const address = { parentId, slot: name }
  const refusal =
    refusalOfSlot(tree, address, dragged) ??
    (isWhereItLies(tree, siblings, address, index, dragged) ? 'same-place' : undefined)
  const mark = markAt(
    slot,
    others.map(({ rect }) => rect),
    index,
  )
  return refusal ? { ...address, index, mark, refusal } : { ...address, index, mark }
}

function indexInColumn(others: readonly { readonly rect: Rect }[], { y }: Point): number {
  const after = others.findIndex(({ rect }) => y < middleOf(rect).y)
  return after === -1 ? others.length : after
}

/** Children beside each other may wrap: rows first, then along the row. */
function indexInRows(others: readonly { readonly rect: Rect }[], { x, y }: Point): number {
  for (let start = 0; start < others.length;) {
    let end = start + 1
    let bottom = bottomOf(others[start]!.rect)
    while (end < others.length && others[end]!.rect.y < bottom - 1)
      bottom = Math.max(bottom, bottomOf(others[end++]!.rect))
    if (y <= bottom || end === others.length) {
      const after = others.slice(start, end).findIndex(({ rect }) => x < middleOf(rect).x)
      return after === -1 ? end : start + after
    }
    start = end
  }
  return 0
}

function isWhereItLies(
  tree: DropTree,
  siblings: readonly NodeId[],
  to: SlotAddress,
  index: number,
  dragged: Dragged,
): boolean {
  if (dragged.kind === 'new') return false
  const now = tree.placeOf(dragged.id)
  return now?.parentId === to.parentId && now.slot === to.slot && siblings.indexOf(dragged.id) === index
}

/** How far a line keeps from the sides of its slot. */
const INSET_PX = 4

function markAt(slot: Slot, rects: readonly Rect[], index: number): DropMark {
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
