import type { NodeId } from '#model/ids.ts'
import type { Rect } from '#runtime/frame/protocol.ts'
import type { DropTree } from './drop-tree.ts'
import type { DropMap } from './find-drop-place.ts'
import { bottomOf, rightOf } from './geometry.ts'
import { pageSlot } from '#model/schema.ts'

/**
 * What a box drawn with the pointer chooses: the blocks that it touches. Drawn inside one container, it chooses among what
 * that holds; drawn across several, whole ones.
 */
export function nodesInBox(
  map: Pick<DropMap, 'find'>,
  tree: Pick<DropTree, 'children' | 'pageId'>,
  box: Rect,
): readonly NodeId[] {
  let among = tree.children(tree.pageId, pageSlot)
  for (;;) {
    const touched = among.filter((id) => touches(map.find(id)?.rect, box))
    const [only] = touched
    const node = touched.length === 1 && only !== undefined ? map.find(only) : undefined
    if (!node || node.slots.length === 0 || !holds(node.rect, box)) return touched
    among = node.slots.flatMap(({ name }) => tree.children(node.id, name))
  }
}

/** The box between two corners, whichever comes first. */
export function boxBetween(
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
}

function touches(rect: Rect | undefined, box: Rect): boolean {
  return (
    rect !== undefined &&
    rect.x < rightOf(box) &&
    box.x < rightOf(rect) &&
    rect.y < bottomOf(box) &&
    box.y < bottomOf(rect)
  )
}

function holds(rect: Rect, box: Rect): boolean {
  return box.x >= rect.x && box.y >= rect.y && rightOf(box) <= rightOf(rect) && bottomOf(box) <= bottomOf(rect)
}
