/**
 * Which entries of a document an update would write, without applying it: each item says what it stands in, or what it
 * stands beside, and so leads to a root. What cannot be followed is told as such, so that nobody gets past by a riddle.
 */
import * as Y from 'yjs'
import type { WrittenEntry } from '#model/locks/refusal-of-entry.ts'

type Id = { readonly client: number; readonly clock: number }

/** Keys from a root down; null inside a list or text. */
interface Place {
  readonly root: string
  readonly path: readonly (string | null)[]
}

/** `gone`: stands in something that was cleared away, and will never be seen. */
type Found = Place | 'gone' | undefined

/**
 * @param waiting - updates that were accepted and are not applied yet, which this one may build on
 * @returns undefined when part of it leads nowhere
 */
export function writtenEntries(
  update: Uint8Array,
  doc: Y.Doc,
  waiting: readonly Uint8Array[],
): readonly WrittenEntry[] | undefined {
  const { structs, ds } = Y.decodeUpdate(update)
  const known = Y.decodeStateVector(Y.encodeStateVector(doc))
  const unapplied = byClient([...waiting.flatMap((data) => Y.decodeUpdate(data).structs), ...structs])
  const isKnown = ({ client, clock }: Id, length = 1) => clock + length <= (known.get(client) ?? 0)

  function placeOf(id: Id): Found {
    if (isKnown(id)) return placeInDoc(doc, id)
    const struct = structAt(unapplied.get(id.client), id.clock)
    if (!struct) return undefined
    return struct instanceof Y.Item ? placeOfItem(struct) : 'gone'
  }
  const places = new Map<Y.Item, Found>()
  function placeOfItem(item: Y.Item): Found {
    if (places.has(item)) return places.get(item)
    places.set(item, undefined) // what leads to itself leads nowhere
    const found = findPlace(item)
    places.set(item, found)
    return found
  }
  function findPlace(item: Y.Item): Found {
    // As decoded, the parent is a root's name or the id of the item that holds it; or absent, and a neighbour tells.
    const parent: unknown = item.parent
    if (typeof parent === 'string') return { root: parent, path: [item.parentSub] }
    if (parent instanceof Y.ID) {
      const holder = placeOf(parent)
      return holder && holder !== 'gone' ? { ...holder, path: [...holder.path, item.parentSub] } : holder
    }
    const left = item.origin ? placeOf(item.origin) : undefined
    const right = item.rightOrigin ? placeOf(item.rightOrigin) : undefined
    if (item.origin && item.rightOrigin && left !== 'gone' && right !== 'gone' && !same(left, right)) return undefined
    return item.origin ? left : right
  }

  const entries: WrittenEntry[] = []
  const written = new Set<string>()
  const removed = new Map<string, WrittenEntry>()
  const note = (found: Found, value: unknown, isKept: boolean): boolean => {
    if (found === 'gone') return true
    if (!found) return false
    const [id = null, key] = found.path
    const entry = { root: found.root, id, key, value: found.path.length > 2 ? undefined : value }
    const name = JSON.stringify([entry.root, id, key])
    if (!isKept) removed.set(name, entry)
    else if (value !== undefined || !written.has(name)) entries.push(entry)
    if (isKept) written.add(name)
    return true
  }
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || isKnown(struct.id, struct.length)) continue
    const isKept = !Y.isDeleted(ds, struct.id)
    if (!note(placeOfItem(struct), isKept ? valueOf(struct) : undefined, isKept)) return undefined
  }
  for (const [client, runs] of ds.clients)
    for (const { clock, len } of runs)
      for (const found of deletedPlaces(doc, client, clock, len)) if (!note(found, undefined, false)) return undefined
  // What is set anew takes the value before it away: that is one change, not two.
  for (const [name, entry] of removed) if (!written.has(name)) entries.push(entry)
  return entries
}

/** Of what a run of deletions newly deletes: reconnecting clients repeat all that was ever deleted. */
function* deletedPlaces(doc: Y.Doc, client: number, clock: number, length: number): Generator<Found> {
  const end = clock + length
  const stored = doc.store.clients.get(client) ?? []
  const overlaps = (struct: AnyStruct) => struct.id.clock < end && struct.id.clock + struct.length > clock
  if (stored.length > 0 && clock < Y.getState(doc.store, client))
    for (let at = Y.findIndexSS(stored, clock); at < stored.length; at++) {
      const struct = stored[at]
      if (!struct || !overlaps(struct)) break
      if (struct instanceof Y.Item && !struct.deleted) yield placeInDoc(doc, struct.id)
    }
}

type AnyStruct = Y.Item | Y.GC | Y.Skip

function byClient(structs: readonly AnyStruct[]): ReadonlyMap<number, readonly AnyStruct[]> {
  const found = new Map<number, AnyStruct[]>()
  for (const struct of structs) {
    const list = found.get(struct.id.client)
    if (list) list.push(struct)
    else found.set(struct.id.client, [struct])
  }
  return found
}

function structAt(structs: readonly AnyStruct[] = [], clock: number): AnyStruct | undefined {
  return structs.find(({ id, length }) => id.clock <= clock && clock < id.clock + length)
}

function placeInDoc(doc: Y.Doc, id: Id): Found {
  const stored: unknown = Y.getItem(doc.store, Y.createID(id.client, id.clock))
  if (!(stored instanceof Y.Item)) return 'gone'
  const path: (string | null)[] = []
  for (let item: Y.Item | null = stored; item;) {
    path.unshift(item.parentSub)
    const parent: unknown = item.parent
    if (!(parent instanceof Y.AbstractType)) return 'gone'
    if (!parent._item) return { root: Y.findRootTypeKey(parent), path }
    item = parent._item
  }
  return undefined
}

function valueOf({ content }: Y.Item): unknown {
  return content instanceof Y.ContentAny ? content.arr.at(-1) : undefined
}

function same(one: Exclude<Found, 'gone'>, other: Exclude<Found, 'gone'>): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
