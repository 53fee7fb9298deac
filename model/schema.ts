/**
 * How a program lies in its Y.Doc. `SPEC.md` holds the rules; this file alone knows the names of roots and keys.
 */
import * as Y from 'yjs'
import type { NodeId, PageId, ParentId } from './ids.ts'
import type { JsonObject, JsonValue } from './json.ts'

/** Counts up by one with each change of the document's shape. */
export const schemaVersion = 1

export type Language = 'zh-CN' | 'en'

/** The one slot of a page; what is written there under another name is shown here all the same. */
export const pageSlot = 'root'

export type NodeMap = Y.Map<unknown>

export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta')
export const themeOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('theme')
export const pagesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('pages')
export const nodesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('nodes')

/** What a node was created as. Never rewritten; later edits are `x:` and `t:` entries. */
export interface Birth {
  readonly t: string
  readonly v: number
  readonly p: JsonObject
}

export const editedKey = (prop: string): string => `x:${prop}`
export const textKey = (prop: string): string => `t:${prop}`

/** Stands in an `x:` entry for "as the block's default", when the creation value must not show through again. */
export const unset: JsonObject = { $unset: true }

export function isUnset(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '$unset' in value
}

export interface Place {
  readonly parentId: ParentId
  readonly slot: string
  readonly key: string
  /** The page it stood on when it was put here; where it goes when its parent cannot be found. */
  readonly pageId: PageId | undefined
}

/** What one deletion took along. Shared by identity: everything in one trashed subtree points to the same object. */
export interface Trash {
  readonly key: string
  /** The nodes below it that the deleter saw. What came in unseen is not theirs to delete. */
  readonly seen: ReadonlySet<string>
  readonly before: Place | undefined
}

export type At =
  | { readonly place: Place; readonly trash?: undefined }
  | { readonly trash: Trash; readonly place?: undefined }

/** Reads an `at` value. @returns undefined for what no version of ours wrote; such a node counts as lost and is re-homed */
export function readAt(value: unknown): At | undefined {
  if (!Array.isArray(value)) return undefined
  if (value[0] === 'trash') {
    const [, key, seen, before] = value
    if (typeof key !== 'string' || !Array.isArray(seen)) return undefined
    return { trash: { key, seen: new Set(seen.map(String)), before: readPlace(before) } }
  }
  const place = readPlace(value)
  return place && { place }
}

function readPlace(value: unknown): Place | undefined {
  if (!Array.isArray(value)) return undefined
  const [parentId, slot, key, pageId] = value
  if (typeof parentId !== 'string' || typeof slot !== 'string' || typeof key !== 'string') return undefined
  return {
    parentId: parentId as ParentId,
    slot,
    key,
    pageId: typeof pageId === 'string' ? (pageId as PageId) : undefined,
  }
}

export function placeValue({ parentId, slot, key, pageId }: Place): JsonValue[] {
  return pageId === undefined || pageId === parentId ? [parentId, slot, key] : [parentId, slot, key, pageId]
}

export function trashValue(key: string, seen: readonly NodeId[], before: Place): JsonValue[] {
  return ['trash', key, [...seen], placeValue(before)]
}

/** @returns undefined when the entry is not a node we can read; it is then left untouched and not shown */
export function readBirth(map: unknown): Birth | undefined {
  if (!(map instanceof Y.Map)) return undefined
  const birth: unknown = map.get('b')
  if (!isObject(birth) || typeof birth.t !== 'string' || typeof birth.v !== 'number') return undefined
  return { t: birth.t, v: birth.v, p: isObject(birth.p) ? (birth.p as JsonObject) : {} }
}

/** Creation values, overlaid by edited values, overlaid by shared texts. Names sorted, so that everyone reads the same bytes. */
export function readProps(map: NodeMap, birth: Birth): JsonObject {
  const props = new Map<string, JsonValue>(Object.entries(birth.p))
  const texts: [string, string][] = []
  for (const [key, value] of map.entries()) {
    if (key.startsWith('t:')) {
      if (value instanceof Y.Text) texts.push([key.slice(2), value.toString()])
    } else if (key.startsWith('x:')) {
      if (isUnset(value)) props.delete(key.slice(2))
      else if (!(value instanceof Y.AbstractType) && value !== undefined) props.set(key.slice(2), value as JsonValue)
    }
  }
  for (const [name, text] of texts) props.set(name, text)
  return Object.fromEntries([...props].sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
