import { findOpenPayment } from '#platform/payments/open-payment.ts'
import { createPayment } from '#platform/payments/create-payment.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { lockOwn } from './lock-booking.ts'

/**
 * A way to pay the deposit of an own booking: the open payment if there is one, else a new one, for as long as it waits.
 * @throws ShopRefusal `not-found`; `conflict` for one that does not wait for its deposit, or not any more
 */
export async function payDeposit(
  at: ShopTx,
  visitorId: string,
  bookingId: string,
  returnUrl: string,
): Promise<{ paymentId: string }> {
  const booking = await lockOwn(at, bookingId, visitorId)
  const isWaiting = booking.hold_until !== null && booking.hold_until.getTime() > at.now.epochMilliseconds
  if (booking.status !== 'unpaid' || !booking.hold_until || !isWaiting)
    throw new ShopRefusal('conflict', 'This booking does not wait for a deposit', [bookingId])
  const open = await findOpenPayment(at, bookingId, 'booking_id')
  if (open) return { paymentId: open.id }
  const { name, currency } = await loadShop(at)
  const paymentId = await createPayment(at, {
    orderId: null,
    nodeId: null,
    bookingId,
    visitorId,
    amountMinor: booking.deposit_minor,
    currency,
    subject: name,
    note: booking.code,
    returnUrl,
    expiresAt: booking.hold_until,
  })
  return { paymentId }
}
