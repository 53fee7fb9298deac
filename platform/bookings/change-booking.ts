import { sql } from 'kysely'
import { bookingMoves, bookingStatusAfter, isActive, mayAct } from '#model/shop/booking-moves.ts'
import type { BookingAction, BookingStatus, ConfirmBookingRequest } from '#model/shop/bookings.ts'
import { depositToReturn } from '#model/shop/deposit.ts'
import { recordConsent } from '#platform/members/consent.ts'
import { normalisePhone } from '#platform/members/phone.ts'
import { cancelOpenPayments, refundDeposit } from '#platform/payments/refunds.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { scheduleTimer } from '#platform/shop/timers.ts'
import { lockBooking, lockOwn } from './lock-booking.ts'
import type { BookingRow } from './lock-booking.ts'
import { releaseSeats } from './release-seats.ts'

const payMinutes = 15
/** So long the shop may think about a request; when it does not answer, the place is free again. */
const answerHours = 24

/**
 * Makes a held slot a booking, with the person it is for; where the shop asks for a deposit or wants to say yes, one that
 * waits for that.
 * @throws ShopRefusal `hold-expired` when the ten minutes are over
 */
export async function confirmBooking(
  at: ShopTx,
  visitorId: string,
  request: ConfirmBookingRequest,
): Promise<{ bookingId: string }> {
  const booking = await lockOwn(at, request.bookingId, visitorId)
  const isOver = booking.hold_until !== null && booking.hold_until.getTime() <= at.now.epochMilliseconds
  if (booking.status === 'expired' || (booking.status === 'held' && isOver))
    throw new ShopRefusal('hold-expired', 'The slot was held for ten minutes, which are over', [booking.id])
  // Asked again, e.g. by another tab: what waits for its money is not confirmed by a form.
  if (booking.status !== 'held') throw new ShopRefusal('conflict', 'This booking was made already', [booking.id])
  await recordConsent(at, visitorId, 'booking')
  const shop = await loadShop(at)
  const contact = {
    contact_name: request.name.trim(),
    contact_phone: normalisePhone(request.phone, shop.phone),
    note: request.note.trim(),
  }
  const to = booking.deposit_minor > 0 ? 'unpaid' : booking.needs_approval ? 'requested' : 'confirmed'
  await move(at, booking, to, 'visitor', contact)
  return { bookingId: booking.id }
}

/** The money is there. @returns false when the booking does not wait for it, or not any more */
export async function depositPaid(at: ShopTx, booking: BookingRow): Promise<boolean> {
  if (booking.status !== 'unpaid') return false
  await move(at, booking, booking.needs_approval ? 'requested' : 'confirmed', 'payment')
  return true
}

export async function cancelOwnBooking(
  at: ShopTx,
  visitorId: string,
  bookingId: string,
): Promise<{ bookingId: string }> {
  const booking = await lockOwn(at, bookingId, visitorId)
  // Who sits at the table does not cancel it by phone, nor who should have been there by now.
  if (booking.status === 'checked_in' || hasBegun(at, booking))
    throw new ShopRefusal('conflict', 'The booking has begun', [bookingId])
  await move(at, booking, 'cancelled', 'visitor')
  const rule = {
    amountMinor: booking.deposit_minor,
    freeCancelMinutes: booking.free_cancel_minutes,
    lateRefundPercent: booking.late_refund_percent,
  }
  // What the shop has not agreed to yet binds nobody.
  const backMinor =
    booking.status === 'requested'
      ? booking.deposit_minor
      : depositToReturn(rule, booking.starts_at.getTime(), at.now.epochMilliseconds)
  await refundDeposit(at, bookingId, backMinor, 'called off by the customer')
  return { bookingId }
}

/** A hold is of a time ahead; what was confirmed is the customer's to change until it begins. */
export function hasBegun({ now }: ShopTx, { status, starts_at }: BookingRow): boolean {
  return status !== 'held' && starts_at.getTime() <= now.epochMilliseconds
}

/** What the counter does with a booking. @throws ShopRefusal `not-found`, `conflict` */
export async function actOnBooking(at: ShopTx, bookingId: string, action: BookingAction, actor: string): Promise<void> {
  const booking = await lockBooking(at, bookingId)
  if (!booking || booking.status === 'held') throw new ShopRefusal('not-found', 'There is no such booking', [bookingId])
  if (!mayAct(booking.status, action))
    throw new ShopRefusal('conflict', `A booking that is ${booking.status} cannot be changed so`, [bookingId])
  if (action === 'no-show' && booking.starts_at.getTime() > at.now.epochMilliseconds)
    throw new ShopRefusal('conflict', 'Nobody is late before it begins', [bookingId])
  await move(at, booking, bookingStatusAfter[action], actor)
  if (action === 'decline' || action === 'cancel')
    await refundDeposit(at, bookingId, booking.deposit_minor, 'called off by the shop')
}

/** What a booking waited for did not come in time, if it still waits: its place is free, its money goes back. */
export async function expireWaiting(at: ShopTx, bookingId: string): Promise<void> {
  const booking = await lockBooking(at, bookingId)
  if (!booking?.hold_until || booking.hold_until.getTime() > at.now.epochMilliseconds) return
  await move(at, booking, 'expired', 'system')
  await refundDeposit(at, bookingId, booking.deposit_minor, 'the shop did not answer')
}

async function move(
  at: ShopTx,
  booking: BookingRow,
  to: BookingStatus,
  actor: string,
  contact: { contact_name?: string; contact_phone?: string; note?: string } = {},
): Promise<void> {
  if (!bookingMoves[booking.status].includes(to))
    throw new ShopRefusal('conflict', `A booking that is ${booking.status} cannot become ${to}`, [booking.id])
  const waitsUntil = waitsUntilOf(at, booking, to)
  await at.tx
    .updateTable('booking')
    .set((eb) => ({ ...contact, status: to, hold_until: waitsUntil, version: eb('version', '+', 1) }))
    .where('program_id', '=', at.programId)
    .where('id', '=', booking.id)
    .execute()
  if (isActive(booking.status) && !isActive(to)) {
    await at.tx
      .updateTable('booking_resource')
      .set({ active: false })
      .where('program_id', '=', at.programId)
      .where('booking_id', '=', booking.id)
      .execute()
    await releaseSeats(at, booking)
  }
  if (waitsUntil) await scheduleTimer(at, 'hold-expiry', booking.id, waitsUntil)
  if (booking.status === 'unpaid') await cancelOpenPayments(at, booking.id, 'booking_id')
  await at.tx
    .insertInto('booking_event')
    .values({
      ...at.keys,
      booking_id: booking.id,
      seq: sql<number>`(SELECT coalesce(max(seq), 0) + 1 FROM booking_event WHERE program_id = ${at.programId} AND booking_id = ${booking.id})`,
      from_status: booking.status,
      to_status: to,
      actor,
    })
    .execute()
  // The counter hears of bookings, not of slots that somebody looks at.
  if (booking.status !== 'held' || (to !== 'expired' && to !== 'cancelled')) at.emit('booking', booking.id)
}

function waitsUntilOf({ now }: ShopTx, { starts_at }: BookingRow, to: BookingStatus): Date | null {
  if (to === 'unpaid') return new Date(now.add({ minutes: payMinutes }).epochMilliseconds)
  if (to !== 'requested') return null
  return new Date(Math.min(now.add({ hours: answerHours }).epochMilliseconds, starts_at.getTime()))
}
