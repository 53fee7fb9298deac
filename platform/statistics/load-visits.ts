/** How a program was used in a span of its shop's business days: sums that were counted, and the shop's own rows. */
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { tableVia } from '../contract/posters.ts'
import type { BlockFigures, VisitTotals } from '../contract/visits.ts'
import type { CountKind } from '../db/statistics-tables.ts'
import { loadShop } from '../shop/load-shop-data.ts'
import { businessDate } from '../shop/opening.ts'
import type { ShopTx } from '../shop/scope.ts'

export interface Span {
  /** `YYYY-MM-DD`, both included. */
  readonly fromDay: string
  readonly toDay: string
}

/** The last days, today included. */
export async function lastDays(at: ShopTx, days: number): Promise<Span> {
  const shop = await loadShop(at)
  const toDay = businessDate(shop.time_zone, shop.day_starts, at.now)
  return { fromDay: minusDays(toDay, days - 1), toDay }
}

/** As many days before. */
export function spanBefore({ fromDay }: Span, days: number): Span {
  return { fromDay: minusDays(fromDay, days), toDay: minusDays(fromDay, 1) }
}

export function daysOf({ fromDay, toDay }: Span): readonly string[] {
  const days: string[] = []
  for (let day = fromDay; day <= toDay; day = minusDays(day, -1)) days.push(day)
  return days
}

export function minusDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).subtract({ days }).toString()
}

export async function loadSinceDay({ tx, programId }: ShopTx): Promise<string | null> {
  const row = await tx
    .selectFrom('visit_count')
    .select((eb) => eb.fn.min<string | null>('day').as('day'))
    .where('program_id', '=', programId)
    .executeTakeFirst()
  return row?.day ?? null
}

/** Sums of a span, told apart by these columns. */
export function sumsBy<Column extends 'day' | 'kind' | 'release_id' | 'page_id' | 'node_id' | 'via'>(
  { tx, programId }: ShopTx,
  { fromDay, toDay }: Span,
  kinds: readonly CountKind[],
  columns: readonly Column[],
) {
  return tx
    .selectFrom('visit_count')
    .select(columns)
    .select(sql<number>`sum(count)::int8`.as('sum'))
    .where('program_id', '=', programId)
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay)
    .where('kind', 'in', kinds)
    .groupBy(columns)
    .execute() as Promise<({ readonly [Name in Column]: string } & { readonly sum: number })[]>
}

export async function loadTotals(at: ShopTx, span: Span): Promise<VisitTotals> {
  const sums = await sumsBy(at, span, ['visit', 'view', 'cart', 'checkout'], ['kind'])
  const of = (kind: CountKind) => sums.find((sum) => sum.kind === kind)?.sum ?? 0
  return {
    visits: of('visit'),
    views: of('view'),
    carts: of('cart'),
    checkouts: of('checkout'),
    ...(await loadFinished(at, span)),
  }
}

/** Orders that came to be, by day. */
export async function loadOrdersByDay({ tx, programId }: ShopTx, { fromDay, toDay }: Span) {
  return tx
    .selectFrom('shop_order')
    .select((eb) => ['business_date as day', eb.fn.countAll<number>().as('orders')])
    .where('program_id', '=', programId)
    .where('business_date', '>=', fromDay)
    .where('business_date', '<=', toDay)
    .where('status', 'not in', ['rejected', 'cancelled'])
    .groupBy('business_date')
    .execute()
}

export interface OrdersOf {
  readonly releaseId: string | null
  readonly tableId: string | null
  readonly via: string | null
  readonly orders: number
}

/**
 * The same orders by release, table and poster; the poster scanned last comes before the table. Of a gradual release it was noted in which version an order was begun;
 * at any other time it was the one that was live.
 */
export async function loadOrderOrigins({ tx, programId }: ShopTx, { fromDay, toDay }: Span): Promise<OrdersOf[]> {
  const { rows } = await sql<OrdersOf>`
    SELECT coalesce(begun.release_id, live.to_release_id) AS "releaseId", o.table_id AS "tableId", nullif(o.via, ${tableVia}) AS via,
      count(*) AS orders
    FROM shop_order o
    LEFT JOIN LATERAL (
      SELECT release_id FROM rollout_order r WHERE r.program_id = o.program_id AND r.order_id = o.id LIMIT 1
    ) begun ON true
    LEFT JOIN LATERAL (
      SELECT to_release_id FROM release_event e
      WHERE e.program_id = o.program_id AND e.kind IN ('publish', 'activate', 'promote', 'unpublish') AND e.at <= o.created_at
      ORDER BY e.seq DESC LIMIT 1
    ) live ON true
    WHERE o.program_id = ${programId} AND o.business_date BETWEEN ${fromDay} AND ${toDay}
      AND o.status NOT IN ('rejected', 'cancelled')
    GROUP BY 1, 2, 3`.execute(tx)
  return rows
}

export async function loadBlockFigures(at: ShopTx, days: number): Promise<BlockFigures> {
  const span = await lastDays(at, days)
  const views = await sumsBy(at, span, ['view'], ['page_id'])
  const blocks: { [id: string]: { seen: number; tapped: number } } = {}
  for (const { kind, node_id: id, sum } of await sumsBy(at, span, ['seen', 'tapped'], ['kind', 'node_id'])) {
    const block = (blocks[id] ??= { seen: 0, tapped: 0 })
    if (kind === 'seen') block.seen = sum
    else block.tapped = sum
  }
  return {
    ...span,
    sinceDay: await loadSinceDay(at),
    views: Object.fromEntries(views.map(({ page_id: id, sum }) => [id, sum])),
    blocks,
  }
}

/** What was finished, and bookings that were begun: the shop's own rows know. */
async function loadFinished(
  { tx, programId }: ShopTx,
  { fromDay, toDay }: Span,
): Promise<Pick<VisitTotals, 'orders' | 'bookingsBegun' | 'bookings' | 'joined'>> {
  const { rows } = await sql<{ orders: number; bookingsBegun: number; bookings: number; joined: number }>`
    WITH span AS (
      SELECT (${fromDay}::date + day_starts) AT TIME ZONE time_zone AS begins,
        (${toDay}::date + 1 + day_starts) AT TIME ZONE time_zone AS ends
      FROM shop WHERE program_id = ${programId}
    )
    SELECT
      (SELECT count(*) FROM shop_order WHERE program_id = ${programId}
        AND business_date BETWEEN ${fromDay} AND ${toDay} AND status NOT IN ('rejected', 'cancelled')) AS orders,
      (SELECT count(*) FROM booking b WHERE program_id = ${programId}
        AND created_at >= begins AND created_at < ends) AS "bookingsBegun",
      (SELECT count(DISTINCT e.booking_id) FROM booking_event e WHERE program_id = ${programId}
        AND to_status = 'confirmed' AND at >= begins AND at < ends) AS bookings,
      (SELECT count(*) FROM member WHERE merged_into IS NULL AND program_id = ${programId}
        AND joined_at >= begins AND joined_at < ends) AS joined
    FROM span`.execute(tx)
  return rows[0] ?? { orders: 0, bookingsBegun: 0, bookings: 0, joined: 0 }
}
