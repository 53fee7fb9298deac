import { sql } from 'kysely'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import type { StockEntry, StockLevel } from '#platform/contract/stock.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

type At = Pick<ShopTx, 'tx' | 'programId'>

/** Of every variant that was ever counted. */
export async function loadLevels({ tx, programId }: At, variantId?: string): Promise<StockLevel[]> {
  const rows = await tx
    .selectFrom('variant_stock')
    .selectAll()
    .where('program_id', '=', programId)
    .$if(variantId !== undefined, (query) => query.where('variant_id', '=', variantId ?? ''))
    .orderBy('variant_id')
    .execute()
  return rows.map((row) => ({
    variantId: row.variant_id,
    dishId: row.dish_id,
    tracked: row.tracked,
    onHand: row.on_hand,
    reserved: row.reserved,
    lowAt: row.low_at,
  }))
}

const mostEntries = 100

/** The newest moves first. Whoever did it is told by id, null for customers and what happens by itself. */
export async function loadEntries({ tx, programId }: At, variantId: string): Promise<Omit<StockEntry, 'byName'>[]> {
  const rows = await tx
    .selectFrom('stock_entry')
    .leftJoin('shop_order', (join) =>
      join
        .onRef('shop_order.program_id', '=', 'stock_entry.program_id')
        .on((eb) => eb('stock_entry.ref', '=', sql<string>`'order:' || ${eb.ref('shop_order.id')}`)),
    )
    .select(['seq', 'kind', 'delta', 'on_hand_after', 'actor', 'note', 'at', 'shop_order.number as orderNumber'])
    .where('stock_entry.program_id', '=', programId)
    .where('variant_id', '=', variantId)
    .orderBy('seq', 'desc')
    .limit(mostEntries)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    kind: row.kind,
    delta: row.delta,
    onHandAfter: row.on_hand_after,
    atIso: row.at.toISOString(),
    by: row.actor.startsWith('user:') ? row.actor.slice('user:'.length) : null,
    orderNumber: row.orderNumber,
    note: row.note,
  }))
}

/** What orders took of counted stock, by order. */
export async function loadOrderStock(
  { tx, programId }: At,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, NonNullable<MerchantOrder['stock']>>> {
  const rows = await tx
    .selectFrom('order_stock')
    .innerJoin('order_line', (join) =>
      join
        .onRef('order_line.program_id', '=', 'order_stock.program_id')
        .onRef('order_line.order_id', '=', 'order_stock.order_id')
        .onRef('order_line.variant_id', '=', 'order_stock.variant_id'),
    )
    .select(['order_stock.order_id', 'order_stock.variant_id', 'order_stock.quantity', 'order_stock.returned'])
    .select(['order_line.name', 'order_line.variant_name'])
    .where('order_stock.program_id', '=', programId)
    .where('order_stock.order_id', 'in', [...orderIds])
    .where('order_stock.state', '=', 'taken')
    .orderBy('order_line.seq')
    .execute()
  const found = new Map<string, NonNullable<MerchantOrder['stock']>>()
  for (const row of rows) {
    const list = found.get(row.order_id) ?? []
    // Two lines may be of one variant, with other choices.
    if (list.some(({ variantId }) => variantId === row.variant_id)) continue
    const name = [row.name, row.variant_name].filter(Boolean).join(' ')
    found.set(row.order_id, [
      ...list,
      { variantId: row.variant_id, name, quantity: row.quantity, returned: row.returned },
    ])
  }
  return found
}
