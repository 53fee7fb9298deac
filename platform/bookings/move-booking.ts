/** A booking goes to another time, and keeps its code. */
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { MoveBookingRequest } from '#model/shop/bookings.ts'
import type { BookingTable } from '#platform/db/commerce-tables.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { hasBegun, lockBooking, lockOwn } from './change-booking.ts'
import { endExpiredHolds, lockResources, parseInstant, requireFree, takeResource } from './hold-slot.ts'
import { loadBookable } from './load-slots.ts'
import { findSlot } from './slots.ts'
import type { SlotTime } from './slots.ts'

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
  const { resources, rules } = await loadBookable(at, booking.service_id, request.partySize)
  const slot = findSlot(rules, parseInstant(request.startsAtIso), at.now)
  if (!slot) throw new ShopRefusal('slot-taken', 'This time is not offered')
  const ids = resources.map(({ id }) => id)
  await moveTo(at, booking, { slot, partySize: request.partySize, resourceIds: ids, actor: 'visitor' })
  return { bookingId }
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
  const { resources, rules } = await loadBookable(at, booking.service_id, booking.party_size)
  const slot = findSlot({ ...rules, minNoticeMinutes: 0 }, parseInstant(to.startsAtIso), at.now)
  if (!slot) throw new ShopRefusal('slot-taken', 'This time is not offered')
  const ids = resources.map(({ id }) => id).filter((id) => to.resourceId === undefined || id === to.resourceId)
  await moveTo(at, booking, { slot, partySize: booking.party_size, resourceIds: ids, actor })
}

interface Move {
  readonly slot: SlotTime
  readonly partySize: number
  /** Where it may go, the best first. */
  readonly resourceIds: readonly string[]
  readonly actor: string
}

/** Its own table counts as free: it is given back first, and stays its own when the transaction is undone. */
async function moveTo(
  at: ShopTx,
  booking: Selectable<BookingTable>,
  { slot, partySize, resourceIds, actor }: Move,
): Promise<void> {
  const { tx, programId } = at
  if (resourceIds.length === 0) throw new ShopRefusal('slot-taken', 'There is no table for so many')
  await lockResources(at, resourceIds)
  const own = await tx
    .deleteFrom('booking_resource')
    .where('program_id', '=', programId)
    .where('booking_id', '=', booking.id)
    .returning('resource_id')
    .execute()
  await endExpiredHolds(at, resourceIds, slot)
  const free = await requireFree(at, resourceIds, slot)
  // Nobody changes the table without a need.
  const kept = own.map(({ resource_id }) => resource_id).filter((id) => free.includes(id))
  let isTaken = false
  for (const id of [...kept, ...free]) {
    isTaken = await takeResource(at, booking.id, id, slot)
    if (isTaken) break
  }
  if (!isTaken) throw new ShopRefusal('slot-taken', 'Everything is taken at this time')
  await tx
    .updateTable('booking')
    .set((eb) => ({
      starts_at: slot.start.toString(),
      ends_at: slot.end.toString(),
      wall_start: slot.start.toZonedDateTimeISO(booking.time_zone).toPlainDateTime().toString(),
      party_size: partySize,
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
      starts_at: slot.start.toString(),
    })
    .execute()
  at.emit('booking', booking.id)
}
