/** Rows of a shop's sales in a span of its business days, as the database sums them. */
import { sql } from 'kysely'
import type { SalesReport } from '../contract/reports.ts'
import type { ShopRow } from '../shop/load-shop-data.ts'
import type { ShopTx } from '../shop/scope.ts'
import type { Span } from '../statistics/load-visits.ts'

/** Of one hour of one day by one way of selling. */
export interface SoldRow {
  readonly day: string
  readonly hour: number
  readonly channel: string
  readonly orders: number
  readonly salesMinor: number
  readonly refundedMinor: number
}

type Clock = Pick<ShopRow, 'time_zone' | 'day_starts'>

/** The business day of an instant on the shop's clock, like `businessDate` of `opening.ts`. */
const dayOf = (column: string, { time_zone, day_starts }: Clock) =>
  sql`((${sql.ref(column)} AT TIME ZONE ${time_zone}) - ${day_starts}::time)::date`

const hourOf = (column: string, { time_zone }: Clock) =>
  sql`extract(hour FROM ${sql.ref(column)} AT TIME ZONE ${time_zone})::int`

/** Orders that were called off are none, those given back whole neither; of a part, the rest counts. */
export async function loadSold(at: ShopTx, clock: Clock, { fromDay, toDay }: Span): Promise<readonly SoldRow[]> {
  const { rows } = await sql<SoldRow>`
    SELECT day, hour, channel, count(*) FILTER (WHERE NOT is_back AND channel <> 'tip')::int AS orders,
      coalesce(sum(minor) FILTER (WHERE NOT is_back), 0)::int8 AS "salesMinor", sum(back)::int8 AS "refundedMinor"
    FROM (
      SELECT business_date AS day, ${hourOf('placed_at', clock)} AS hour, channel, pay_status = 'refunded' AS is_back,
        total_minor - refunded_minor AS minor, refunded_minor AS back
      FROM shop_order
      WHERE program_id = ${at.programId} AND business_date BETWEEN ${fromDay} AND ${toDay}
        AND status NOT IN ('rejected', 'cancelled', 'expired') AND pay_status IN ('paid', 'part_refunded', 'refunded')
      UNION ALL
      SELECT ${dayOf('paid_at', clock)}, ${hourOf('paid_at', clock)}, 
        CASE WHEN EXISTS (SELECT FROM order_tip t WHERE t.program_id = payment.program_id AND t.payment_id = payment.id)
          THEN 'tip' ELSE 'direct' END,
        captured_minor = refunded_minor,
        captured_minor - refunded_minor, refunded_minor
      FROM payment
      WHERE program_id = ${at.programId} AND order_id IS NULL AND status = 'succeeded'
        AND ${dayOf('paid_at', clock)} BETWEEN ${fromDay} AND ${toDay}
    ) sold
    GROUP BY day, hour, channel`.execute(at.tx)
  return rows
}

const mostDishes = 100

/** Under the name that each had last. */
export async function loadDishesSold(at: ShopTx, { fromDay, toDay }: Span): Promise<SalesReport['dishes']> {
  const { rows } = await sql<SalesReport['dishes'][number]>`
    SELECT l.dish_id AS "dishId", (array_agg(l.name ORDER BY o.placed_at DESC))[1] AS name,
      sum(l.quantity)::int8 AS quantity, sum(l.total_minor)::int8 AS "salesMinor"
    FROM order_line l JOIN shop_order o ON (o.tenant_id, o.program_id, o.id) = (l.tenant_id, l.program_id, l.order_id)
    WHERE o.program_id = ${at.programId} AND o.business_date BETWEEN ${fromDay} AND ${toDay}
      AND o.status NOT IN ('rejected', 'cancelled', 'expired') AND o.pay_status IN ('paid', 'part_refunded')
    GROUP BY l.dish_id ORDER BY sum(l.total_minor) DESC, l.dish_id LIMIT ${mostDishes}`.execute(at.tx)
  return rows
}

/** Members who bought something, and how many of them had bought on an earlier day. */
export async function loadBuyers(at: ShopTx, { fromDay, toDay }: Span): Promise<SalesReport['members']> {
  const { rows } = await sql<SalesReport['members']>`
    SELECT count(*)::int AS buyers, count(*) FILTER (WHERE last_day > first_day)::int AS returning,
      coalesce(sum(minor), 0)::int8 AS "salesMinor",
      coalesce(sum(minor) FILTER (WHERE last_day > first_day), 0)::int8 AS "returningSalesMinor"
    FROM (
      SELECT min(o.business_date) AS first_day, max(o.business_date) AS last_day,
        sum(o.total_minor - o.refunded_minor) FILTER (WHERE o.business_date >= ${fromDay}) AS minor
      FROM member m
      JOIN shop_order o ON (o.tenant_id, o.program_id, o.visitor_id) = (m.tenant_id, m.program_id, m.visitor_id)
      WHERE m.program_id = ${at.programId} AND m.merged_into IS NULL AND o.business_date <= ${toDay}
        AND o.status NOT IN ('rejected', 'cancelled', 'expired') AND o.pay_status IN ('paid', 'part_refunded')
      GROUP BY m.id HAVING max(o.business_date) >= ${fromDay}
    ) buyer`.execute(at.tx)
  const [row] = rows
  if (!row) throw new Error('A sum without groups is always one row')
  return row
}

export async function countJoined(at: ShopTx, clock: Clock, { fromDay, toDay }: Span): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM member WHERE program_id = ${at.programId} AND merged_into IS NULL
      AND ${dayOf('joined_at', clock)} BETWEEN ${fromDay} AND ${toDay}`.execute(at.tx)
  return rows[0]?.count ?? 0
}

/** Of one service on one day. */
export interface BookedRow {
  readonly day: string
  readonly serviceId: string
  readonly name: Readonly<Record<string, string>>
  readonly bookings: number
  readonly guests: number
  readonly cancelled: number
  readonly noShows: number
}

/** By the day that they begin on. What was only held was never one. */
export async function loadBooked(at: ShopTx, clock: Clock, { fromDay, toDay }: Span): Promise<readonly BookedRow[]> {
  const { rows } = await sql<BookedRow>`
    SELECT ${dayOf('b.starts_at', clock)} AS day, b.service_id AS "serviceId", s.name,
      count(*) FILTER (WHERE b.status NOT IN ('cancelled', 'no_show'))::int AS bookings,
      coalesce(sum(b.party_size) FILTER (WHERE b.status NOT IN ('cancelled', 'no_show')), 0)::int AS guests,
      count(*) FILTER (WHERE b.status = 'cancelled')::int AS cancelled,
      count(*) FILTER (WHERE b.status = 'no_show')::int AS "noShows"
    FROM booking b JOIN service s ON (s.tenant_id, s.program_id, s.id) = (b.tenant_id, b.program_id, b.service_id)
    WHERE b.program_id = ${at.programId} AND b.status NOT IN ('held', 'expired')
      AND ${dayOf('b.starts_at', clock)} BETWEEN ${fromDay} AND ${toDay}
    GROUP BY 1, b.service_id, s.name`.execute(at.tx)
  return rows
}

export async function hasSoldOrBooked({ tx, programId }: ShopTx): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    SELECT EXISTS (SELECT FROM shop_order WHERE program_id = ${programId} AND number IS NOT NULL)
      OR EXISTS (SELECT FROM payment WHERE program_id = ${programId} AND status = 'succeeded')
      OR EXISTS (SELECT FROM booking WHERE program_id = ${programId} AND status NOT IN ('held', 'expired')) AS any`.execute(
    tx,
  )
  return rows[0]?.any === true
}
