/** A booking takes its place: a person, tables, a room, or seats of a class. */
import { sql } from 'kysely'
import { freeSeatings } from '#model/shop/occupation.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { expireWaiting } from './change-booking.ts'
import type { Visit } from './find-visit.ts'
import type { BookableService } from './load-bookable.ts'
import { instantOf, loadTaken, rangeOf } from './load-taken.ts'

type Seatings = BookableService['seatings']

/** @returns what is free, the best first. @throws ShopRefusal `slot-taken` when nothing is */
export async function requireFree(at: ShopTx, seatings: Seatings, { spans }: Visit): Promise<Seatings> {
  const around = { fromMs: spans[0]?.fromMs ?? 0, toMs: spans.at(-1)?.toMs ?? 0 }
  const free = freeSeatings(seatings, spans, await loadTaken(at, idsOf(seatings), around))
  if (free.length === 0) throw new ShopRefusal('slot-taken', 'Everything is taken at this time')
  return free
}

/**
 * Locks what a visit could take, in order of the ids, and ends the holds there whose time is over. Locked, what is free
 * stays free; the database's exclusion constraint has the last word.
 */
export async function lockSeatings(at: ShopTx, seatings: Seatings, { spans }: Visit): Promise<void> {
  const ids = idsOf(seatings)
  await at.tx
    .selectFrom('resource')
    .select('id')
    .where('program_id', '=', at.programId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const around = { fromMs: spans[0]?.fromMs ?? 0, toMs: spans.at(-1)?.toMs ?? 0 }
  const expired = await at.tx
    .selectFrom('booking')
    .innerJoin('booking_resource', (join) =>
      join
        .onRef('booking_resource.booking_id', '=', 'booking.id')
        .onRef('booking_resource.program_id', '=', 'booking.program_id'),
    )
    .select('booking.id')
    .distinct()
    .where('booking.program_id', '=', at.programId)
    .where('booking.hold_until', '<=', (eb) => eb.fn<Date>('now'))
    .where('booking_resource.active', '=', true)
    .where('booking_resource.resource_id', 'in', ids)
    .where(sql<boolean>`booking_resource.during && ${rangeOf(around)}`)
    .orderBy('booking.id')
    .execute()
  for (const { id } of expired) await expireWaiting(at, id)
}

/** @returns false when somebody else has one of them, and then none is taken by this call */
export async function takeSeating(
  { tx, keys }: ShopTx,
  bookingId: string,
  seating: readonly string[],
  { spans }: Visit,
): Promise<boolean> {
  const during = sql<string>`tstzmultirange(${sql.join(spans.map(rangeOf))})`
  const taken = await tx
    .insertInto('booking_resource')
    .values(seating.map((id) => ({ ...keys, booking_id: bookingId, resource_id: id, during })))
    .onConflict((conflict) => conflict.constraint('one_booking_at_a_time').doNothing())
    .returning('resource_id')
    .execute()
  if (taken.length === seating.length) return true
  if (taken.length > 0)
    await tx
      .deleteFrom('booking_resource')
      .where('booking_id', '=', bookingId)
      .where(
        'resource_id',
        'in',
        taken.map(({ resource_id }) => resource_id),
      )
      .execute()
  return false
}

/**
 * Takes seats of a class: looked at and taken in one statement, so that a crowd gets as many as there are.
 * @throws ShopRefusal `slot-taken` when fewer are left
 */
export async function takeSeats(
  at: ShopTx,
  { service }: BookableService,
  { fromMs }: Visit,
  partySize: number,
): Promise<void> {
  const seats = service.seats ?? 0
  const take = () =>
    sql`
      INSERT INTO class_session AS session (tenant_id, program_id, service_id, starts_at, seats, taken)
      SELECT ${at.tenantId}, ${at.programId}, ${service.id}, ${instantOf(fromMs)}::timestamptz, ${seats}::int, ${partySize}::int
      WHERE ${partySize}::int <= ${seats}::int
      ON CONFLICT (tenant_id, program_id, service_id, starts_at) DO UPDATE
        SET taken = session.taken + excluded.taken, seats = excluded.seats
        WHERE session.taken + excluded.taken <= excluded.seats
      RETURNING taken`.execute(at.tx)
  if ((await take()).rows.length > 0) return
  // Others' holds may be over without the clock having come by; their bookings are locked before the seats, as everywhere.
  const expired = await at.tx
    .selectFrom('booking')
    .select('id')
    .where('program_id', '=', at.programId)
    .where('service_id', '=', service.id)
    .where('starts_at', '=', new Date(fromMs))
    .where('hold_until', '<=', (eb) => eb.fn<Date>('now'))
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id } of expired) await expireWaiting(at, id)
  if (expired.length > 0 && (await take()).rows.length > 0) return
  throw new ShopRefusal('slot-taken', 'So many seats are not left')
}

function idsOf(seatings: Seatings): string[] {
  return [...new Set(seatings.flat())]
}
