/**
 * How a program lies in its Y.Doc. `SPEC.md` holds the rules; this file alone knows the names of roots and keys.
 */
import * as Y from 'yjs'
import type { NodeId, PageId, ParentId } from './ids.ts'
import type { JsonObject, JsonValue } from './json.ts'
import { isItemList, readItems, type ItemEntry } from './list-items.ts'
import { isSameJson, runsOfText, valueOfRuns } from './rich-text.ts'
import { isOverrideName } from './section-instance.ts'

/**
 * Counts up by one with each change of the document's shape: version 2 has linked sections, version 3 lists written item by
 * item, version 4 shared texts for the program's name, for labels of tabs and for what is other in one place of a section. A
 * document is raised to it by whoever first writes what older versions would misread.
 */
export const schemaVersion = 4

export type Language = 'zh-CN' | 'en'

/** The one slot of a page; what is written there under another name is shown here all the same. */
export const pageSlot = 'root'

export type NodeMap = Y.Map<unknown>

export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta')
export const themeOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('theme')
export const pagesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('pages')
export const nodesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('nodes')
export const sectionsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('sections')
export const codeBlocksOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('blocks')

/** What a node was created as. Never rewritten; later edits are `x:` and `t:` entries. */
export interface Birth {
  readonly t: string
  readonly v: number
  readonly p: JsonObject
}

export const editedKey = (prop: string): string => `x:${prop}`
export const textKey = (prop: string): string => `t:${prop}`
/** Of one item of a list: one field of it, or, without a field, where it stands. */
export const itemKey = (prop: string, item: string, field = ''): string => `i:${prop}:${item}:${field}`
const overrideTextPrefix = 'o:'
/** The shared text of an override, in its nth turn: what is reset and begun again is another text. [M56] */
export const overrideTextKey = (prop: string, turn: number): string => `${overrideTextPrefix}${turn}:${prop}`
export const conditionPrefix = 'w:'
/** Of one condition of when the node is seen. */
export const conditionKey = (name: string): string => conditionPrefix + name

const lockPrefix = 'l:'
/** Name of the lock of a whole block, where others are named by the property they lock. */
export const wholeBlock = '*'
export const lockKey = (name: string): string => lockPrefix + name
export const isLockKey = (key: string): boolean => key.startsWith(lockPrefix)
export const contentOnlyKey = 'contentOnly'

/** Stands in an `x:` entry for "as the block's default", when the creation value must not show through again. */
export const unset: JsonObject = { $unset: true }

export function isUnset(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '$unset' in value
}

/**
 * Stands in an `x:` entry of an override for "as its shared text of this turn says".
 * @param was - what the section said when it began, if nothing was other here: as long as the text says that, nothing is
 */
export function textMark(turn: number, was: JsonValue | undefined): JsonObject {
  return { $text: turn, ...(was !== undefined && { $was: was }) }
}

/** @returns undefined for any other value */
export function readTextMark(
  value: unknown,
): { readonly turn: number; readonly was: JsonValue | undefined } | undefined {
  if (!isObject(value) || isUnset(value) || typeof value.$text !== 'number') return undefined
  return { turn: value.$text, was: value.$was as JsonValue | undefined }
}

/** Stands in an `x:` entry of an override that was reset: texts up to this turn say nothing any more. */
export const textsOver = (turn: number): JsonObject => ({ ...unset, $text: turn })

/** The last turn that was reset; 0 where none was. */
export function readTextsOver(value: unknown): number {
  return isObject(value) && isUnset(value) && typeof value.$text === 'number' ? value.$text : 0
}

/** The last turn in which an override has a text; 0 where none has begun. */
export function lastTextTurn(map: NodeMap, prop: string): number {
  const turns = [...map.keys()].flatMap((key) => {
    const about = readOverrideTextKey(key)
    return about?.prop === prop ? [about.turn] : []
  })
  return Math.max(0, ...turns)
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

/** What an entry is about, if it is of an item of a list. */
export function readItemKey(
  key: string,
): { readonly prop: string; readonly item: string; readonly field: string } | undefined {
  if (!key.startsWith('i:')) return undefined
  const [, prop, item, field] = key.split(':')
  return prop === undefined || item === undefined || field === undefined ? undefined : { prop, item, field }
}

/** Which override an entry is the text of, and in which turn. */
export function readOverrideTextKey(key: string): { readonly prop: string; readonly turn: number } | undefined {
  const [, turn, prop] = /^o:(\d+):(.+)$/s.exec(key) ?? []
  return turn === undefined || prop === undefined ? undefined : { prop, turn: Number(turn) }
}

/** The property that an entry says something of, whole or in part. */
export function propOfKey(key: string): string | undefined {
  return /^[xt]:/.test(key) ? key.slice(2) : (readItemKey(key)?.prop ?? readOverrideTextKey(key)?.prop)
}

/** The shared text behind a property, if it is one. */
export function readText(map: NodeMap, prop: string): Y.Text | undefined {
  if (!isOverrideName(prop)) return textAt(map, textKey(prop))
  const mark = readTextMark(map.get(editedKey(prop)))
  const text = mark && textAt(map, overrideTextKey(prop, mark.turn))
  return text && !isSameJson(valueOfRuns(runsOfText(text)), mark.was) ? text : undefined
}

/** The text of an override in one turn, whether it counts or not. */
export function readOverrideText(map: NodeMap, prop: string, turn: number): Y.Text | undefined {
  return textAt(map, overrideTextKey(prop, turn))
}

function textAt(map: NodeMap, key: string): Y.Text | undefined {
  const text = map.get(key)
  return text instanceof Y.Text ? text : undefined
}

/** What is written of the items of lists, by property. */
export function readItemEntries(map: NodeMap): ReadonlyMap<string, readonly ItemEntry[]> {
  const found = new Map<string, ItemEntry[]>()
  for (const [key, value] of map.entries()) {
    const about = readItemKey(key)
    if (!about) continue
    const entry = { ...about, value: fieldValue(value) }
    const entries = found.get(about.prop)
    if (entries) entries.push(entry)
    else found.set(about.prop, [entry])
  }
  return found
}

function fieldValue(value: unknown): JsonValue | undefined {
  if (value instanceof Y.Text) return valueOfRuns(runsOfText(value))
  return isUnset(value) || value instanceof Y.AbstractType ? undefined : (value as JsonValue | undefined)
}

/** A property as it was set as a whole: without what was written of items since. */
export function readPlainProp(map: NodeMap, birth: Birth, prop: string): JsonValue | undefined {
  const edited: unknown = map.get(editedKey(prop))
  if (isUnset(edited) || readTextMark(edited) !== undefined) return undefined
  return edited === undefined || edited instanceof Y.AbstractType ? birth.p[prop] : (edited as JsonValue)
}

/**
 * Creation values, overlaid by edited values, overlaid by items and shared texts. Names sorted, so that everyone reads the
 * same bytes.
 */
export function readProps(map: NodeMap, birth: Birth): JsonObject {
  const props = new Map<string, JsonValue>(Object.entries(birth.p))
  const texts: [string, JsonValue][] = []
  let hasItems = false
  for (const [key, value] of map.entries()) {
    if (key.startsWith('i:')) hasItems = true
    if (key.startsWith('t:')) {
      if (value instanceof Y.Text) texts.push([key.slice(2), valueOfRuns(runsOfText(value))])
    } else if (key.startsWith('x:')) {
      const name = key.slice(2)
      const text = readTextMark(value) === undefined ? undefined : readText(map, name)
      if (text) texts.push([name, valueOfRuns(runsOfText(text))])
      else if (isUnset(value) || readTextMark(value) !== undefined) props.delete(name)
      else if (!(value instanceof Y.AbstractType) && value !== undefined) props.set(name, value as JsonValue)
    }
  }
  if (hasItems)
    for (const [name, entries] of readItemEntries(map)) {
      const plain = props.get(name)
      if (isItemList(plain))
        props.set(
          name,
          readItems(plain, entries).map((item) => item.value),
        )
    }
  for (const [name, text] of texts) props.set(name, text)
  return Object.fromEntries([...props].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Conditions of when the node is seen, as stored; undefined when there are none. Names sorted. */
export function readConditions(map: NodeMap): JsonObject | undefined {
  const conditions: [string, JsonValue][] = []
  for (const [key, value] of map.entries())
    if (key.startsWith(conditionPrefix) && !(value instanceof Y.AbstractType) && value !== undefined)
      conditions.push([key.slice(conditionPrefix.length), value as JsonValue])
  if (conditions.length === 0) return undefined
  return Object.fromEntries(conditions.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What of the node is locked, in the order of the names; undefined when nothing is. */
export function readLocks(map: NodeMap): readonly string[] | undefined {
  const locks = [...map.entries()].flatMap(([key, value]) =>
    isLockKey(key) && value === true ? [key.slice(lockPrefix.length)] : [],
  )
  return locks.length === 0 ? undefined : locks.sort()
}

export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
