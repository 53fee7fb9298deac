import type * as Y from 'yjs'
import type { NodeId } from '../ids.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import { isItemList, readItems } from '../list-items.ts'
import type { ListItem } from '../list-items.ts'
import { keptInOrder } from '../longest-run.ts'
import { raiseVersion } from '../newer-document-error.ts'
import { compareOrder, evenOrderKeys, longestOrderKey, orderKeyBetween } from '../order-key.ts'
import type { Program } from '../program.ts'
import { newId } from '../random.ts'
import { isSameJson, runsOfText, runsOfValue, textOfValue } from '../rich-text.ts'
import { editedKey, itemKey, readBirth, readItemEntries, readItemKey, readPlainProp, unset } from '../schema.ts'
import { seedText } from '../seed-text.ts'
import { sharedTextOf } from '../shared-text.ts'
import { diffRuns, transformDelta } from '../text-delta.ts'
import { mapOf, setEntry } from './place-node.ts'

export interface ListFacts {
  /** The list that was changed, as its writer saw it: what others made of it since stays. As it is stored, if absent. */
  readonly seen?: JsonValue | undefined
  /** Whether a field of the items holds words, which merge by character. */
  readonly isText?: (field: string) => boolean
}

/**
 * Writes what differs between two states of a list, item by item and field by field, so that others may change other items,
 * or other fields of the same one, at the same time. An item that somebody deleted meanwhile stays deleted.
 * @returns whether it could: false for what is no list of records, which is set as a whole
 */
export function setItems(
  program: Program,
  id: NodeId,
  prop: string,
  next: JsonValue | undefined,
  facts: ListFacts,
): boolean {
  const stored = storedItems(program, id, prop)
  const seen = isItemList(facts.seen) ? facts.seen : stored?.map(({ value }) => value)
  if (!isItemList(next) || !seen || prop.includes(':')) return false
  if (!isSameJson(seen, next)) program.doc.transact(() => new ListWriter(program, id, prop, facts, seen).write(next))
  return true
}

/** Forgets what was written of single items: the list is set as a whole, or away. */
export function clearItems(program: Program, id: NodeId, prop: string): void {
  for (const key of [...mapOf(program, id).keys()])
    if (readItemKey(key)?.prop === prop) setEntry(program, id, key, undefined)
}

function storedItems(program: Program, id: NodeId, prop: string): readonly ListItem[] | undefined {
  const map = mapOf(program, id)
  const birth = readBirth(map)
  const plain = birth && readPlainProp(map, birth, prop)
  return isItemList(plain) ? readItems(plain, readItemEntries(map).get(prop) ?? []) : undefined
}

class ListWriter {
  readonly #program: Program
  readonly #node: NodeId
  readonly #map: Y.Map<unknown>
  readonly #prop: string
  readonly #isText: (field: string) => boolean
  readonly #seen: readonly JsonObject[]
  /** The document's items, in order. */
  #items: readonly ListItem[]

  constructor(program: Program, node: NodeId, prop: string, { isText }: ListFacts, seen: readonly JsonObject[]) {
    this.#program = program
    this.#node = node
    this.#map = mapOf(program, node)
    this.#prop = prop
    this.#isText = isText ?? (() => false)
    this.#seen = seen
    raiseVersion(program.doc)
    let stored = storedItems(program, node, prop)
    if (!stored) {
      // Two people who begin with the block's own list write the same.
      clearItems(program, node, prop)
      setEntry(program, node, editedKey(prop), seen)
      stored = storedItems(program, node, prop)
    }
    this.#items = stored ?? []
  }

  write(next: readonly JsonObject[]): void {
    const values = this.#items.map(({ value }) => value)
    const idOfSeen = matchItems(values, this.#seen).map((at) => (at === undefined ? undefined : this.#items[at]?.id))
    const seenOfNext = matchItems(this.#seen, next)
    const idsOfNext = seenOfNext.map((at) => (at === undefined ? undefined : idOfSeen[at]))
    for (const item of idOfSeen) if (item !== undefined && !idsOfNext.includes(item)) this.#remove(item)
    const known = (ids: readonly (string | undefined)[]) => ids.filter((item) => item !== undefined)
    const kept = keptInOrder(known(idOfSeen), known(idsOfNext))
    let behind: string | undefined
    for (const [at, value] of next.entries()) {
      const seenAt = seenOfNext[at]
      const old = idsOfNext[at]
      if (seenAt !== undefined && old === undefined) continue // deleted by somebody since
      const item = old ?? newId<string>(this.#program.random)
      if (!kept.has(item)) this.#place(item, behind)
      this.#writeFields(item, seenAt === undefined ? undefined : this.#seen[seenAt], value)
      behind = item
    }
  }

  #remove(item: string): void {
    this.#items = this.#items.filter(({ id }) => id !== item)
    this.#set(item, '', null)
  }

  #place(item: string, behind: string | undefined): void {
    const others = this.#items.filter(({ id }) => id !== item)
    const at = others.findIndex(({ id }) => id === behind) + 1
    let key = orderKeyBetween(others[at - 1]?.key, others[at]?.key, this.#program.random)
    if (key === undefined || key.length > longestOrderKey) {
      const keys = evenOrderKeys(others.length + 1)
      const spread = others.map(({ id }, index) => ({ id, key: keys[index < at ? index : index + 1]! }))
      for (const { id, key: even } of spread) this.#put(id, even)
      key = keys[at]!
    }
    this.#put(item, key)
  }

  #put(item: string, key: string): void {
    const value = this.#items.find(({ id }) => id === item)?.value ?? {}
    this.#items = [...this.#items.filter(({ id }) => id !== item), { id: item, key, value }].sort(compareOrder)
    this.#set(item, '', key)
  }

  #writeFields(item: string, old: JsonObject | undefined, value: JsonObject): void {
    for (const field of new Set([...Object.keys(old ?? {}), ...Object.keys(value)]))
      if (!isSameJson(old?.[field], value[field]))
        this.#writeField(item, field, old && { value: old[field] }, value[field])
  }

  /** @param old - absent for an item that is made now, by one alone */
  #writeField(
    item: string,
    field: string,
    old: { value: JsonValue | undefined } | undefined,
    now: JsonValue | undefined,
  ) {
    const key = itemKey(this.#prop, item, field)
    const words = typeof now === 'string' && this.#isText(field)
    if (words && !old) return this.#set(item, field, textOfValue(now))
    if (words && !sharedTextOf(this.#map.get(key))) {
      const present = this.#items.find(({ id }) => id === item)?.value[field]
      seedText(this.#map, key, typeof present === 'string' ? present : '')
    }
    const text = sharedTextOf(this.#map.get(key))
    const absent = old?.value === undefined ? undefined : unset
    if (!text) return this.#set(item, field, now === undefined ? absent : now)
    const [before, after, present] = [runsOfValue(old?.value), runsOfValue(now), runsOfText(text)]
    text.applyDelta([...transformDelta(diffRuns(before, after), diffRuns(before, present), true)])
    this.#program.wrote(this.#node)
  }

  #set(item: string, field: string, value: unknown): void {
    setEntry(this.#program, this.#node, itemKey(this.#prop, item, field), value)
  }
}

/**
 * Which item of `from` each item of `to` was: what is equal is the same, at the ends first, and of what is left between, one
 * that changed is the one that stood there.
 */
function matchItems(from: readonly JsonObject[], to: readonly JsonObject[]): readonly (number | undefined)[] {
  const found: (number | undefined)[] = to.map(() => undefined)
  const most = Math.min(from.length, to.length)
  let start = 0
  while (start < most && isSameJson(from[start], to[start])) found[start] = start++
  let end = 0
  while (end < most - start && isSameJson(from[from.length - 1 - end], to[to.length - 1 - end])) {
    end++
    found[to.length - end] = from.length - end
  }
  const open = new Set([...from.keys()].slice(start, from.length - end))
  const between = [...to.keys()].slice(start, to.length - end)
  const take = (at: number, which: number | undefined) => {
    if (which === undefined) return
    found[at] = which
    open.delete(which)
  }
  for (const at of between)
    take(
      at,
      [...open].find((which) => isSameJson(from[which], to[at])),
    )
  const left = between.filter((at) => found[at] === undefined)
  for (const at of left) if (open.has(at)) take(at, at)
  if (from.length >= to.length) for (const at of left) if (found[at] === undefined) take(at, [...open][0])
  return found
}
