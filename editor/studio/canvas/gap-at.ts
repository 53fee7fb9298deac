import type { NodeId } from '#model/ids.ts'
import type { InserterView } from '#editor/state/view-state.ts'
import { draggedBlock, type DropTree } from './drop-tree.ts'
import { findDropPlace, type DropMap } from './find-drop-place.ts'
import type { Point } from './geometry.ts'
import { pageLevel, type Levels, type Slot } from './levels.ts'
import { markAt } from './mark-at.ts'

/** So near a block's edge (of its height or width, and at most this), the gap beside it is meant. */
const ZONE_PX = 10
const ZONE_SHARE = 0.2
/** Between blocks, where nothing else could be meant. */
const MARGIN_PX = 24

/** Stands for any block: where a gap is does not depend on what will come into it. */
const anything = draggedBlock('')

/** The gap between blocks that the point is in or near to; undefined in a block's middle, and in an empty slot, which has a sign of its own. */
export function gapAt(map: DropMap, tree: DropTree, point: Point, levels: Levels): InserterView | undefined {
  const place = findDropPlace(map, tree, point, anything, levels)
  if (!place || place.mark.kind === 'box') return undefined
  const { parentId, slot, index, mark } = place
  const isUpright = mark.from.x === mark.to.x
  const beside = levels.of(place).under(point).at(-1)?.rect
  const zone = beside ? Math.min(ZONE_PX, (isUpright ? beside.width : beside.height) * ZONE_SHARE) : MARGIN_PX
  const distance = Math.abs(isUpright ? point.x - mark.from.x : point.y - mark.from.y)
  return distance <= zone ? { to: { parentId, slot, index }, mark } : undefined
}

/** The gap just before or after a block, in the slot that it stands in. */
export function gapBeside(
  map: DropMap,
  tree: DropTree,
  id: NodeId,
  side: 'before' | 'after',
): InserterView | undefined {
  const slot = slotAround(map, tree, id)
  if (!slot) return undefined
  const siblings = tree.children(slot.parentId, slot.slot)
  const index = siblings.indexOf(id) + (side === 'after' ? 1 : 0)
  // Two neighbours are all that a line between them needs.
  const rectOf = (other: NodeId | undefined) => (other === undefined ? undefined : map.find(other)?.rect)
  const [before, after] = [rectOf(siblings[index - 1]), rectOf(siblings[index])]
  const mark = markAt(slot, [before ?? [], after ?? []].flat(), before ? 1 : 0)
  return { to: { parentId: slot.parentId, slot: slot.slot, index }, mark }
}

function slotAround(map: DropMap, tree: DropTree, id: NodeId): Slot | undefined {
  const place = tree.placeOf(id)
  if (!place) return undefined
  if (place.parentId === tree.pageId) return pageLevel(tree, map)
  const drawn = map.find(place.parentId as NodeId)?.slots.find(({ name }) => name === place.slot)
  return drawn && { parentId: place.parentId, slot: place.slot, rect: drawn.rect, axis: drawn.axis }
}
