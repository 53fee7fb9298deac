import { isUnpaid, lockOrder } from '#platform/orders/change-order.ts'
import { isCalledOff } from '#platform/orders/order-machine.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { createPayment } from './create-payment.ts'
import { findOpenPayment } from './open-payment.ts'

const payMinutes = 15

/**
 * A way to pay an own order that waits for its money: the open payment if there is one, else a new one.
 * @throws ShopRefusal `not-found`; `conflict` when it is paid, called off or its time is over
 */
export async function payOrder(
  at: ShopTx,
  visitorId: string,
  orderId: string,
  returnUrl: string,
): Promise<{ paymentId: string }> {
  const order = await lockOrder(at, orderId)
  if (order?.visitor_id !== visitorId) throw new ShopRefusal('not-found', 'There is no such order', [orderId])
  const isOver = order.expires_at !== null && order.expires_at.getTime() <= at.now.epochMilliseconds
  if (
    !isUnpaid(order) ||
    isCalledOff(order.status) ||
    order.status === 'completed' ||
    isOver ||
    order.total_minor === 0
  )
    throw new ShopRefusal('conflict', 'This order does not wait for a payment', [orderId])
  if (order.pay_status !== 'pending') {
    await at.tx
      .updateTable('shop_order')
      .set((eb) => ({ pay_status: 'pending', version: eb('version', '+', 1) }))
      .where('program_id', '=', at.programId)
      .where('id', '=', orderId)
      .execute()
    at.emit('order', orderId)
  }
  const open = await findOpenPayment(at, orderId)
  if (open) return { paymentId: open.id }
  const { name } = await at.tx
    .selectFrom('shop')
    .select('name')
    .where('program_id', '=', at.programId)
    .executeTakeFirstOrThrow()
  const paymentId = await createPayment(at, {
    orderId,
    nodeId: null,
    visitorId,
    amountMinor: order.total_minor,
    currency: order.currency,
    subject: name,
    note: '',
    returnUrl,
    expiresAt: order.expires_at ?? new Date(at.now.add({ minutes: payMinutes }).epochMilliseconds),
  })
  return { paymentId }
}
