import { pageSlot } from '#model/schema.ts'
import type { NodeId } from '#model/ids.ts'
import type { MeasuredNode } from '#runtime/frame/protocol.ts'
import type { DropMap } from './find-drop-place.ts'
import type { DropTree } from './drop-tree.ts'
import { contains, type Point } from './geometry.ts'
import { createLevels, type Levels } from './levels.ts'

/**
 * The innermost node under the point. Walks down the tree, one level at a time.
 * @param levels - kept from one pointer move to the next
 */
export function findNodeAt(
  map: Pick<DropMap, 'find' | 'version'>,
  tree: Pick<DropTree, 'children' | 'pageId'>,
  point: Point,
  levels: Levels = createLevels(map, tree),
): NodeId | undefined {
  let found: NodeId | undefined
  let hit = levels.of({ parentId: tree.pageId, slot: pageSlot }).under(point).at(-1)
  while (hit) {
    found = hit.id
    hit = lastUnder(levels, hit, point)
  }
  return found
}

/** The text of a node under the point, for typing in it. */
export function findTextAt(map: Pick<DropMap, 'find'>, id: NodeId, point: Point): string | undefined {
  return map.find(id)?.texts.find(({ rect }) => contains(rect, point))?.prop
}

function lastUnder(levels: Levels, { id, slots }: MeasuredNode, point: Point): MeasuredNode | undefined {
  for (const { name } of slots.toReversed()) {
    const hit = levels.of({ parentId: id, slot: name }).under(point).at(-1)
    if (hit) return hit
  }
  return undefined
}
