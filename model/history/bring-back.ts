/** Writes records of a document as another state of it has them, entry by entry and only where they differ. */
import * as Y from 'yjs'
import type { JsonValue } from '../json.ts'
import { isItemList, readItems } from '../list-items.ts'
import { isRichText, isSameJson, runsOfText, runsOfValue, textOfValue, valueOfRuns } from '../rich-text.ts'
import type { RichText } from '../rich-text.ts'
import {
  isLockKey,
  readBirth,
  readItemEntries,
  readItemKey,
  readOverrideTextKey,
  readPlainProp,
  readProps,
  textKey,
} from '../schema.ts'
import { sharedTextOf, wordsOf } from '../shared-text.ts'
import { diffRuns, isEmptyDelta } from '../text-delta.ts'
import { isTabKey, readTab, readTabTurn, tabLabelKey } from '../tree/page-tab.ts'

type Root = Y.Map<unknown>

const textPrefix = textKey('')

/**
 * Makes a record read as in `from`, which must have it. One that is not there any more, because its creation was undone,
 * is made again under its id. Locks are left alone.
 * @returns whether anything was written
 */
export function bringBack(root: Root, from: Root, id: string): boolean {
  const [map, wanted] = [root.get(id), from.get(id)]
  if (!(wanted instanceof Y.Map)) return false
  if (!(map instanceof Y.Map)) {
    root.set(id, copyOf(wanted))
    return true
  }
  let changed = false
  for (const key of new Set([...map.keys(), ...wanted.keys()]))
    if (!isLockKey(key) && bringEntryBack(map, wanted, key)) changed = true
  return changed
}

/** Likewise for one entry of a record that is there in both. */
export function bringEntryBack(map: Root, from: Root, key: string): boolean {
  const [value, wanted] = [map.get(key), from.get(key)]
  const text = sharedTextOf(value)
  if (text) return isTold(from, key) && rewrite(text, wantedText(from, key))
  if (wanted instanceof Y.Text) {
    map.set(key, copyOfText(wanted))
    return true
  }
  if (value instanceof Y.AbstractType || wanted instanceof Y.AbstractType) return false
  if (isSameJson(value as JsonValue | undefined, wanted as JsonValue | undefined)) return false
  if (wanted === undefined) map.delete(key)
  else map.set(key, wanted)
  return true
}

/** What had not begun and is not referred to says nothing there: the text of an override, the label of a later tab. */
function isTold(from: Root, key: string): boolean {
  if (from.has(key)) return true
  return !readOverrideTextKey(key) && (!isTabKey(key) || key === tabLabelKey(readTabTurn(from)))
}

/** A text that had not begun reads as the property did: empty, if that was no text. A shared text is never taken away. */
function wantedText(from: Root, key: string): string | RichText {
  const wanted = sharedTextOf(from.get(key))
  if (wanted) return valueOfRuns(runsOfText(wanted))
  const words = wordsOf(from.get(key))
  if (words !== undefined && !readBirth(from)) return words
  if (isTabKey(key)) return readTab(from)?.label ?? ''
  const plain = plainValue(from, key)
  return typeof plain === 'string' || isRichText(plain) ? plain : ''
}

function plainValue(from: Root, key: string): JsonValue | undefined {
  const birth = readBirth(from)
  const about = readItemKey(key)
  if (!birth) return undefined
  if (!about) return readProps(from, birth)[key.slice(textPrefix.length)]
  const list = readPlainProp(from, birth, about.prop)
  if (!isItemList(list)) return undefined
  const items = readItems(list, readItemEntries(from).get(about.prop) ?? [])
  return items.find(({ id }) => id === about.item)?.value[about.field]
}

function rewrite(text: Y.Text, wanted: string | RichText): boolean {
  const delta = diffRuns(runsOfText(text), runsOfValue(wanted))
  if (isEmptyDelta(delta)) return false
  // Yjs writes to the objects it is handed.
  text.applyDelta(structuredClone([...delta]))
  return true
}

/** A record as it is, for itself; without what is locked. */
export function copyOf(map: Root): Root {
  const entries = [...map.entries()].flatMap(([key, value]): [string, unknown][] => {
    if (value instanceof Y.Text) return [[key, copyOfText(value)]]
    return value instanceof Y.AbstractType || isLockKey(key) ? [] : [[key, value]]
  })
  return new Y.Map(entries)
}

function copyOfText(text: Y.Text): Y.Text {
  return textOfValue(valueOfRuns(runsOfText(text)))
}
