import type { NodeId, ParentId } from '../ids.ts'
import { evenOrderKeys, longestOrderKey, orderKeysBetween } from '../order-key.ts'
import type { Program } from '../program.ts'
import { pageSlot, placeValue } from '../schema.ts'
import type { NodeMap, Place } from '../schema.ts'
import { instanceType } from '../section-instance.ts'

/** Where a node should land. `index` counts the siblings without the node itself; past the end means last. */
export interface Target {
  readonly parentId: ParentId
  /** Any name will do for a page, which has one slot. */
  readonly slot: string
  readonly index: number
}

/**
 * Finds places for `count` nodes side by side. If there is no room between the neighbours' keys, or the key would grow
 * too long, the siblings get new keys first, so that the index asked for is the one that results.
 */
export function placesAt(program: Program, to: Target, count: number, moving: readonly NodeId[] = []): Place[] {
  const pageId = program.pageOf(to.parentId)
  const slot = pageId === to.parentId ? pageSlot : to.slot
  const siblings = program.children(to.parentId, slot).filter((id) => !moving.includes(id))
  const index = Math.max(0, Math.min(Math.trunc(to.index), siblings.length))
  const keyAt = (at: number) => (siblings[at] === undefined ? undefined : program.index.placeOf(siblings[at])?.key)
  const fits = (keys: string[] | undefined) => keys?.every((key) => key.length <= longestOrderKey)

  let keys = orderKeysBetween(keyAt(index - 1), keyAt(index), count, program.random)
  if (!keys || !fits(keys)) {
    rewriteKeys(program, siblings)
    keys = orderKeysBetween(keyAt(index - 1), keyAt(index), count, program.random)
  }
  if (!keys) throw new Error('Freshly spread order keys leave no room')
  return keys.map((key) => ({ parentId: to.parentId, slot, key, pageId }))
}

/** Whether it is there, and takes nodes: what stands in a place of a linked section belongs to the section. */
export function canHold(program: Program, parentId: ParentId): boolean {
  return program.has(parentId) && program.node(parentId as NodeId)?.type !== instanceType
}

/** Rare: it overrides a sibling's move by someone else at the same time. */
function rewriteKeys(program: Program, siblings: readonly NodeId[]): void {
  const keys = evenOrderKeys(siblings.length)
  for (const [at, id] of siblings.entries()) {
    const place = program.index.placeOf(id)
    const key = keys[at]
    if (place && key !== undefined) setPlace(program, id, { ...place, key, pageId: program.pageOf(place.parentId) })
  }
}

export function setPlace(program: Program, id: NodeId, place: Place): void {
  setEntry(program, id, 'at', placeValue(place))
}

/** The only way an operation writes to a node. The node must exist. */
export function setEntry(program: Program, id: NodeId, key: string, value: unknown): void {
  const map = mapOf(program, id)
  if (value === undefined) map.delete(key)
  else map.set(key, value)
  program.wrote(id)
}

export function mapOf(program: Program, id: NodeId): NodeMap {
  const map = program.index.mapOf(id)
  if (!map) throw new Error(`There is no node ${id}`)
  return map
}
