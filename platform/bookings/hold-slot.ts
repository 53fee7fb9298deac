import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { randomInt } from 'node:crypto'
import type { HoldRequest } from '#model/shop/bookings.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { scheduleTimer } from '#platform/shop/timers.ts'
import { endBooking } from './change-booking.ts'
import { loadBookable, loadTaken } from './load-slots.ts'
import type { BookableService } from './load-slots.ts'
import { findSlot } from './slots.ts'
import type { SlotTime } from './slots.ts'

const holdMinutes = 10
/** Unconfirmed holds that one visitor may have at a time, so that nobody empties the book. */
const mostLiveHolds = 2

/**
 * Takes a slot for ten minutes: the smallest table that is free for the party, or a free member of staff.
 *
 * A hold is a row, so there is nothing between looking and taking: the resources are locked in order of their ids, and
 * the database's exclusion constraint has the last word.
 * @throws ShopRefusal `slot-taken`, also when the rules no longer offer this time; `too-many-holds`
 */
export async function holdSlot(at: ShopTx, visitorId: string, request: HoldRequest): Promise<{ bookingId: string }> {
  const bookable = await loadBookable(at, request.serviceId, request.partySize)
  const slot = findSlot(bookable.rules, parseInstant(request.startsAtIso), at.now)
  if (!slot) throw new ShopRefusal('slot-taken', 'This time is not offered')
  const resourceIds = bookable.resources.map(({ id }) => id)
  // Looked at without a lock first: a crowd that comes too late is told so at once and does not queue.
  await requireFree(at, resourceIds, slot)
  await requireFewHolds(at, visitorId)
  await lockResources(at, resourceIds)
  await endExpiredHolds(at, resourceIds, slot)
  const free = await requireFree(at, resourceIds, slot)
  const bookingId = await insertBooking(at, visitorId, request, bookable, slot)
  for (const resourceId of free) if (await takeResource(at, bookingId, resourceId, slot)) return { bookingId }
  throw new ShopRefusal('slot-taken', 'Everything is taken at this time')
}

/** @returns what is free, the smallest first. @throws ShopRefusal `slot-taken` when nothing is */
export async function requireFree(
  at: ShopTx,
  resourceIds: readonly string[],
  slot: SlotTime,
): Promise<readonly string[]> {
  const taken = await loadTaken(at, resourceIds, slot.start, slot.end)
  const free = resourceIds.filter((id) => !taken.some(({ resourceId }) => resourceId === id))
  if (free.length === 0) throw new ShopRefusal('slot-taken', 'Everything is taken at this time')
  return free
}

/** Holds the visitor's row, so that many requests at once are counted one after the other. */
async function requireFewHolds({ tx, programId }: ShopTx, visitorId: string): Promise<void> {
  await tx
    .selectFrom('visitor')
    .select('id')
    .where('program_id', '=', programId)
    .where('id', '=', visitorId)
    .forNoKeyUpdate()
    .execute()
  const { count } = await tx
    .selectFrom('booking')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('program_id', '=', programId)
    .where('visitor_id', '=', visitorId)
    .where('status', '=', 'held')
    .where('hold_until', '>', (eb) => eb.fn<Date>('now'))
    .executeTakeFirstOrThrow()
  if (count >= mostLiveHolds)
    throw new ShopRefusal('too-many-holds', `At most ${mostLiveHolds} slots can be held at a time`)
}

export async function lockResources({ tx, programId }: ShopTx, ids: readonly string[]): Promise<void> {
  await tx
    .selectFrom('resource')
    .select('id')
    .where('program_id', '=', programId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

export async function endExpiredHolds(at: ShopTx, resourceIds: readonly string[], slot: SlotTime): Promise<void> {
  const expired = await at.tx
    .selectFrom('booking')
    .innerJoin('booking_resource', (join) =>
      join
        .onRef('booking_resource.booking_id', '=', 'booking.id')
        .onRef('booking_resource.program_id', '=', 'booking.program_id'),
    )
    .select('booking.id')
    .where('booking.program_id', '=', at.programId)
    .where('booking.status', '=', 'held')
    .where('booking.hold_until', '<=', (eb) => eb.fn<Date>('now'))
    .where('booking_resource.active', '=', true)
    .where('booking_resource.resource_id', 'in', [...resourceIds])
    .where(sql<boolean>`booking_resource.during && tstzrange(${slot.start.toString()}, ${slot.end.toString()})`)
    .orderBy('booking.id')
    .execute()
  for (const { id } of expired) await endBooking(at, id, 'held', 'expired', 'system')
}

async function insertBooking(
  at: ShopTx,
  visitorId: string,
  request: HoldRequest,
  { service, rules }: BookableService,
  slot: SlotTime,
): Promise<string> {
  const id = uuidv7()
  const holdUntil = new Date(at.now.add({ minutes: holdMinutes }).epochMilliseconds)
  for (let length = 4; ; length++) {
    const inserted = await at.tx
      .insertInto('booking')
      .values({
        ...at.keys,
        id,
        service_id: service.id,
        visitor_id: visitorId,
        code: randomCode(length),
        status: 'held',
        starts_at: slot.start.toString(),
        ends_at: slot.end.toString(),
        time_zone: rules.timeZone,
        wall_start: slot.start.toZonedDateTimeISO(rules.timeZone).toPlainDateTime().toString(),
        party_size: request.partySize,
        hold_until: holdUntil,
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'program_id', 'code']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (inserted) break
  }
  await at.tx
    .insertInto('booking_event')
    .values({ ...at.keys, booking_id: id, seq: 1, from_status: null, to_status: 'held', actor: 'visitor' })
    .execute()
  await scheduleTimer(at, 'hold-expiry', id, holdUntil)
  return id
}

export async function takeResource(
  { tx, keys }: ShopTx,
  bookingId: string,
  resourceId: string,
  slot: SlotTime,
): Promise<boolean> {
  const inserted = await tx
    .insertInto('booking_resource')
    .values({
      ...keys,
      booking_id: bookingId,
      resource_id: resourceId,
      during: sql<string>`tstzrange(${slot.start.toString()}, ${slot.end.toString()})`,
    })
    .onConflict((conflict) => conflict.constraint('one_booking_at_a_time').doNothing())
    .returning('resource_id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Easy to say at the door: nothing that sounds or looks like something else. */
function randomCode(length: number): string {
  const letters = '34679ACDEFGHJKMNPQRTWXY'
  return Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')
}

export function parseInstant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text)
  } catch {
    throw new ShopRefusal('bad-request', 'startsAtIso is not an instant')
  }
}
