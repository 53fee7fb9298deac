import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { bookingMoves, bookingStatusAfter, isActive } from '#model/shop/booking-moves.ts'
import type { BookingAction, BookingStatus, ConfirmBookingRequest } from '#model/shop/bookings.ts'
import type { BookingTable } from '#platform/db/commerce-tables.ts'
import { recordConsent } from '#platform/members/consent.ts'
import { normalisePhone } from '#platform/members/phone.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { releaseSeats } from './release-seats.ts'

type BookingRow = Selectable<BookingTable>

/**
 * Makes a held slot a booking, with the person it is for.
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
  await recordConsent(at, visitorId, 'booking')
  const shop = await loadShop(at)
  await move(at, booking, 'confirmed', 'visitor', {
    contact_name: request.name.trim(),
    contact_phone: normalisePhone(request.phone, shop.phone),
    note: request.note.trim(),
  })
  return { bookingId: booking.id }
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
  await move(at, booking, bookingStatusAfter[action], actor)
}

/** The hold's time is over, if it still is one. */
export async function expireHold(at: ShopTx, bookingId: string): Promise<void> {
  const booking = await lockBooking(at, bookingId)
  const isOver = booking?.hold_until && booking.hold_until.getTime() <= at.now.epochMilliseconds
  if (booking?.status === 'held' && isOver) await move(at, booking, 'expired', 'system')
}

/** @returns false when the booking was not in `from` any more */
export async function endBooking(
  at: ShopTx,
  bookingId: string,
  from: BookingStatus,
  to: BookingStatus,
  actor: string,
): Promise<boolean> {
  const booking = await lockBooking(at, bookingId)
  if (booking?.status !== from) return false
  await move(at, booking, to, actor)
  return true
}

export async function lockOwn(at: ShopTx, bookingId: string, visitorId: string): Promise<BookingRow> {
  const booking = await lockBooking(at, bookingId)
  if (booking?.visitor_id !== visitorId) throw new ShopRefusal('not-found', 'There is no such booking', [bookingId])
  return booking
}

export async function lockBooking({ tx, programId }: ShopTx, bookingId: string): Promise<BookingRow | undefined> {
  if (!isId(bookingId)) return undefined
  return tx
    .selectFrom('booking')
    .selectAll()
    .where('program_id', '=', programId)
    .where('id', '=', bookingId)
    .forUpdate()
    .executeTakeFirst()
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
  await at.tx
    .updateTable('booking')
    .set((eb) => ({ ...contact, status: to, hold_until: null, version: eb('version', '+', 1) }))
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
  if (to !== 'expired' && !(booking.status === 'held' && to === 'cancelled')) at.emit('booking', booking.id)
}
