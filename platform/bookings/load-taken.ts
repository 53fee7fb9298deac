import { sql } from 'kysely'
import type { Span, TakenSpan } from '#model/shop/occupation.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

/** A booking that is to be moved: what it takes counts as free, for whom it belongs to. */
export interface ExceptBooking {
  readonly bookingId: string | undefined
  /** Absent for the counter, which moves anybody's. */
  readonly visitorId?: string | undefined
}

/** What keeps these resources from others in this span, gaps left out; a hold whose time is over keeps nothing. */
export async function loadTaken(
  { tx, programId }: ShopTx,
  resourceIds: readonly string[],
  around: Span,
  except?: ExceptBooking,
): Promise<readonly TakenSpan[]> {
  if (resourceIds.length === 0) return []
  const { rows } = await sql<TakenSpan>`
    SELECT r.resource_id AS "resourceId",
      (extract(epoch FROM lower(span)) * 1000)::int8 AS "fromMs",
      (extract(epoch FROM upper(span)) * 1000)::int8 AS "toMs"
    FROM booking_resource r
    JOIN booking b ON b.program_id = r.program_id AND b.id = r.booking_id
    CROSS JOIN LATERAL unnest(r.during) span
    WHERE r.program_id = ${programId} AND r.resource_id = ANY(${[...resourceIds]}::uuid[]) AND r.active
      AND r.during && ${rangeOf(around)} AND (b.hold_until IS NULL OR b.hold_until > now())
      ${leftOut(except)}`.execute(tx)
  return rows
}

/** Seats of a class that are taken, by when it begins (milliseconds). */
export async function loadSeatsTaken(
  { tx, programId }: ShopTx,
  serviceId: string,
  around: Span,
  except?: ExceptBooking,
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ startMs: number; taken: number }>`
    SELECT (extract(epoch FROM b.starts_at) * 1000)::int8 AS "startMs", sum(b.party_size)::int AS taken
    FROM booking b
    WHERE b.program_id = ${programId} AND b.service_id = ${serviceId}
      AND b.starts_at >= ${instantOf(around.fromMs)} AND b.starts_at < ${instantOf(around.toMs)}
      AND b.status IN ('held', 'unpaid', 'requested', 'confirmed', 'checked_in') AND (b.hold_until IS NULL OR b.hold_until > now())
      ${leftOut(except)}
    GROUP BY b.starts_at`.execute(tx)
  return new Map(rows.map(({ startMs, taken }) => [startMs, taken]))
}

export function rangeOf({ fromMs, toMs }: Span) {
  return sql`tstzrange(${instantOf(fromMs)}, ${instantOf(toMs)})`
}

export function instantOf(ms: number): string {
  return new Date(ms).toISOString()
}

function leftOut(except: ExceptBooking | undefined) {
  if (except?.bookingId === undefined || !isId(except.bookingId)) return sql``
  return except.visitorId === undefined
    ? sql`AND b.id <> ${except.bookingId}`
    : sql`AND NOT (b.id = ${except.bookingId} AND b.visitor_id = ${except.visitorId})`
}
