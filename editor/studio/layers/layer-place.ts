import type { NodeId } from '#model/ids.ts'
import { leavingWith, liesAt, othersIn, refusalOfSlot } from '../canvas/drop-tree.ts'
import type { Dragged, DropTree, SlotAddress } from '../canvas/drop-tree.ts'
import type { DropPlace } from '../canvas/find-drop-place.ts'

/** A row of the layer tree: a node, or one slot of a node that has several. */
export type LayerRow =
  | { readonly kind: 'node'; readonly id: NodeId }
  | { readonly kind: 'slot'; readonly id: NodeId; readonly slot: string }

export interface LayerPlace {
  readonly place: DropPlace
  readonly row: string
  readonly edge: 'before' | 'after' | 'inside'
}

/** The upper and lower third of a container's row mean before and after it, the middle means into it. */
const EDGE_SHARE = 0.3

/** @param share - how far down the row the pointer is, 0 to 1 */
export function layerPlace(tree: DropTree, row: LayerRow, share: number, dragged: Dragged): LayerPlace | undefined {
  if (row.kind === 'slot') return inside(tree, row, { parentId: row.id, slot: row.slot }, dragged)
  const slots = tree.slotNames(row.id)
  const isMiddle = slots.length > 0 && share > EDGE_SHARE && share < 1 - EDGE_SHARE
  const open = slots.find((slot) => !refusalOfSlot(tree, { parentId: row.id, slot }, dragged)) ?? slots[0]
  if (isMiddle && open !== undefined) return inside(tree, row, { parentId: row.id, slot: open }, dragged)
  const to = tree.placeOf(row.id)
  if (!to) return undefined
  const edge = share < 0.5 ? 'before' : 'after'
  const others = othersIn(tree, to, dragged)
  const at = others.indexOf(row.id)
  const index = at === -1 ? indexOfItself(tree, to, row.id, dragged) : at + (edge === 'after' ? 1 : 0)
  return { place: placeAt(tree, to, index, dragged), row: rowKey(row), edge }
}

export function rowKey(row: LayerRow): string {
  return row.kind === 'node' ? row.id : `${row.id}/${row.slot}`
}

export function parseRowKey(key: string): LayerRow {
  const [id = '', slot] = key.split('/')
  return slot === undefined ? { kind: 'node', id: id as NodeId } : { kind: 'slot', id: id as NodeId, slot }
}

function inside(tree: DropTree, row: LayerRow, to: SlotAddress, dragged: Dragged): LayerPlace {
  const index = othersIn(tree, to, dragged).length
  return { place: placeAt(tree, to, index, dragged), row: rowKey(row), edge: 'inside' }
}

/** A row of what is dragged itself: where its first one stands, without those that leave with it. */
function indexOfItself(tree: DropTree, to: SlotAddress, id: NodeId, dragged: Dragged): number {
  const leaving = leavingWith(dragged)
  const siblings = tree.children(to.parentId, to.slot)
  return siblings.slice(0, siblings.indexOf(id)).filter((other) => !leaving.has(other)).length
}

function placeAt(tree: DropTree, { parentId, slot }: SlotAddress, index: number, dragged: Dragged): DropPlace {
  const to = { parentId, slot }
  const refusal = refusalOfSlot(tree, to, dragged) ?? (liesAt(tree, to, index, dragged) ? 'same-place' : undefined)
  const mark = { kind: 'box', rect: { x: 0, y: 0, width: 0, height: 0 } } as const
  return refusal ? { parentId, slot, index, mark, refusal } : { parentId, slot, index, mark }
}
