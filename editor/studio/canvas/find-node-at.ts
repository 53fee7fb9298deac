import { pageSlot } from '#model/schema.ts'
import type { NodeId, ParentId } from '#model/ids.ts'
import type { DropMap } from './find-drop-place.ts'
import type { DropTree } from './drop-tree.ts'
import { contains, type Point } from './geometry.ts'

/** The innermost node under the point. Walks down the tree, so it looks at one level's siblings at a time. */
export function findNodeAt(
  map: Pick<DropMap, 'find'>,
  tree: Pick<DropTree, 'children' | 'pageId'>,
  point: Point,
): NodeId | undefined {
  let found: NodeId | undefined
  let among = childrenAt(tree, tree.pageId, [pageSlot])
  for (;;) {
    const hit = among.findLast((id) => {
      const node = map.find(id)
      return node !== undefined && contains(node.rect, point)
    })
    if (hit === undefined) return found
    found = hit
    among = childrenAt(tree, hit, map.find(hit)?.slots.map(({ name }) => name) ?? [])
  }
}

/** The text of a node under the point, for typing in it. */
export function findTextAt(map: Pick<DropMap, 'find'>, id: NodeId, point: Point): string | undefined {
  return map.find(id)?.texts.find(({ rect }) => contains(rect, point))?.prop
}

function childrenAt(tree: Pick<DropTree, 'children'>, parentId: ParentId, slots: readonly string[]): readonly NodeId[] {
  return slots.flatMap((slot) => tree.children(parentId, slot))
}
