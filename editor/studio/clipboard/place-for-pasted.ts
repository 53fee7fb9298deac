import type { NodeId, Program } from '#model/index.ts'
import { pageSlot } from '#model/index.ts'
import { draggedBlock, type DropTree, type SlotAddress } from '../canvas/drop-tree.ts'
import { refusalOfSlot } from '../canvas/drop-tree.ts'
import { indexOf, parentNode, type To } from '../commands/structure.ts'

/**
 * Where several blocks go together: into the selected container while that is empty, else behind the selection, else
 * behind the nearest thing around it that takes them all, else to the end of the page.
 * @param besides - the blocks that were copied: a paste onto them goes behind, never into an empty one of them
 */
export function placeForPasted(
  tree: DropTree,
  program: Program,
  selected: NodeId | undefined,
  types: readonly string[],
  besides: readonly string[] = [],
): To {
  if (selected !== undefined && program.has(selected)) {
    if (!besides.includes(selected) && program.children(selected).length === 0) {
      const open = tree.slotNames(selected).find((slot) => takesAll(tree, { parentId: selected, slot }, types))
      if (open !== undefined) return { parentId: selected, slot: open, index: 0 }
    }
    for (let at: NodeId | undefined = selected; at !== undefined; at = parentNode(program, at)) {
      const place = program.node(at)?.place
      if (place && takesAll(tree, place, types)) return { ...place, index: indexOf(program, at) + 1 }
    }
  }
  return { parentId: tree.pageId, slot: pageSlot, index: program.children(tree.pageId, pageSlot).length }
}

/** Whether a slot welcomes each of them and has room for all. */
export function takesAll(tree: DropTree, to: SlotAddress, types: readonly string[]): boolean {
  if (types.some((type) => refusalOfSlot(tree, to, draggedBlock(type)))) return false
  if (to.parentId === tree.pageId) return true
  const most = tree.definitionOf(tree.typeOf(to.parentId) ?? '')?.slots[to.slot]?.maxChildren
  return most === undefined || tree.children(to.parentId, to.slot).length + types.length <= most
}
