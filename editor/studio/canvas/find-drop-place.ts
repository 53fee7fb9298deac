import type { NodeId } from '#model/ids.ts'
import type { MeasuredNode, Rect } from '#runtime/frame/protocol.ts'
import { leavingWith, liesAt, refusalOfSlot } from './drop-tree.ts'
import type { Dragged, DropRefusal, DropTree, SlotAddress } from './drop-tree.ts'
import { bottomOf, contains, rightOf, type Point } from './geometry.ts'
import { createLevels, pageLevel, type Levels, type Slot } from './levels.ts'
import { markAt, type DropMark } from './mark-at.ts'

export type { DropMark }

export interface DropPlace extends SlotAddress {
  /** Counts the slot's children without the dragged ones. */
  readonly index: number
  readonly mark: DropMark
  readonly refusal?: DropRefusal
}

export interface DropMap {
  readonly widthPx: number
  readonly heightPx: number
  readonly version?: number
  find(id: NodeId): MeasuredNode | undefined
}

/** So near the edge of a container (of its height or width, and at most this), a drop means before or after it. */
const EDGE_PX = 12
const EDGE_SHARE = 0.25

/**
 * Where something dropped at this point would land. Pure: reads measured boxes, never the frame itself, so it costs
 * no message per pointer move.
 * @param levels - made once per drag, for this `map`, `tree` and `dragged`: then a move costs a few looks, however many blocks there are
 * @returns undefined outside the page; a place with `refusal` where the drop is not possible, so that it can say why
 */
export function findDropPlace(
  map: DropMap,
  tree: DropTree,
  point: Point,
  dragged: Dragged,
  levels: Levels = createLevels(map, tree, leavingWith(dragged)),
): DropPlace | undefined {
  let slot = pageLevel(tree, map)
  if (!contains(slot.rect, point)) return undefined
  for (;;) {
    const inner = findInnerSlot(levels, slot, point, dragged)
    if (!inner) break
    slot = inner
    if (leavingWith(dragged).has(slot.parentId as NodeId)) break
  }
  return placeInSlot(levels, tree, slot, point, dragged)
}

/** The slot of a child under the point, unless the point is on that child's rim. */
function findInnerSlot(levels: Levels, outer: Slot, point: Point, dragged: Dragged): Slot | undefined {
  const node = levels
    .of(outer)
    .under(point)
    .find(({ slots }) => slots.length > 0)
  if (!node) return undefined
  const isItself = leavingWith(dragged).has(node.id)
  if (!isItself && isOnRim(node.rect, outer.axis, point)) return undefined
  const under =
    node.slots.find(({ rect }) => contains(rect, point)) ?? (isItself ? undefined : nearestSlot(node, point))
  return under && { parentId: node.id, slot: under.name, rect: under.rect, axis: under.axis }
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

function placeInSlot(levels: Levels, tree: DropTree, slot: Slot, point: Point, dragged: Dragged): DropPlace {
  const level = levels.of(slot)
  const address = { parentId: slot.parentId, slot: slot.slot }
  const index = level.indexAt(slot.axis, point)
  const refusal =
    refusalOfSlot(tree, address, dragged) ?? (liesAt(tree, address, index, dragged) ? 'same-place' : undefined)
  const mark = markAt(slot, level.others, index)
  return refusal ? { ...address, index, mark, refusal } : { ...address, index, mark }
}
