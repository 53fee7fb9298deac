import { isDeepStrictEqual } from 'node:util'
import type { ChangeKind, ChangeName, PartKind } from '../contract/shop-changes.ts'
import { keyOf } from './take-stock.ts'
import type { Item, Stock } from './take-stock.ts'

/** One row of the history. */
export interface Change {
  readonly programId: string | null
  readonly kind: ChangeKind
  readonly subjectId: string
  readonly subjectName: ChangeName
  readonly part: { readonly kind: PartKind; readonly id: string; readonly name: ChangeName } | null
  readonly deed: 'made' | 'changed' | 'removed'
  readonly field: string | null
  readonly before: unknown
  readonly after: unknown
}

/** What became of a stock, in the order of its tables. What goes with the thing it was part of is not told apart. */
export function compareStock(before: Stock, after: Stock): readonly Change[] {
  const changes: Change[] = []
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)]
    if (was && is) changes.push(...fieldChanges(was, is, before, after))
    else if (is) changes.push({ ...told(is, after), deed: 'made', field: null, before: null, after: named(is, after) })
    else if (was && !wentWithItsWhole(was, before, after))
      changes.push({ ...told(was, before), deed: 'removed', field: null, before: named(was, before), after: null })
  }
  return changes
}

function fieldChanges(was: Item, is: Item, before: Stock, after: Stock): readonly Change[] {
  const [old, fresh] = [named(was, before), named(is, after)]
  return [...new Set([...Object.keys(was.fields), ...Object.keys(is.fields)])]
    .filter((field) => !isSame(was.fields[field], is.fields[field]))
    .map((field) => ({
      ...told(is, after),
      deed: 'changed' as const,
      field,
      before: old[field] ?? null,
      after: fresh[field] ?? null,
    }))
}

export function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one ?? null, other ?? null)
}

function told(item: Item, stock: Stock) {
  const { programId, kind, subjectId, part } = item
  return {
    programId,
    kind,
    subjectId,
    subjectName: part ? (wholeOf(item, stock)?.name ?? null) : item.name,
    part: part && { ...part, name: item.name ?? referredName(item, stock) },
  }
}

/** The fields, with a name beside each id of something else: that may be gone when this is read. */
function named({ table, fields }: Item, stock: Stock): Readonly<Record<string, unknown>> {
  const references = Object.entries(table.refersTo ?? {}).flatMap(([column, to]) => {
    const id = fields[column]
    return typeof id === 'string' ? [[column, { id, name: stock.get(keyOf(to, id))?.name ?? null }]] : []
  })
  return { ...fields, ...Object.fromEntries(references) }
}

/** A row that says no more than that two things belong together is called what it points to. */
function referredName({ table, part, subjectId }: Item, stock: Stock): ChangeName {
  const to = table.part && table.refersTo?.[table.part.id]
  if (!to || !part) return null
  // A thing of its own, or another part of the same thing.
  return stock.get(keyOf(to, part.id))?.name ?? stock.get(keyOf(to, subjectId, part.id))?.name ?? null
}

function wholeOf(item: Item, stock: Stock): Item | undefined {
  for (const other of stock.values())
    if (!other.part && other.kind === item.kind && other.subjectId === item.subjectId) return other
  return undefined
}

function wentWithItsWhole(item: Item, before: Stock, after: Stock): boolean {
  return item.part !== null && wholeOf(item, before) !== undefined && wholeOf(item, after) === undefined
}
