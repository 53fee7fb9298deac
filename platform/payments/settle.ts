/** The one place where a payment becomes money: by notification, by query, whoever is first. */
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { PaymentTable } from '#platform/db/commerce-tables.ts'
import { depositPaid } from '#platform/bookings/change-booking.ts'
import { lockBooking } from '#platform/bookings/lock-booking.ts'
import { addPoints, findMemberOf, pointsFor } from '#platform/members/points.ts'
import { isUnpaid, lockOrder, markPaid, placeDraft } from '#platform/orders/change-order.ts'
import { isCalledOff } from '#platform/orders/order-machine.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { findTippedOrder, settleTip } from '#platform/tips/settle-tip.ts'
import { refundWhole } from './refunds.ts'

export type SettleOutcome = 'settled' | 'repeated' | 'late'

/**
 * Takes a payment as paid. Money for an order or a booking that is expired, called off or paid already is recorded and sent
 * back whole (`late`). Doing it again does nothing.
 */
export async function settlePayment(at: ShopTx, paymentId: string, providerTxn: string): Promise<SettleOutcome> {
  const { order_id, booking_id } = await at.tx
    .selectFrom('payment')
    .select(['order_id', 'booking_id'])
    .where('program_id', '=', at.programId)
    .where('id', '=', paymentId)
    .executeTakeFirstOrThrow()
  const tippedId = order_id === null ? await findTippedOrder(at, paymentId) : undefined
  const lockedId = order_id ?? tippedId
  const order = lockedId === undefined ? undefined : await lockOrder(at, lockedId)
  const booking = booking_id === null ? undefined : await lockBooking(at, booking_id)
  const payment = await capture(at, paymentId, providerTxn)
  if (!payment) return 'repeated'
  if (booking) {
    if (await depositPaid(at, booking)) return 'settled'
    await refundWhole(at, paymentId, 'late payment')
    at.emit('booking', booking.id)
    return 'late'
  }
  if (!order) {
    await earnForDirect(at, payment)
    return 'settled'
  }
  if (tippedId !== undefined) return settleTip(at, paymentId, order)
  if (isCalledOff(order.status) || !isUnpaid(order)) {
    await refundWhole(at, paymentId, 'late payment')
    at.emit('order', order.id)
    return 'late'
  }
  if (order.status === 'draft') await placeDraft(at, order.id, 'paid')
  else await markPaid(at, order)
  return 'settled'
}

/** @returns undefined when the money was taken before */
async function capture(
  at: ShopTx,
  paymentId: string,
  providerTxn: string,
): Promise<Selectable<PaymentTable> | undefined> {
  return at.tx
    .updateTable('payment')
    .set((eb) => ({
      status: 'succeeded',
      provider_txn: providerTxn,
      captured_minor: eb.ref('amount_minor'),
      paid_at: sql<Date>`now()`,
      version: eb('version', '+', 1),
    }))
    .where('program_id', '=', at.programId)
    .where('id', '=', paymentId)
    .where('status', '!=', 'succeeded')
    .returningAll()
    .executeTakeFirst()
}

async function earnForDirect(at: ShopTx, payment: Selectable<PaymentTable>): Promise<void> {
  const member = await findMemberOf(at, payment.visitor_id)
  if (!member) return
  const { points_per_unit, name } = await loadShop(at)
  const delta = pointsFor(payment.amount_minor, payment.currency, points_per_unit)
  const isNew = await addPoints(at, {
    memberId: member.id,
    kind: 'earn',
    delta,
    ref: `payment:${payment.id}`,
    label: name,
  })
  if (isNew) at.emit('member', member.id)
}
