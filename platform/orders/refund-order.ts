/** The shop gives back part of an order that stands, or all of it. Calling an order off is `change-order.ts`. */
import { sql } from 'kysely'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { holdRefund } from '#platform/payments/refunds.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { returnStock } from '#platform/stock/order-stock.ts'
import { lockOrder } from './change-order.ts'
import { isCalledOff } from './order-machine.ts'
import { takeOff } from './settle-order-refund.ts'

export interface RefundRequest {
  readonly orderId: string
  readonly amountMinor: number
  readonly reason: string
  /** What comes back on the shelf with it; nothing when left out. */
  readonly restock?: readonly { readonly variantId: string; readonly quantity: number }[]
  /** `user:<id>`. */
  readonly actor: string
}

/**
 * Gives back the way it was paid: through the provider, after the commit, or from the till at once. However many ask at the
 * same time, no more goes back than the order came to.
 * @throws ShopRefusal `not-found`; `conflict` for an order that is not paid or was called off; `amount-out-of-range` when
 *   less than this is left of it, or more should come back than it took
 */
export async function refundOrder(
  at: ShopTx,
  { orderId, amountMinor, reason, actor, restock = [] }: RefundRequest,
): Promise<{ orderRefundId: string }> {
  const order = await lockOrder(at, orderId)
  if (!order || order.number === null) throw new ShopRefusal('not-found', 'There is no such order', [orderId])
  const isPaid = order.pay_status === 'paid' || order.pay_status === 'part_refunded'
  if (!isPaid || isCalledOff(order.status)) throw new ShopRefusal('conflict', 'This order is not paid', [orderId])
  if (amountMinor > order.total_minor - order.refunded_minor - order.refund_held_minor)
    throw new ShopRefusal('amount-out-of-range', 'Less than this is left of the order', [orderId])
  const refundId = await holdRefund(at, orderId, amountMinor, reason)
  const isCash = refundId === 'none'
  const id = uuidv7()
  await at.tx
    .insertInto('order_refund')
    .values({
      ...at.keys,
      id,
      order_id: orderId,
      amount_minor: amountMinor,
      refund_id: isCash ? null : refundId,
      status: isCash ? 'succeeded' : 'requested',
      reason,
      actor,
      done_at: isCash ? sql<Date>`now()` : null,
    })
    .execute()
  await at.tx
    .updateTable('shop_order')
    .set((eb) => ({ refund_held_minor: eb('refund_held_minor', '+', amountMinor), version: eb('version', '+', 1) }))
    .where('program_id', '=', at.programId)
    .where('id', '=', orderId)
    .execute()
  await returnStock(at, { orderId, what: restock, ref: `refund:${id}`, actor })
  at.emit('order', orderId)
  if (isCash) await takeOff(at, { orderId, id, amountMinor, isGiven: true })
  return { orderRefundId: id }
}
