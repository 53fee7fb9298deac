/** Taking one change of a value back where somebody has changed the value again: what they did beside it stays. */
import type { JsonObject, JsonValue } from '../json.ts'
import { isRichText, isSameJson, joinRuns, runsOfValue, valueOfRuns } from '../rich-text.ts'
import type { TextRun } from '../rich-text.ts'

/** `undefined` as a value means "not set"; `null` as an answer, that nothing of the change can be told from what came after. */
export type MergedBack = { readonly value: JsonValue | undefined } | null

/**
 * @param before - what it was, @param after - what the change made of it, @param now - what it is
 * @param isText - whether a string at this path of the value holds words, which merge; others are one thing each
 */
export function mergeBack(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  now: JsonValue | undefined,
  isText: (path: readonly (string | number)[]) => boolean = () => false,
): MergedBack {
  return merge(before, after, now, [], isText)
}

function merge(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  now: JsonValue | undefined,
  path: readonly (string | number)[],
  isText: (path: readonly (string | number)[]) => boolean,
): MergedBack {
  if (isSameJson(now, after)) return { value: before }
  if (isSameJson(before, after) || isSameJson(now, before)) return { value: now }
  const all = [before, after, now]
  if (all.some(isRichText) || (isText(path) && all.every((value) => typeof value === 'string')))
    return mergeTexts(before, after, now)
  if (all.every(Array.isArray)) return mergeLists(before as List, after as List, now as List, path, isText)
  if (!all.every(isRecord)) return null
  return mergeRecords(before as JsonObject, after as JsonObject, now as JsonObject, path, isText)
}

type List = readonly JsonValue[]

function mergeRecords(
  before: JsonObject,
  after: JsonObject,
  now: JsonObject,
  path: readonly (string | number)[],
  isText: (path: readonly (string | number)[]) => boolean,
): MergedBack {
  const merged: { [name: string]: JsonValue } = {}
  for (const name of new Set([...Object.keys(now), ...Object.keys(before)])) {
    const part = merge(before[name], after[name], now[name], [...path, name], isText)
    if (!part) return null
    if (part.value !== undefined) merged[name] = part.value
  }
  return { value: merged }
}

/** Item by item where the list is as long as it was, else by which items came and went. */
function mergeLists(
  before: List,
  after: List,
  now: List,
  path: readonly (string | number)[],
  isText: (path: readonly (string | number)[]) => boolean,
): MergedBack {
  if (before.length === after.length && after.length === now.length) {
    const items = now.map((item, at) => merge(before[at], after[at], item, [...path, at], isText))
    if (items.every((item) => item !== null && item.value !== undefined))
      return { value: items.map((item) => item?.value ?? null) }
  }
  const merged = mergeSequences(before, after, now, isSameJson)
  return merged && { value: merged }
}

function mergeTexts(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  now: JsonValue | undefined,
): MergedBack {
  const [old, changed, present] = [before, after, now].map((value) => wordsOf(runsOfValue(value)))
  const merged = mergeSequences(old!, changed!, present!, (one, other) =>
    isSameJson(one as JsonObject, other as JsonObject),
  )
  return merged && { value: valueOfRuns(joinRuns(merged)) }
}

/** Words, signs and stretches of space each by itself; Chinese letter by letter. */
function wordsOf(runs: readonly TextRun[]): readonly TextRun[] {
  return runs.flatMap(({ insert, attributes }) =>
    (insert.match(/\p{Script=Han}|[\p{L}\p{N}\p{M}]+|\s+|./gsu) ?? []).map((word) =>
      attributes ? { insert: word, attributes } : { insert: word },
    ),
  )
}

/** From `at` on, so many are gone, and these are in their place. */
interface Hunk<Item> {
  readonly at: number
  readonly gone: number
  readonly came: readonly Item[]
}

/** Long middles are one piece: a table of their lengths would not be worth its memory. */
const largestTable = 4_000_000

function mergeSequences<Item>(
  before: readonly Item[],
  after: readonly Item[],
  now: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): Item[] | null {
  const [back, later] = [hunksOf(after, before, isSame), hunksOf(after, now, isSame)]
  const clash = back.some((one) => later.some((other) => overlaps(one, other)))
  if (clash) return null
  const merged: Item[] = []
  // What is put in at one place by both: first what came later, then what comes back.
  const hunks = [...later, ...back].sort((one, other) => one.at - other.at)
  let at = 0
  for (const hunk of hunks) {
    merged.push(...after.slice(at, Math.max(at, hunk.at)), ...hunk.came)
    at = Math.max(at, hunk.at + hunk.gone)
  }
  return [...merged, ...after.slice(at)]
}

/** Both took something away there, or what would come back stood in what is gone. What came into it since is kept. */
function overlaps({ at, gone }: Hunk<unknown>, later: Hunk<unknown>): boolean {
  const laterEnd = later.at + later.gone
  if (gone === 0) return at > later.at && at < laterEnd
  return at < laterEnd && later.at < at + gone && later.gone > 0
}

function hunksOf<Item>(
  from: readonly Item[],
  to: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): readonly Hunk<Item>[] {
  let start = 0
  while (start < Math.min(from.length, to.length) && isSame(from[start]!, to[start]!)) start++
  let tail = 0
  while (
    tail < Math.min(from.length, to.length) - start &&
    isSame(from[from.length - 1 - tail]!, to[to.length - 1 - tail]!)
  )
    tail++
  const [a, b] = [from.slice(start, from.length - tail), to.slice(start, to.length - tail)]
  if (a.length === 0 && b.length === 0) return []
  if (a.length === 0 || b.length === 0 || a.length * b.length > largestTable)
    return [{ at: start, gone: a.length, came: b }]
  return hunksBetween(a, b, isSame).map((hunk) => ({ ...hunk, at: hunk.at + start }))
}

/** By the longest sequence that both have. */
function hunksBetween<Item>(
  a: readonly Item[],
  b: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): readonly Hunk<Item>[] {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const lengthAt = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = isSame(a[i]!, b[j]!)
        ? lengthAt(i + 1, j + 1) + 1
        : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1))
  const hunks: { at: number; gone: number; came: Item[] }[] = []
  let [i, j] = [0, 0]
  let open: { at: number; gone: number; came: Item[] } | undefined
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && isSame(a[i]!, b[j]!)) {
      open = undefined
      i++
      j++
      continue
    }
    if (!open) hunks.push((open = { at: i, gone: 0, came: [] }))
    if (j >= b.length || (i < a.length && lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
      open.gone++
      i++
    } else open.came.push(b[j++]!)
  }
  return hunks
}

function isRecord(value: JsonValue | undefined): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
