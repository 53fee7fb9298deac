/** A booking goes to another time, and keeps its code. */
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { MoveBookingRequest } from '#model/shop/bookings.ts'
import type { BookingTable } from '#platform/db/commerce-tables.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { hasBegun } from './change-booking.ts'
import { findVisit } from './find-visit.ts'
import type { Visit } from './find-visit.ts'
import { wallTime } from './hold-slot.ts'
import { loadBookable } from './load-bookable.ts'
import type { BookableService } from './load-bookable.ts'
import { instantOf } from './load-taken.ts'
import { lockBooking, lockOwn } from './lock-booking.ts'
import { releaseSeats } from './release-seats.ts'
import { lockSeatings, requireFree, takeSeating, takeSeats } from './take-place.ts'

/**
 * The customer moves an own booking, by the rules that a new one has.
 * @throws ShopRefusal `slot-taken`, and nothing has changed; `conflict` for one that has begun or was called off
 */
export async function moveOwnBooking(
  at: ShopTx,
  visitorId: string,
  bookingId: string,
  request: MoveBookingRequest,
): Promise<{ bookingId: string }> {
  const booking = await lockOwn(at, bookingId, visitorId)
  if (booking.status !== 'confirmed' || hasBegun(at, booking))
    throw new ShopRefusal('conflict', 'Only a booking that is ahead can be moved', [bookingId])
  requireFreeToChange(at, booking, request.partySize)
  const bookable = await loadBookable(at, booking.service_id, request.partySize)
  const visit = findVisit(bookable, request.startsAtIso, booking.nights, at.now)
  const { seatings } = bookable
  await moveTo(at, booking, { bookable, visit, partySize: request.partySize, seatings, actor: 'visitor' })
  return { bookingId }
}

/** A deposit is for this time and these people: a late change would be a way around the rule for calling it off. */
function requireFreeToChange(at: ShopTx, booking: Selectable<BookingTable>, partySize: number): void {
  if (booking.deposit_minor === 0) return
  const freeUntilMs = booking.starts_at.getTime() - booking.free_cancel_minutes * 60_000
  if (at.now.epochMilliseconds > freeUntilMs || partySize !== booking.party_size)
    throw new ShopRefusal('conflict', 'With a deposit, only the time can be changed, and only in good time', [
      booking.id,
    ])
}

/**
 * The counter moves it: to any time that the service begins at, however soon, and to the table it names.
 * @throws ShopRefusal `not-found`, `slot-taken`, `conflict` for one that was called off, is over, or changed meanwhile
 */
export async function moveBooking(
  at: ShopTx,
  bookingId: string,
  to: { readonly startsAtIso: string; readonly resourceId?: string | undefined; readonly ifVersion: number },
  actor: string,
): Promise<void> {
  const booking = await lockBooking(at, bookingId)
  if (!booking || booking.status === 'held') throw new ShopRefusal('not-found', 'There is no such booking', [bookingId])
  if (booking.version !== to.ifVersion) throw new ShopRefusal('conflict', 'Somebody else was faster', [bookingId])
  if (booking.status !== 'confirmed') throw new ShopRefusal('conflict', 'Only what is ahead can be moved', [bookingId])
  const found = await loadBookable(at, booking.service_id, booking.party_size)
  const bookable = {
    ...found,
    rules: { ...found.rules, minNoticeMinutes: 0 },
    ...(found.stay && { stay: { ...found.stay, minNoticeMinutes: 0 } }),
  }
  const visit = findVisit(bookable, to.startsAtIso, booking.nights, at.now)
  const seatings = bookable.seatings.filter((each) => to.resourceId === undefined || each.join('+') === to.resourceId)
  await moveTo(at, booking, { bookable, visit, partySize: booking.party_size, seatings, actor })
}

interface Move {
  readonly bookable: BookableService
  readonly visit: Visit
  readonly partySize: number
  /** Where it may go, the best first. */
  readonly seatings: BookableService['seatings']
  readonly actor: string
}

/** Its own place counts as free: it is given back first, and stays its own when the transaction is undone. */
async function moveTo(
  at: ShopTx,
  booking: Selectable<BookingTable>,
  { bookable, visit, partySize, seatings, actor }: Move,
): Promise<void> {
  const { tx, programId } = at
  if (bookable.service.kind === 'class') {
    await releaseSeats(at, booking)
    await takeSeats(at, bookable, visit, partySize)
  } else await moveSeating(at, booking.id, seatings, visit)
  await tx
    .updateTable('booking')
    .set((eb) => ({
      starts_at: instantOf(visit.fromMs),
      ends_at: instantOf(visit.toMs),
      wall_start: wallTime(visit.fromMs, booking.time_zone),
      party_size: partySize,
      // A class is paid for each person, at the price that was promised; nothing else costs more for more people.
      ...(bookable.service.kind === 'class' && {
        price_minor: (booking.price_minor / booking.party_size) * partySize,
      }),
      version: eb('version', '+', 1),
    }))
    .where('program_id', '=', programId)
    .where('id', '=', booking.id)
    .execute()
  await tx
    .insertInto('booking_event')
    .values({
      ...at.keys,
      booking_id: booking.id,
      seq: sql<number>`(SELECT coalesce(max(seq), 0) + 1 FROM booking_event WHERE program_id = ${programId} AND booking_id = ${booking.id})`,
      from_status: booking.status,
      to_status: booking.status,
      actor,
      starts_at: instantOf(visit.fromMs),
    })
    .execute()
  at.emit('booking', booking.id)
}

async function moveSeating(
  at: ShopTx,
  bookingId: string,
  seatings: BookableService['seatings'],
  visit: Visit,
): Promise<void> {
  if (seatings.length === 0) throw new ShopRefusal('slot-taken', 'There is no table for so many')
  await lockSeatings(at, seatings, visit)
  const own = await at.tx
    .deleteFrom('booking_resource')
    .where('program_id', '=', at.programId)
    .where('booking_id', '=', bookingId)
    .returning('resource_id')
    .execute()
  const had = new Set(own.map(({ resource_id }) => resource_id))
  const free = await requireFree(at, seatings, visit)
  // Nobody changes the table without a need.
  const kept = free.filter((seating) => seating.length === had.size && seating.every((id) => had.has(id)))
  for (const seating of [...kept, ...free]) if (await takeSeating(at, bookingId, seating, visit)) return
  throw new ShopRefusal('slot-taken', 'Everything is taken at this time')
}
