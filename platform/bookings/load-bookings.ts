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
    .execute()
  return rows.map((row) => ({
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
    resourceLabels: row.resourceLabels,
    status: row.status,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    note: row.note,
    version: row.version,
  }))
}

export async function findBooking(at: At, language: ShopLanguage, bookingId: string): Promise<Booking | undefined> {
  return (await loadBookings(at, language, (query) => query.where('booking.id', '=', bookingId)))[0]
}

/** Own ones, latest first; without slots that were only looked at. */
export function loadOwnBookings(at: At, language: ShopLanguage, visitorId: string): Promise<Booking[]> {
  return loadBookings(at, language, (query) =>
    query
      .where('booking.visitor_id', '=', visitorId)
      .where('booking.status', 'not in', ['held', 'expired'])
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
