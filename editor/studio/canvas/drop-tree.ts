import type { BlockDefinition } from '#components/kit/define-block.ts'
import type { NodeId, PageId, ParentId } from '#model/ids.ts'

/** What finding a drop place needs to know of the document and the blocks; a small part of both, so that tests can hand in their own. */
export interface DropTree {
  readonly pageId: PageId
  children(parentId: ParentId, slot: string): readonly NodeId[]
  /** The block's type, or undefined for the page itself and for what is gone. */
  typeOf(parentId: ParentId): string | undefined
  placeOf(id: NodeId): { readonly parentId: ParentId; readonly slot: string } | undefined
  /** Slots of a node in the block's own order, empty ones included, without those not shown at present (a third column of two). */
  slotNames(id: NodeId): readonly string[]
  definitionOf(type: string): Pick<BlockDefinition, 'slots' | 'standsIn'> | undefined
  isWithin(id: ParentId, ancestor: NodeId): boolean
}

/**
 * What is dragged: something new of which `key` says what it is (see `insert/insertable.ts`), or one or several nodes of
 * the document, none inside another, in the page's order.
 */
export type Dragged =
  | { readonly kind: 'new'; readonly type: string; readonly key: string }
  | { readonly kind: 'nodes'; readonly ids: readonly NodeId[]; readonly types: readonly string[] }

export function draggedBlock(type: string, key: string = type): Extract<Dragged, { readonly kind: 'new' }> {
  return { kind: 'new', type, key }
}

export function draggedNodes(tree: Pick<DropTree, 'typeOf'>, ids: readonly NodeId[]): Dragged {
  return { kind: 'nodes', ids, types: ids.map((id) => tree.typeOf(id) ?? '') }
}

const sets = new WeakMap<Dragged, ReadonlySet<NodeId>>()

/** The nodes that leave their places with this drag. */
export function leavingWith(dragged: Dragged): ReadonlySet<NodeId> {
  const known = sets.get(dragged)
  if (known) return known
  const made = new Set(dragged.kind === 'nodes' ? dragged.ids : [])
  sets.set(dragged, made)
  return made
}

/** Why a place cannot take what is dragged. `same-place` is no mistake: it already lies there. */
export type DropRefusal = 'inside-itself' | 'same-place' | 'not-accepted' | 'full' | 'outside'

export interface SlotAddress {
  readonly parentId: ParentId
  readonly slot: string
}

/** Asks the slot's own rules; position does not matter here. Of several dragged, each has to be welcome. */
export function refusalOfSlot(
  tree: DropTree,
  { parentId, slot }: SlotAddress,
  dragged: Dragged,
): DropRefusal | undefined {
  if (dragged.kind === 'nodes' && dragged.ids.some((id) => tree.isWithin(parentId, id))) return 'inside-itself'
  const types = dragged.kind === 'nodes' ? dragged.types : [dragged.type]
  const place = parentId === tree.pageId ? 'page' : (tree.typeOf(parentId) ?? '')
  if (types.some((type) => tree.definitionOf(type)?.standsIn?.includes(place) === false)) return 'not-accepted'
  if (parentId === tree.pageId) return undefined
  const rule = tree.definitionOf(place)?.slots[slot]
  if (!rule || (rule.accepts && !types.every((type) => rule.accepts?.includes(type)))) return 'not-accepted'
  if (rule.maxChildren === undefined) return undefined
  return othersIn(tree, { parentId, slot }, dragged).length + types.length > rule.maxChildren ? 'full' : undefined
}

/** What stays in a slot while this is dragged. */
export function othersIn(tree: DropTree, { parentId, slot }: SlotAddress, dragged: Dragged): readonly NodeId[] {
  const leaving = leavingWith(dragged)
  const children = tree.children(parentId, slot)
  return leaving.size === 0 ? children : children.filter((id) => !leaving.has(id))
}

/**
 * Whether what is dragged lies there already.
 * @param index - counts the slot's children without the dragged ones
 */
export function liesAt(tree: DropTree, { parentId, slot }: SlotAddress, index: number, dragged: Dragged): boolean {
  if (dragged.kind === 'new') return false
  const siblings = tree.children(parentId, slot)
  return dragged.ids.every((id, at) => siblings[index + at] === id)
}
