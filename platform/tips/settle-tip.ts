/** A tip's money: there, or on its way back with the order that it was for. */
import { sql } from 'kysely'
import type { OrderStatus } from '#model/shop/orders.ts'
import { isCalledOff } from '#platform/orders/order-machine.ts'
import { refundWhole } from '#platform/payments/refunds.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

/** The order that this payment is a tip for; undefined for any other payment. */
export async function findTippedOrder({ tx, programId }: ShopTx, paymentId: string): Promise<string | undefined> {
  const tip = await tx
    .selectFrom('order_tip')
    .select('order_id')
    .where('program_id', '=', programId)
    .where('payment_id', '=', paymentId)
    .executeTakeFirst()
  return tip?.order_id
}

/**
 * The tip's payment is captured. The order must be locked. A tip for an order that was called off meanwhile, or has one
 * already, goes back whole.
 */
export async function settleTip(
  at: ShopTx,
  paymentId: string,
  order: { readonly id: string; readonly status: OrderStatus },
): Promise<'settled' | 'late'> {
  const standing = await standingTip(at, order.id)
  if (isCalledOff(order.status) || standing) {
    await refundWhole(at, paymentId, 'late tip')
    return 'late'
  }
  await at.tx
    .updateTable('order_tip')
    .set({ standing_since: sql<Date>`now()` })
    .where('program_id', '=', at.programId)
    .where('payment_id', '=', paymentId)
    .execute()
  await tellOrder(at, order.id)
  return 'settled'
}

/** The order is called off: so is what was given for it. The order must be locked. */
export async function returnTip(at: ShopTx, orderId: string): Promise<void> {
  const standing = await standingTip(at, orderId)
  if (!standing) return
  await at.tx
    .updateTable('order_tip')
    .set({ standing_since: null })
    .where('program_id', '=', at.programId)
    .where('payment_id', '=', standing.payment_id)
    .execute()
  await refundWhole(at, standing.payment_id, 'order called off')
}

/** By order: what stands. */
export async function loadTips(
  { tx, programId }: Pick<ShopTx, 'tx' | 'programId'>,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('order_tip')
    .innerJoin('payment', (join) =>
      join.onRef('payment.program_id', '=', 'order_tip.program_id').onRef('payment.id', '=', 'order_tip.payment_id'),
    )
    .select(['order_tip.order_id', 'payment.captured_minor'])
    .where('order_tip.program_id', '=', programId)
    .where('order_tip.order_id', 'in', orderIds)
    .where('order_tip.standing_since', 'is not', null)
    .execute()
  return new Map(rows.map(({ order_id, captured_minor }) => [order_id, captured_minor]))
}

async function standingTip({ tx, programId }: ShopTx, orderId: string) {
  return tx
    .selectFrom('order_tip')
    .select('payment_id')
    .where('program_id', '=', programId)
    .where('order_id', '=', orderId)
    .where('standing_since', 'is not', null)
    .executeTakeFirst()
}

async function tellOrder(at: ShopTx, orderId: string): Promise<void> {
  await at.tx
    .updateTable('shop_order')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('program_id', '=', at.programId)
    .where('id', '=', orderId)
    .execute()
  at.emit('order', orderId)
}
