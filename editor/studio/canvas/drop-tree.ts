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
  definitionOf(type: string): Pick<BlockDefinition, 'slots'> | undefined
  isWithin(id: ParentId, ancestor: NodeId): boolean
}

export type Dragged =
  | { readonly kind: 'new'; readonly type: string }
  | { readonly kind: 'node'; readonly id: NodeId; readonly type: string }

/** Why a place cannot take what is dragged. `same-place` is no mistake: it already lies there. */
export type DropRefusal = 'inside-itself' | 'same-place' | 'not-accepted' | 'full' | 'outside'

export interface SlotAddress {
  readonly parentId: ParentId
  readonly slot: string
}

/** Asks the slot's own rules; position does not matter here. */
export function refusalOfSlot(
  tree: DropTree,
  { parentId, slot }: SlotAddress,
  dragged: Dragged,
): DropRefusal | undefined {
  if (dragged.kind === 'node' && tree.isWithin(parentId, dragged.id)) return 'inside-itself'
  if (parentId === tree.pageId) return undefined
  const rule = tree.definitionOf(tree.typeOf(parentId) ?? '')?.slots[slot]
  if (!rule || (rule.accepts && !rule.accepts.includes(dragged.type))) return 'not-accepted'
  const others = tree.children(parentId, slot).filter((id) => dragged.kind === 'new' || id !== dragged.id)
  return rule.maxChildren !== undefined && others.length >= rule.maxChildren ? 'full' : undefined
}
