import { sql } from 'kysely'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { settleOrderRefund } from '#platform/orders/settle-order-refund.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { scheduleTimer } from '#platform/shop/timers.ts'

/** Gives back all that was taken for an order and is not on its way back yet. The order must be locked. */
export async function refundCaptured(at: ShopTx, orderId: string, reason: string): Promise<void> {
  const payments = await at.tx
    .selectFrom('payment')
    .select('id')
    .where('program_id', '=', at.programId)
    .where('order_id', '=', orderId)
    .where('status', '=', 'succeeded')
    .orderBy('id')
    .execute()
  for (const { id } of payments) await refundWhole(at, id, reason)
}

/** Reserves what is left of a payment and asks for its refund; the provider is called after the commit. */
export async function refundWhole(at: ShopTx, paymentId: string, reason: string): Promise<void> {
  const payment = await at.tx
    .selectFrom('payment')
    .select(sql<number>`captured_minor - refunded_minor - refund_held_minor`.as('leftMinor'))
    .where('program_id', '=', at.programId)
    .where('id', '=', paymentId)
    .forUpdate()
    .executeTakeFirst()
  // A part may be on its way already; the rest goes too.
  if (payment && payment.leftMinor > 0) await hold(at, paymentId, payment.leftMinor, reason)
}

/** Gives back so much of what was paid for a booking, or as much as is left of it. The booking must be locked. */
export async function refundDeposit(at: ShopTx, bookingId: string, amountMinor: number, reason: string): Promise<void> {
  const payments = await at.tx
    .selectFrom('payment')
    .select(['id', sql<number>`captured_minor - refunded_minor - refund_held_minor`.as('leftMinor')])
    .where('program_id', '=', at.programId)
    .where('booking_id', '=', bookingId)
    .where('status', '=', 'succeeded')
    .orderBy('id')
    .forUpdate()
    .execute()
  let wantedMinor = amountMinor
  for (const { id, leftMinor } of payments) {
    const partMinor = Math.min(leftMinor, wantedMinor)
    if (partMinor > 0) await hold(at, id, partMinor, reason)
    wantedMinor -= partMinor
  }
}

/**
 * Reserves an amount of what was paid for an order through the provider. The order must be locked.
 * @returns the refund's id; `none` for an order that was paid in cash
 * @throws ShopRefusal `amount-out-of-range` when no payment has so much left
 */
export async function holdRefund(
  at: ShopTx,
  orderId: string,
  amountMinor: number,
  reason: string,
): Promise<string | 'none'> {
  const payments = await at.tx
    .selectFrom('payment')
    .select(['id', sql<number>`captured_minor - refunded_minor - refund_held_minor`.as('leftMinor')])
    .where('program_id', '=', at.programId)
    .where('order_id', '=', orderId)
    .where('status', '=', 'succeeded')
    .orderBy('id')
    .forUpdate()
    .execute()
  // Of an order paid in cash, the provider has what came too late, and that is on its way back whole.
  if (payments.every(({ leftMinor }) => leftMinor === 0)) return 'none'
  const payment = payments.find(({ leftMinor }) => leftMinor >= amountMinor)
  if (!payment) throw new ShopRefusal('amount-out-of-range', 'Less than this is left of what was paid', [orderId])
  return hold(at, payment.id, amountMinor, reason)
}

async function hold(at: ShopTx, paymentId: string, amountMinor: number, reason: string): Promise<string> {
  await at.tx
    .updateTable('payment')
    .set((eb) => ({ refund_held_minor: eb('refund_held_minor', '+', amountMinor), version: eb('version', '+', 1) }))
    .where('program_id', '=', at.programId)
    .where('id', '=', paymentId)
    .execute()
  const id = uuidv7()
  await at.tx
    .insertInto('refund')
    .values({
      ...at.keys,
      id,
      payment_id: paymentId,
      out_request_no: id.replaceAll('-', ''),
      amount_minor: amountMinor,
      status: 'requested',
      reason,
    })
    .execute()
  await scheduleTimer(at, 'refund', id, 'now')
  return id
}

/** Has the open payments of an order, or of a booking, closed with the provider. One that is paid in between comes back by itself. */
export async function cancelOpenPayments(
  at: ShopTx,
  subjectId: string,
  of: 'order_id' | 'booking_id' = 'order_id',
): Promise<void> {
  const open = await at.tx
    .selectFrom('payment')
    .select('id')
    .where('program_id', '=', at.programId)
    .where(of, '=', subjectId)
    .where('status', 'in', ['created', 'pending', 'unknown'])
    .execute()
  for (const { id } of open) await scheduleTimer(at, 'payment-close', id, 'now')
}

/** The provider gave the money back, or will not. */
export async function settleRefund(at: ShopTx, refundId: string, outcome: 'succeeded' | 'failed'): Promise<void> {
  const found = await at.tx
    .selectFrom('refund')
    .innerJoin('payment', (join) =>
      join.onRef('payment.id', '=', 'refund.payment_id').onRef('payment.program_id', '=', 'refund.program_id'),
    )
    .select(['refund.payment_id', 'payment.order_id', 'payment.booking_id'])
    .where('refund.program_id', '=', at.programId)
    .where('refund.id', '=', refundId)
    .executeTakeFirstOrThrow()
  if (found.order_id) {
    const { tx } = at
    await tx
      .selectFrom('shop_order')
      .select('id')
      .where('program_id', '=', at.programId)
      .where('id', '=', found.order_id)
      .forUpdate()
      .execute()
  }
  const refund = await at.tx
    .updateTable('refund')
    .set({ status: outcome, done_at: sql<Date>`now()` })
    .where('program_id', '=', at.programId)
    .where('id', '=', refundId)
    .where('status', '=', 'requested')
    .returning('amount_minor')
    .executeTakeFirst()
  if (!refund) return
  if (found.booking_id) at.emit('booking', found.booking_id)
  const given = outcome === 'succeeded' ? refund.amount_minor : 0
  const payment = await at.tx
    .updateTable('payment')
    .set((eb) => ({
      refund_held_minor: eb('refund_held_minor', '-', refund.amount_minor),
      refunded_minor: eb('refunded_minor', '+', given),
      version: eb('version', '+', 1),
    }))
    .where('program_id', '=', at.programId)
    .where('id', '=', found.payment_id)
    .returning(['captured_minor', 'refunded_minor'])
    .executeTakeFirstOrThrow()
  if (await settleOrderRefund(at, refundId, outcome)) return
  if (outcome === 'succeeded' && found.order_id)
    await showRefund(at, found.order_id, payment.refunded_minor === payment.captured_minor)
}

/** A refund of one payment too many leaves the order paid: another payment still stands for it. */
async function showRefund(at: ShopTx, orderId: string, isWhole: boolean): Promise<void> {
  const standing = await at.tx
    .selectFrom('payment')
    .select('id')
    .where('program_id', '=', at.programId)
    .where('order_id', '=', orderId)
    .where('status', '=', 'succeeded')
    .where((eb) => eb('refunded_minor', '<', eb.ref('captured_minor')))
    .executeTakeFirst()
  const isPaidInCash = await at.tx
    .selectFrom('shop_order')
    .select('id')
    .where('program_id', '=', at.programId)
    .where('id', '=', orderId)
    .where('status', '=', 'completed')
    .executeTakeFirst()
  if ((isWhole && standing) || isPaidInCash) return
  await at.tx
    .updateTable('shop_order')
    .set((eb) => ({ pay_status: isWhole ? 'refunded' : 'part_refunded', version: eb('version', '+', 1) }))
    .where('program_id', '=', at.programId)
    .where('id', '=', orderId)
    .execute()
  at.emit('order', orderId)
}
