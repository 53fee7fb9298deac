import type * as Y from 'yjs'
import { entriesOf, entryToldBy, splitChange, type Change, type EntryName } from '#model/index.ts'
import type { Touches } from '#platform/contract/history.ts'

export interface Writer {
  readonly id: string
  /** Null when the account is gone. */
  readonly name: string | null
  readonly atMs: number
}

export interface ToldChange {
  readonly change: Change
  /** The last one first; empty where nobody knows any more. */
  readonly by: readonly Writer[]
}

/**
 * Lends changes their people: who wrote an entry last made the change of it. What several made is told as what each of them
 * did, where that is known.
 * @param before - the state that the changes begin at
 */
export function attributeChanges(
  changes: readonly Change[],
  { touches, people }: Touches,
  before: Y.Doc,
): readonly ToldChange[] {
  const known = new Map<string, Touches['touches'][number][3]>()
  const told = new Map<string, Touches['touches'][number][]>()
  for (const touch of touches) {
    const [root, id, key, writers] = touch
    const name = nameOf(entryToldBy([root, id, key]))
    known.set(name, [...(known.get(name) ?? []), ...writers])
    told.set(name, [...(told.get(name) ?? []), touch])
  }
  const partsOf = (change: Change) => {
    const written = entriesOf(change).flatMap((entry) => told.get(nameOf(entry)) ?? [])
    const steps = written.flatMap(([root, id, key, , all]) =>
      all ? [{ entry: [root, id, key] as const, steps: all }] : [],
    )
    return steps.length === written.length ? splitChange(change, before, steps) : undefined
  }
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const writersOf = (entries: readonly EntryName[]): readonly Writer[] => {
    const last = new Map<string, number>()
    for (const entry of entries)
      for (const [id, atMs] of known.get(nameOf(entry)) ?? []) last.set(id, Math.max(atMs, last.get(id) ?? 0))
    return [...last].sort(([, a], [, b]) => b - a).map(([id, atMs]) => ({ id, name: names.get(id) ?? null, atMs }))
  }
  return changes.flatMap((change): readonly ToldChange[] => {
    const by = writersOf(entriesOf(change))
    const parts = by.length > 1 ? partsOf(change) : undefined
    if (!parts) return [{ change, by: by.length > 0 ? by : writersOf(besides(change)) }]
    return parts.map((part) => ({
      change: part.change,
      by: part.by.map((id) => ({ id, name: names.get(id) ?? null, atMs: part.atMs })),
    }))
  })
}

/** What others did after a moment. */
export function byOthersSince(told: readonly ToldChange[], sinceMs: number, ownId: string): readonly ToldChange[] {
  return told.flatMap(({ change, by }) => {
    const others = by.filter(({ id, atMs }) => id !== ownId && atMs > sinceMs)
    return others.length === 0 ? [] : [{ change, by: others }]
  })
}

/** Everybody in them, who did something last first. */
export function writersIn(told: readonly ToldChange[]): readonly Writer[] {
  const last = new Map<string, Writer>()
  for (const writer of told.flatMap(({ by }) => by))
    if ((last.get(writer.id)?.atMs ?? 0) < writer.atMs) last.set(writer.id, writer)
  return [...last.values()].sort((a, b) => b.atMs - a.atMs)
}

/** Of two blocks that changed places, either may be told as moved: then the other one was dragged. */
function besides(change: Change): readonly EntryName[] {
  if (change.what !== 'block-moved') return []
  return [...change.from.behind, ...change.to.behind].map((id) => ['nodes', id, 'at'])
}

const nameOf = (entry: EntryName) => JSON.stringify(entry)
