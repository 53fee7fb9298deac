import { z } from 'zod/mini'
import type { Order } from '#model/shop/orders.ts'
import type { ReceiptSeller } from '#platform/db/receipt-tables.ts'
import { findOrder } from '#platform/orders/load-orders.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { receiptNumber } from './issue-receipt.ts'

export interface Receipt {
  readonly number: string
  readonly issuedAt: Date
  readonly seller: ReceiptSeller
  readonly timeZone: string
  readonly order: Order
  /** How the money came; the provider's own number of the payment where there is one. */
  readonly paid: { readonly way: 'counter' | 'online'; readonly transaction: string | null }
}

const receiptKey = z.string().check(z.regex(/^[\w-]{22,64}$/))

/** By the secret of its address; undefined for any other. */
export async function findReceipt(at: ShopTx, key: string): Promise<Receipt | undefined> {
  if (!receiptKey.safeParse(key).success) return undefined
  const row = await at.tx
    .selectFrom('receipt')
    .selectAll()
    .where('program_id', '=', at.programId)
    .where('key', '=', key)
    .executeTakeFirst()
  const order = row && (await findOrder(at, row.order_id))
  if (!order) return undefined
  const payment = await at.tx
    .selectFrom('payment')
    .select('provider_txn')
    .where('program_id', '=', at.programId)
    .where('order_id', '=', order.id)
    .where('captured_minor', '>', 0)
    .orderBy('paid_at')
    .executeTakeFirst()
  return {
    number: receiptNumber(row.business_date, row.number),
    issuedAt: row.issued_at,
    seller: row.seller,
    timeZone: (await loadShop(at)).time_zone,
    order,
    paid: { way: payment ? 'online' : 'counter', transaction: payment?.provider_txn ?? null },
  }
}
