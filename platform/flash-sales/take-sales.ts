/** What orders have of a sale: taken by the statements that check both limits, given back when the order is called off. */
import { sql } from 'kysely'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { scheduleTimer } from '#platform/shop/timers.ts'
import { fewLeft, tenthsSold } from './load-sales.ts'

interface Taking {
  readonly orderId: string
  readonly visitorId: string
  /** How many of each sale, by its id. */
  readonly takes: ReadonlyMap<string, number>
}

/**
 * Puts pieces of sales on an order. The sale's row is held until the commit, so orders of one sale take turns.
 * @throws ShopRefusal `price-changed` when a sale has no longer as many, for anybody or for this visitor: priced again,
 *   the cart costs something else
 */
export async function takeSales(at: ShopTx, { orderId, visitorId, takes }: Taking): Promise<void> {
  // One order of locks for everybody.
  for (const [saleId, quantity] of [...takes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const sale = await at.tx
      .updateTable('flash_sale')
      .set((eb) => ({ sold: eb('sold', '+', quantity) }))
      .where('program_id', '=', at.programId)
      .where('id', '=', saleId)
      .where('paused', '=', false)
      .where(sql<boolean>`starts_at <= now() AND ends_at > now() AND sold + ${quantity}::int <= quantity`)
      .returning(['sold', 'quantity', 'per_person'])
      .executeTakeFirst()
    if (!sale) throw new ShopRefusal('price-changed', 'The sale has no longer as many', [saleId])
    const share = await sql`
      INSERT INTO flash_sale_share AS share (tenant_id, program_id, sale_id, visitor_id, taken, most)
      SELECT ${at.tenantId}::uuid, ${at.programId}::uuid, ${saleId}::uuid, ${visitorId}::uuid, ${quantity}::int, ${sale.per_person}::int
      WHERE ${quantity}::int <= ${sale.per_person}::int
      ON CONFLICT (tenant_id, program_id, sale_id, visitor_id) DO UPDATE
        SET taken = share.taken + excluded.taken, most = greatest(share.taken + excluded.taken, excluded.most)
        WHERE share.taken + excluded.taken <= excluded.most
      RETURNING taken`.execute(at.tx)
    if (share.rows.length === 0)
      throw new ShopRefusal('price-changed', `A person gets ${sale.per_person} of the sale`, [saleId])
    await at.tx
      .insertInto('flash_sale_take')
      .values({ ...at.keys, order_id: orderId, sale_id: saleId, quantity })
      .execute()
    await tellOfSale(at, saleId, sale, quantity)
  }
}

/** The order will not be: others may have its pieces, and so may its customer. */
export async function releaseSales(at: ShopTx, orderId: string, visitorId: string): Promise<void> {
  const takes = await at.tx
    .updateTable('flash_sale_take')
    .set({ released_at: sql<Date>`now()` })
    .where('program_id', '=', at.programId)
    .where('order_id', '=', orderId)
    .where('released_at', 'is', null)
    .returning(['sale_id', 'quantity'])
    .execute()
  for (const { sale_id, quantity } of takes.toSorted((a, b) => (a.sale_id < b.sale_id ? -1 : 1))) {
    const sale = await at.tx
      .updateTable('flash_sale')
      .set((eb) => ({ sold: eb('sold', '-', quantity) }))
      .where('program_id', '=', at.programId)
      .where('id', '=', sale_id)
      .returning(['sold', 'quantity'])
      .executeTakeFirstOrThrow()
    await at.tx
      .updateTable('flash_sale_share')
      .set((eb) => ({ taken: eb('taken', '-', quantity) }))
      .where('program_id', '=', at.programId)
      .where('sale_id', '=', sale_id)
      .where('visitor_id', '=', visitorId)
      .execute()
    await tellOfSale(at, sale_id, sale, -quantity)
  }
}

/**
 * Pages show how much is gone in tenths, and the last few one by one: when that changes, they are told. A moment later,
 * by a timer: the program's row, which every change of what pages show waits for, is no place for a queue of buyers.
 */
async function tellOfSale(
  at: ShopTx,
  saleId: string,
  { sold, quantity }: { readonly sold: number; readonly quantity: number },
  change: number,
): Promise<void> {
  const before = sold - change
  const isNews =
    tenthsSold(before, quantity) !== tenthsSold(sold, quantity) || quantity - Math.max(sold, before) <= fewLeft
  if (isNews) await scheduleTimer(at, 'sale-news', saleId, 'now')
}

/** A person who was two visitors has what both had, also where that is more than one gets. The caller holds both. */
export async function mergeShares({ tx, programId }: ShopTx, from: string, into: string): Promise<void> {
  await sql`
    SELECT id FROM flash_sale WHERE program_id = ${programId} AND id IN (
      SELECT sale_id FROM flash_sale_share WHERE program_id = ${programId} AND visitor_id = ${from}
    ) ORDER BY id FOR UPDATE`.execute(tx)
  await sql`
    WITH moved AS (
      DELETE FROM flash_sale_share WHERE program_id = ${programId} AND visitor_id = ${from} RETURNING *
    )
    INSERT INTO flash_sale_share AS share (tenant_id, program_id, sale_id, visitor_id, taken, most)
    SELECT tenant_id, program_id, sale_id, ${into}::uuid, taken, most FROM moved
    ON CONFLICT (tenant_id, program_id, sale_id, visitor_id) DO UPDATE
      SET taken = share.taken + excluded.taken, most = greatest(share.most, share.taken + excluded.taken)`.execute(tx)
}
