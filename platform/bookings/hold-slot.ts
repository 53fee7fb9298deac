import { Temporal } from 'temporal-polyfill'
import { randomInt } from 'node:crypto'
import { bookingPriceMinor } from '#model/shop/booking-price.ts'
import type { HoldRequest } from '#model/shop/bookings.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { scheduleTimer } from '#platform/shop/timers.ts'
import { findVisit } from './find-visit.ts'
import type { Visit } from './find-visit.ts'
import { loadBookable } from './load-bookable.ts'
import type { BookableService } from './load-bookable.ts'
import { instantOf } from './load-taken.ts'
import { lockSeatings, requireFree, takeSeating, takeSeats } from './take-place.ts'

const holdMinutes = 10
/** Unconfirmed holds that one visitor may have at a time, so that nobody empties the book. */
const mostLiveHolds = 2

/**
 * Takes a slot for ten minutes: the best table or tables for the party, a free member of staff, a room, seats of a class.
 *
 * A hold is a row, so there is nothing between looking and taking: the resources are locked in order of their ids, and
 * the database's exclusion constraint has the last word; seats of a class are counted in the statement that takes them.
 * @throws ShopRefusal `slot-taken`, also when the rules no longer offer this time; `too-many-holds`; `wrong-choice`
 */
export async function holdSlot(at: ShopTx, visitorId: string, request: HoldRequest): Promise<{ bookingId: string }> {
  const bookable = await loadBookable(at, request.serviceId, request.partySize, request.resourceId)
  const visit = findVisit(bookable, request.startsAtIso, request.nights ?? 0, at.now)
  const { service, seatings } = bookable
  if (service.kind === 'class') {
    await requireFewHolds(at, visitorId)
    const bookingId = await insertBooking(at, visitorId, request, bookable, visit)
    await takeSeats(at, bookable, visit, request.partySize)
    return { bookingId }
  }
  // Looked at without a lock first: a crowd that comes too late is told so at once and does not queue.
  await requireFree(at, seatings, visit)
  await requireFewHolds(at, visitorId)
  await lockSeatings(at, seatings, visit)
  const free = await requireFree(at, seatings, visit)
  const bookingId = await insertBooking(at, visitorId, request, bookable, visit)
  for (const seating of free) if (await takeSeating(at, bookingId, seating, visit)) return { bookingId }
  throw new ShopRefusal('slot-taken', 'Everything is taken at this time')
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

async function insertBooking(
  at: ShopTx,
  visitorId: string,
  request: HoldRequest,
  { service, rules }: BookableService,
  visit: Visit,
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
        starts_at: instantOf(visit.fromMs),
        ends_at: instantOf(visit.toMs),
        time_zone: rules.timeZone,
        wall_start: wallTime(visit.fromMs, rules.timeZone),
        party_size: request.partySize,
        nights: visit.nights,
        price_minor: bookingPriceMinor(
          { kind: service.kind, priceMinor: service.price_minor },
          { partySize: request.partySize, nights: visit.nights },
        ),
        hold_until: holdUntil,
        needs_approval: service.needs_approval,
        deposit_minor: service.deposit_minor * (service.kind === 'class' ? request.partySize : 1),
        free_cancel_minutes: service.free_cancel_minutes,
        late_refund_percent: service.late_refund_percent,
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

/** Easy to say at the door: nothing that sounds or looks like something else. */
function randomCode(length: number): string {
  const letters = '34679ACDEFGHJKMNPQRTWXY'
  return Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')
}

/** The time as it is promised, `YYYY-MM-DDTHH:MM:SS`. */
export function wallTime(ms: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDateTime().toString()
}
