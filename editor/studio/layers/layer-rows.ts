import type { NodeId } from '#model/ids.ts'
import type { DropTree } from '../canvas/drop-tree.ts'
import { rowKey } from './layer-place.ts'

/** One row of the layer tree: a node, or one slot of a node that has several. */
export interface Row {
  readonly key: string
  readonly nodeId: NodeId
  readonly slot: string | undefined
  readonly type: string
  readonly rows: readonly Row[]
  /** Also known while it is closed and `rows` are left out. */
  readonly holdsRows: boolean
}

/**
 * Builds the rows of a page. A row that has not changed stays the same object, so that a change in one place draws that
 * place anew and not thousands of rows.
 */
export function createRows(): (ids: readonly NodeId[], tree: DropTree) => readonly Row[] {
  let known = new Map<string, Row>()
  return (ids, tree) => {
    const next = new Map<string, Row>()
    const keep = (row: Row): Row => {
      const last = known.get(row.key)
      const isSame = last && last.type === row.type && sameList(last.rows, row.rows)
      const kept = isSame ? last : row
      next.set(kept.key, kept)
      return kept
    }
    const rows = rowsOf(ids, tree, keep)
    known = next
    return rows
  }
}

function rowsOf(ids: readonly NodeId[], tree: DropTree, keep: (row: Row) => Row): readonly Row[] {
  return ids.map((id) => {
    const type = tree.typeOf(id) ?? ''
    const all = Object.keys(tree.definitionOf(type)?.slots ?? {})
    const shown = all.length > 1 ? tree.slotNames(id) : all
    // A column that is not shown at present is listed only while it holds something that could otherwise not be reached.
    const slots = all.filter((slot) => shown.includes(slot) || tree.children(id, slot).length > 0)
    const [only] = all
    const rows =
      all.length === 1 && only !== undefined
        ? rowsOf(tree.children(id, only), tree, keep)
        : slots.map((slot) =>
            keep({
              key: rowKey({ kind: 'slot', id, slot }),
              nodeId: id,
              slot,
              type,
              ...holding(rowsOf(tree.children(id, slot), tree, keep)),
            }),
          )
    return keep({ key: id, nodeId: id, slot: undefined, type, ...holding(rows) })
  })
}

function holding(rows: readonly Row[]): Pick<Row, 'rows' | 'holdsRows'> {
  return { rows, holdsRows: rows.length > 0 }
}

/**
 * Rows that fit the search, with those around them.
 * @param fits - asked for nodes, not for slots
 * @param most - how many are found at most
 */
export function rowsFitting(
  rows: readonly Row[],
  fits: (row: Row) => boolean,
  most = Number.POSITIVE_INFINITY,
): readonly Row[] {
  let left = most
  const search = (among: readonly Row[]): readonly Row[] =>
    among.flatMap((row) => {
      const isFound = left > 0 && row.slot === undefined && fits(row)
      if (isFound) left--
      const inside = search(row.rows)
      if (inside.length === 0 && !isFound) return []
      return [sameList(inside, row.rows) ? row : { ...row, ...holding(inside) }]
    })
  return search(rows)
}

/**
 * Leaves out what is inside closed rows, so that a tree of thousands costs what is open of it. A row comes out as the same
 * object as long as the same is open in it.
 */
export function createPruning(): (rows: readonly Row[], open: ReadonlySet<unknown>) => readonly Row[] {
  const closed = new WeakMap<Row, Row>()
  const opened = new WeakMap<Row, Row>()
  const kept = (cache: WeakMap<Row, Row>, row: Row, rows: readonly Row[]): Row => {
    const last = cache.get(row)
    if (last && sameList(last.rows, rows)) return last
    const made = { ...row, rows }
    cache.set(row, made)
    return made
  }
  const prune = (rows: readonly Row[], open: ReadonlySet<unknown>): readonly Row[] =>
    rows.map((row) => {
      if (row.rows.length === 0) return row
      if (!open.has(row.key)) return kept(closed, row, [])
      const inside = prune(row.rows, open)
      return sameList(inside, row.rows) ? row : kept(opened, row, inside)
    })
  return prune
}

/** Keys of all rows that hold others. */
export function openable(rows: readonly Row[]): readonly string[] {
  return rows.flatMap((row) => (row.rows.length === 0 ? [] : [row.key, ...openable(row.rows)]))
}

/** Keys of the rows around this node's, outermost first; undefined if it is not among them. */
export function keysAbove(tree: Pick<DropTree, 'placeOf' | 'typeOf' | 'definitionOf'>, id: NodeId): readonly string[] {
  const place = tree.placeOf(id)
  const type = place && tree.typeOf(place.parentId)
  if (!place || type === undefined) return []
  const parent = place.parentId as NodeId
  const isOne = Object.keys(tree.definitionOf(type)?.slots ?? {}).length === 1
  const slot = isOne ? [] : [rowKey({ kind: 'slot', id: parent, slot: place.slot })]
  return [...keysAbove(tree, parent), parent, ...slot]
}

/** At which row this one is drawn, of those that are open; -1 if it is not. */
export function lineOf(rows: readonly Row[], open: ReadonlySet<unknown>, key: string): number {
  let line = 0
  const find = (among: readonly Row[]): boolean => {
    for (const row of among) {
      if (row.key === key) return true
      line++
      if (row.rows.length > 0 && open.has(row.key) && find(row.rows)) return true
    }
    return false
  }
  return find(rows) ? line : -1
}

function sameList(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, at) => row === b[at])
}
