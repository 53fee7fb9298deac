/** What must be true of an update before it is stored. Yjs itself takes anything and keeps what it cannot place. */
import * as Y from 'yjs'

export type Known = ReadonlyMap<number, number>

export interface DecodedUpdate {
  readonly data: Uint8Array
  /** For each client whose content it holds: its first clock, and the one after its last. */
  readonly ranges: ReadonlyMap<number, { from: number; to: number }>
  /** The least state of each client that a document must have for all of it to fit. */
  readonly needs: Known
  readonly deletes: readonly { readonly client: number; readonly clock: number; readonly length: number }[]
}

/** @returns undefined for bytes that are no update */
export function decodeUpdate(data: Uint8Array): DecodedUpdate | undefined {
  try {
    const { structs, ds } = Y.decodeUpdate(data)
    const ranges = new Map<number, { from: number; to: number }>()
    const needs = new Map<number, number>()
    const need = (id: { client: number; clock: number } | null) => {
      if (id) raise(needs, id.client, id.clock + 1)
    }
    for (const struct of structs) {
      const { client, clock } = struct.id
      const range = ranges.get(client)
      if (clock + struct.length > Number.MAX_SAFE_INTEGER) return undefined
      if (struct instanceof Y.Skip || (range && range.to !== clock)) {
        // The sender itself lacks something in between.
        needs.set(client, Number.POSITIVE_INFINITY)
        continue
      }
      if (range) range.to = clock + struct.length
      else ranges.set(client, { from: clock, to: clock + struct.length })
      if (!(struct instanceof Y.Item)) continue
      need(struct.origin)
      need(struct.rightOrigin)
      if (struct.parent instanceof Y.ID) need(struct.parent)
    }
    for (const [client, { from }] of ranges) raise(needs, client, from)
    const deletes = [...ds.clients].flatMap(([client, items]) =>
      items.map(({ clock, len }) => ({ client, clock, length: len })),
    )
    for (const { client, clock, length } of deletes) raise(needs, client, clock + length)
    // What the update brings along need not be there before.
    for (const [client, clock] of needs) {
      const own = ranges.get(client)
      if (own && clock > own.from && clock <= own.to) needs.set(client, own.from)
    }
    return { data, ranges, needs, deletes }
  } catch {
    return undefined
  }
}

/** Whether something it builds on has not arrived. Stored like that, it would hide older content and show none of its own. */
export function hasGap(update: DecodedUpdate, known: Known): boolean {
  for (const [client, clock] of update.needs) if (clock > (known.get(client) ?? 0)) return true
  return false
}

/** Whether a document that is in this state would not change: every reconnecting client repeats all deletions. */
export function isNothingNew(update: DecodedUpdate, doc: Y.Doc, known: Known): boolean {
  for (const [client, { to }] of update.ranges) if (to > (known.get(client) ?? 0)) return false
  if (update.deletes.length === 0) return true
  const deleted = Y.createDeleteSetFromStructStore(doc.store)
  return update.deletes.every(({ client, clock, length }) =>
    deleted.clients.get(client)?.some((run) => run.clock <= clock && clock + length <= run.clock + run.len),
  )
}

/** What is known once these updates are applied as well. */
export function advance(known: Map<number, number>, update: DecodedUpdate): void {
  for (const [client, { to }] of update.ranges) raise(known, client, to)
}

export function stateOf(doc: Y.Doc): Map<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}

function raise(map: Map<number, number>, key: number, value: number): void {
  if (value > (map.get(key) ?? 0)) map.set(key, value)
}
