import { sql } from 'kysely'
import type { SelectQueryBuilder } from 'kysely'
import type { Booking } from '#model/shop/bookings.ts'
import type { Tables } from '#platform/db/tables.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

type At = Pick<ShopTx, 'tx' | 'programId'>
type BookingQuery = SelectQueryBuilder<Tables, 'booking' | 'service', object>

/** @param narrow - which of the shop's bookings, and in which order */
export async function loadBookings(
  { tx, programId }: At,
  language: ShopLanguage,
  narrow: (query: BookingQuery) => BookingQuery,
): Promise<Booking[]> {
  const all = tx
    .selectFrom('booking')
    .innerJoin('service', (join) =>
      join.onRef('service.id', '=', 'booking.service_id').onRef('service.program_id', '=', 'booking.program_id'),
    )
    .where('booking.program_id', '=', programId)
  const rows = await narrow(all)
    .selectAll('booking')
    .select('service.name as serviceName')
    .select(
      sql<string[]>`ARRAY(
        SELECT r.label FROM booking_resource br JOIN resource r ON r.program_id = br.program_id AND r.id = br.resource_id
        WHERE br.program_id = booking.program_id AND br.booking_id = booking.id ORDER BY r.sort, r.label
      )`.as('resourceLabels'),
    )
    .select([paid('captured_minor').as('paidMinor'), paid('refunded_minor + refund_held_minor').as('returnedMinor')])
    .execute()
  return rows.map(({ paidMinor, returnedMinor, ...row }) => ({
    id: row.id,
    code: row.code,
    serviceId: row.service_id,
    serviceName: row.serviceName[language],
    startsAtIso: row.starts_at.toISOString(),
    endsAtIso: row.ends_at.toISOString(),
    timeZone: row.time_zone,
    partySize: row.party_size,
    nights: row.nights,
    priceMinor: row.price_minor,
    ...(row.deposit_minor > 0 && {
      deposit: {
        amountMinor: row.deposit_minor,
        freeCancelMinutes: row.free_cancel_minutes,
        lateRefundPercent: row.late_refund_percent,
        paidMinor,
        returnedMinor,
      },
    }),
    ...(row.hold_until && { waitsUntilIso: row.hold_until.toISOString() }),
    resourceLabels: row.resourceLabels,
    status: row.status,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    note: row.note,
    version: row.version,
  }))
}

/** @param column - of the booking's payments, added up */
function paid(column: 'captured_minor' | 'refunded_minor + refund_held_minor') {
  return sql<number>`(
    SELECT coalesce(sum(${sql.raw(column)}), 0)::int8 FROM payment p
    WHERE p.program_id = booking.program_id AND p.booking_id = booking.id
  )`
}

export async function findBooking(at: At, language: ShopLanguage, bookingId: string): Promise<Booking | undefined> {
  return (await loadBookings(at, language, (query) => query.where('booking.id', '=', bookingId)))[0]
}

/** Own ones, latest first; without slots that were only looked at. */
export function loadOwnBookings(at: At, language: ShopLanguage, visitorId: string): Promise<Booking[]> {
  return loadBookings(at, language, (query) =>
    query
      .where('booking.visitor_id', '=', visitorId)
      // What ran out after they left their name is told: nobody should come for it.
      .where('booking.status', '!=', 'held')
      .where((eb) => eb.or([eb('booking.status', '!=', 'expired'), eb('booking.contact_name', '!=', '')]))
      .orderBy('booking.starts_at', 'desc')
      .limit(50),
  )
}

/** For the counter: by local dates of the shop, both included. */
export function loadBookingsBetween(
  at: At,
  language: ShopLanguage,
  timeZone: string,
  from: string,
  to: string,
): Promise<Booking[]> {
  return loadBookings(at, language, (query) =>
    query
      .where('booking.status', 'not in', ['held', 'expired'])
      .where(sql<boolean>`booking.starts_at >= (${from}::date)::timestamp AT TIME ZONE ${timeZone}`)
      .where(sql<boolean>`booking.starts_at < (${to}::date + 1)::timestamp AT TIME ZONE ${timeZone}`)
      .orderBy('booking.starts_at')
      .limit(2000),
  )
}
