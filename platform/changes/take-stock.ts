import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { ScopedTx } from '../db/database.ts'
import type { ChangeKind, ChangeName, PartKind } from '../contract/shop-changes.ts'
import { auditedTables, fieldsOf } from './audited-tables.ts'
import type { AuditedTable, Fields, Row } from './audited-tables.ts'

/** What a change is about to be made of; one order and one booking by their ids. */
export type StockOf = 'shop' | 'people' | { readonly order: string } | { readonly booking: string }

export interface StockScope {
  readonly tenantId: string
  /** Absent: the workspace's own. */
  readonly programId?: string
}

/** A row that is told of, as it stands. */
export interface Item {
  readonly table: AuditedTable
  readonly kind: ChangeKind
  readonly programId: string | null
  readonly subjectId: string
  /** Of the row itself; that of what it is part of is with its own item. */
  readonly name: ChangeName
  readonly part: { readonly kind: PartKind; readonly id: string } | null
  readonly fields: Fields
}

/** By table and row. */
export type Stock = ReadonlyMap<string, Item>

export const keyOf = (table: string, subjectId: string, partId = ''): string => `${table} ${subjectId} ${partId}`

/** Reads everything of it at once. The caller holds a lock, so nothing else changes until its commit. */
export async function takeStock(tx: ScopedTx, scope: StockScope, of: StockOf): Promise<Stock> {
  const tables = auditedTables.filter(({ stock }) => stock === kindOf(of))
  const parts = tables.map(
    ({ table }) => sql`${sql.lit(table)}, (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM ${sql.table(table)} t
      WHERE ${condition(table, scope, of)})`,
  )
  const { rows } = await sql<{ stock: { [table: string]: Row[] } }>`
    SELECT jsonb_build_object(${sql.join(parts)}) AS stock`.execute(tx)
  const found = rows[0]?.stock ?? {}
  const items = new Map<string, Item>()
  for (const table of tables)
    for (const row of found[table.table] ?? []) {
      const item = itemOf(table, row, typeof of === 'string' ? scope.programId : idOf(of))
      items.set(keyOf(table.table, item.subjectId, item.part?.id), item)
    }
  return items
}

/** Changes of one stock take turns, so that what was before is what it was before. Taken before any other lock. */
export async function lockStock(tx: ScopedTx, scope: StockScope, of: StockOf): Promise<void> {
  if (typeof of === 'string') {
    const name = `changes of ${of} ${of === 'people' ? scope.tenantId : scope.programId}`
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
    return
  }
  // Customers and payments move these too, and hold their rows while they do.
  const table = 'order' in of ? 'shop_order' : 'booking'
  await sql`SELECT FROM ${sql.table(table)} WHERE ${condition(table, scope, of)} FOR UPDATE`.execute(tx)
}

function kindOf(of: StockOf): AuditedTable['stock'] {
  if (typeof of === 'string') return of
  return 'order' in of ? 'order' : 'booking'
}

const idOf = (of: Exclude<StockOf, string>): string => ('order' in of ? of.order : of.booking)

function condition(table: string, { tenantId, programId }: StockScope, of: StockOf): RawBuilder<unknown> {
  if (of === 'people') return sql`tenant_id = ${tenantId}`
  if (of === 'shop') return sql`program_id = ${programId}`
  if (table === 'order_refund') return sql`program_id = ${programId} AND order_id = ${idOf(of)} AND refund_id IS NULL`
  return table === 'refund'
    ? sql`program_id = ${programId} AND payment_id IN (
        SELECT id FROM payment WHERE program_id = ${programId} AND order_id = ${idOf(of)})`
    : sql`program_id = ${programId} AND id = ${idOf(of)}`
}

function itemOf(table: AuditedTable, row: Row, stockId: string | undefined): Item {
  const text = (column: string | undefined) => (column === undefined ? stockId : String(row[column]))
  return {
    table,
    kind: table.kind,
    programId: typeof row['program_id'] === 'string' ? row['program_id'] : null,
    subjectId: text(table.subject) ?? '',
    name: nameOf(table.name === undefined ? null : row[table.name]),
    part: table.part ? { kind: table.part.kind, id: String(row[table.part.id]) } : null,
    fields: fieldsOf(table, row),
  }
}

function nameOf(value: unknown): ChangeName {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' || (typeof value === 'object' && value !== null) ? (value as ChangeName) : null
}
