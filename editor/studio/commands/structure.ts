/** Where things are and could go, in words of the document alone; the canvas' geometry plays no part. */
import type { NodeId, PageId, ParentId } from '#model/ids.ts'
import type { Program } from '#model/index.ts'
import { pageSlot } from '#model/schema.ts'
import { draggedBlock, draggedNodes, refusalOfSlot, type DropTree } from '../canvas/drop-tree.ts'
import type { MeasuredMap } from '../canvas/measured-map.ts'
import type { Blocks } from '../session/blocks.ts'

export interface To {
  readonly parentId: ParentId
  readonly slot: string
  /** Counts the new siblings without the moved node. */
  readonly index: number
}

/** @param map - what the canvas shows; without it all slots count as shown */
export function dropTreeOf(
  program: Program,
  blocks: Blocks,
  pageId: PageId,
  map?: Pick<MeasuredMap, 'find'>,
): DropTree {
  return {
    slotNames(id) {
      const names = Object.keys(blocks.find(program.node(id)?.type ?? '')?.slots ?? {})
      const shown = map?.find(id)?.slots
      return shown ? names.filter((name) => shown.some((slot) => slot.name === name)) : names
    },
    pageId,
    children: (parentId, slot) => program.children(parentId, slot),
    typeOf: (id) => program.node(id as NodeId)?.type,
    placeOf: (id) => program.node(id)?.place,
    definitionOf: (type) => blocks.find(type),
    isWithin: (id, ancestor) => program.isWithin(id, ancestor),
  }
}

export function indexOf(program: Program, id: NodeId): number {
  const place = program.node(id)?.place
  return place ? program.children(place.parentId, place.slot).indexOf(id) : -1
}

/**
 * Where a block goes that is added without pointing at a place: into the selected container while that is empty, else
 * behind the selection, else behind the nearest thing around it that has room, else to the end of the page.
 */
export function placeForNew(tree: DropTree, program: Program, selected: NodeId | undefined, type: string): To {
  const dragged = draggedBlock(type)
  if (selected !== undefined && program.has(selected)) {
    const rules = tree.definitionOf(tree.typeOf(selected) ?? '')?.slots
    // Of slots that take turns only the one in sight is asked about: what is in the others is another matter.
    const isEmpty = (slot: string) => program.children(selected, rules?.[slot]?.openedBy && slot).length === 0
    const open = tree
      .slotNames(selected)
      .find((slot) => isEmpty(slot) && !refusalOfSlot(tree, { parentId: selected, slot }, dragged))
    if (open !== undefined) return { parentId: selected, slot: open, index: 0 }
    for (let at: NodeId | undefined = selected; at !== undefined; at = parentNode(program, at)) {
      const place = program.node(at)?.place
      if (place && !refusalOfSlot(tree, place, dragged)) return { ...place, index: indexOf(program, at) + 1 }
    }
  }
  return { parentId: tree.pageId, slot: pageSlot, index: program.children(tree.pageId, pageSlot).length }
}

/**
 * One step up or down: past a sibling, into the next slot beside it (the next column), or out of the container.
 * @returns undefined at the top or bottom of the page
 */
export function placeBeside(tree: DropTree, program: Program, id: NodeId, step: -1 | 1): To | undefined {
  const node = program.node(id)
  if (!node) return undefined
  const { parentId, slot } = node.place
  const index = indexOf(program, id)
  const siblings = program.children(parentId, slot)
  if (index + step >= 0 && index + step < siblings.length) return { parentId, slot, index: index + step }
  if (parentId === tree.pageId) return undefined
  const dragged = draggedNodes(tree, [id])
  const slots = tree.slotNames(parentId as NodeId)
  const next = slots[slots.indexOf(slot) + step]
  if (next !== undefined && slots.includes(slot) && !refusalOfSlot(tree, { parentId, slot: next }, dragged)) {
    return { parentId, slot: next, index: step === 1 ? 0 : program.children(parentId, next).length }
  }
  return placeOutside(tree, program, id, step)
}

/** Before or after the container it stands in. */
export function placeOutside(tree: DropTree, program: Program, id: NodeId, step: -1 | 1): To | undefined {
  const node = program.node(id)
  const parent = node && parentNode(program, id)
  const outer = parent !== undefined ? program.node(parent)?.place : undefined
  if (!node || parent === undefined || !outer) return undefined
  if (refusalOfSlot(tree, outer, draggedNodes(tree, [id]))) return undefined
  return { ...outer, index: indexOf(program, parent) + (step === 1 ? 1 : 0) }
}

/** To the end of the container just before it. */
export function placeInside(tree: DropTree, program: Program, id: NodeId): To | undefined {
  const node = program.node(id)
  if (!node) return undefined
  const before = program.children(node.place.parentId, node.place.slot)[indexOf(program, id) - 1]
  if (before === undefined) return undefined
  const dragged = draggedNodes(tree, [id])
  const slot = tree
    .slotNames(before)
    .findLast((name) => !refusalOfSlot(tree, { parentId: before, slot: name }, dragged))
  return slot === undefined ? undefined : { parentId: before, slot, index: program.children(before, slot).length }
}

/**
 * One step up or down for several siblings at once, past the next one that is not among them.
 * @returns undefined at the top or bottom, and for blocks of different containers
 */
export function placePast(program: Program, ids: readonly NodeId[], step: -1 | 1): To | undefined {
  const [first] = ids
  const place = first === undefined ? undefined : program.node(first)?.place
  if (!place || first === undefined) return undefined
  const siblings = program.children(place.parentId, place.slot)
  const at = ids.map((id) => siblings.indexOf(id))
  if (at.includes(-1)) return undefined
  const edge = step === -1 ? Math.min(...at) : Math.max(...at)
  if (siblings[edge + step] === undefined) return undefined
  const before = siblings.slice(0, edge + step + (step === 1 ? 1 : 0)).filter((id) => !ids.includes(id))
  return { parentId: place.parentId, slot: place.slot, index: before.length }
}

/** What is selected once these are gone: the next sibling, else the one before, else what they stood in. */
export function neighbourOf(program: Program, ids: readonly NodeId[]): NodeId | undefined {
  const last = ids.at(-1)
  const place = last === undefined ? undefined : program.node(last)?.place
  if (last === undefined || !place) return undefined
  const siblings = program.children(place.parentId, place.slot)
  const index = siblings.indexOf(last)
  const stays = (id: NodeId) => !ids.includes(id)
  return siblings.slice(index + 1).find(stays) ?? siblings.slice(0, index).findLast(stays) ?? parentNode(program, last)
}

export function parentNode(program: Program, id: NodeId): NodeId | undefined {
  const parentId = program.node(id)?.place.parentId
  return parentId !== undefined && program.node(parentId as NodeId) ? (parentId as NodeId) : undefined
}
