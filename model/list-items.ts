/**
 * How a list reads that people edit item by item: a plain list, and over it what was written of single items since. Items
 * of the plain list are named by what it holds and their place in it, so that everybody calls them alike without a word
 * being written. [M80]
 */
import { fingerprint } from './fingerprint.ts'
import type { JsonObject, JsonValue } from './json.ts'
import { compareOrder, evenOrderKeys } from './order-key.ts'

export interface ListItem {
  readonly id: string
  /** Items sort by it, then by id. */
  readonly key: string
  readonly value: JsonObject
}

/** One thing written of one item. */
export interface ItemEntry {
  readonly item: string
  /** Empty: where the item stands, an order key; null when it was deleted. */
  readonly field: string
  /** Undefined says that the item does not have the field. */
  readonly value: JsonValue | undefined
}

/** Whether this is a list that can be edited item by item: of records, whose fields have names as blocks give them. */
export function isItemList(value: JsonValue | undefined): value is readonly JsonObject[] {
  return Array.isArray(value) && value.every(isItem)
}

function isItem(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.keys(value).every((name) => /^\w+$/.test(name))
}

/** Items in their order. What was written of items that are neither in the plain list nor have a place is passed over. */
export function readItems(plain: readonly JsonObject[], entries: readonly ItemEntry[]): readonly ListItem[] {
  const places = new Map<string, JsonValue | undefined>()
  const fields = new Map<string, [string, JsonValue | undefined][]>()
  for (const { item, field, value } of entries) {
    if (field === '') places.set(item, value)
    else if (fields.has(item)) fields.get(item)?.push([field, value])
    else fields.set(item, [[field, value]])
  }
  const stored = plainItems(plain)
  const known = new Map(stored.map((item) => [item.id, item]))
  const came = [...places.keys()].filter((id) => !known.has(id)).map((id) => ({ id, key: '', value: {} }))
  const items = [...stored, ...came].flatMap(({ id, key, value }): ListItem[] => {
    const place = places.has(id) ? places.get(id) : key
    return typeof place === 'string' && place !== '' ? [{ id, key: place, value: laidOver(value, fields.get(id)) }] : []
  })
  return items.sort(compareOrder)
}

const plainByList = new WeakMap<readonly JsonObject[], readonly ListItem[]>()

function plainItems(plain: readonly JsonObject[]): readonly ListItem[] {
  const known = plainByList.get(plain)
  if (known) return known
  const name = fingerprint(JSON.stringify(plain)).toString(36)
  const keys = evenOrderKeys(plain.length)
  const items = plain.map((value, at) => ({ id: `${name}-${at}`, key: keys[at]!, value }))
  plainByList.set(plain, items)
  return items
}

/** Names that come are sorted, so that everyone reads the same bytes. */
function laidOver(value: JsonObject, fields: readonly [string, JsonValue | undefined][] | undefined): JsonObject {
  if (!fields) return value
  const merged = new Map<string, JsonValue>(Object.entries(value))
  for (const [name, field] of fields.toSorted(([a], [b]) => (a < b ? -1 : 1)))
    if (field === undefined) merged.delete(name)
    else merged.set(name, field)
  return Object.fromEntries(merged)
}
