/** Where things are and could go, in words of the document alone; the canvas' geometry plays no part. */
import type { NodeId, PageId, ParentId } from '#model/ids.ts'
import type { Program } from '#model/index.ts'
import { pageSlot } from '#model/schema.ts'
import { refusalOfSlot, type Dragged, type DropTree } from '../canvas/drop-tree.ts'
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
  const dragged: Dragged = { kind: 'new', type }
  if (selected !== undefined && program.has(selected)) {
    const slots = tree.slotNames(selected)
    if (slots.length > 0 && program.children(selected).length === 0) {
      const open = slots.find((slot) => !refusalOfSlot(tree, { parentId: selected, slot }, dragged))
      if (open !== undefined) return { parentId: selected, slot: open, index: 0 }
    }
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
  const dragged: Dragged = { kind: 'node', id, type: node.type }
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
  if (refusalOfSlot(tree, outer, { kind: 'node', id, type: node.type })) return undefined
  return { ...outer, index: indexOf(program, parent) + (step === 1 ? 1 : 0) }
}

/** To the end of the container just before it. */
export function placeInside(tree: DropTree, program: Program, id: NodeId): To | undefined {
  const node = program.node(id)
  if (!node) return undefined
  const before = program.children(node.place.parentId, node.place.slot)[indexOf(program, id) - 1]
  if (before === undefined) return undefined
  const dragged: Dragged = { kind: 'node', id, type: node.type }
  const slot = tree
    .slotNames(before)
    .findLast((name) => !refusalOfSlot(tree, { parentId: before, slot: name }, dragged))
  return slot === undefined ? undefined : { parentId: before, slot, index: program.children(before, slot).length }
}

/** What is selected once this one is gone: the next sibling, else the one before, else what it stood in. */
export function neighbourOf(program: Program, id: NodeId): NodeId | undefined {
  const place = program.node(id)?.place
  if (!place) return undefined
  const siblings = program.children(place.parentId, place.slot)
  const index = siblings.indexOf(id)
  return siblings[index + 1] ?? siblings[index - 1] ?? parentNode(program, id)
}

export function parentNode(program: Program, id: NodeId): NodeId | undefined {
  const parentId = program.node(id)?.place.parentId
  return parentId !== undefined && program.node(parentId as NodeId) ? (parentId as NodeId) : undefined
}
