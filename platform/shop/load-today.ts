import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Today } from '#platform/contract/merchant.ts'
import { loadBookings } from '#platform/bookings/load-bookings.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import { loadShop } from './load-shop-data.ts'
import { businessDate, openState } from './opening.ts'
import type { ShopTx } from './scope.ts'

/** The counter's first screen. A day is the shop's business day, in its own zone. */
export async function loadToday(at: ShopTx, language: ShopLanguage): Promise<Today> {
  const shop = await loadShop(at)
  const date = businessDate(shop.time_zone, shop.day_starts, at.now)
  const begin = beginOf(date, shop)
  const weekAgo = Temporal.PlainDate.from(date).subtract({ days: 7 }).toString()
  const sameTimeWeekAgo = at.now.toZonedDateTimeISO(shop.time_zone).subtract({ days: 7 }).toInstant()
  const counts = await at.tx
    .selectFrom('shop_order')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('status', '=', 'placed').as('waiting'),
      eb.fn
        .countAll<number>()
        .filterWhere('business_date', '=', date)
        .filterWhere('status', 'not in', ['rejected', 'cancelled'])
        .as('today'),
    ])
    .where('program_id', '=', at.programId)
    .where('number', 'is not', null)
    .executeTakeFirstOrThrow()
  const joined = await at.tx
    .selectFrom('member')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('program_id', '=', at.programId)
    .where('joined_at', '>=', new Date(begin.epochMilliseconds))
    .where('merged_into', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    businessDate: date,
    currency: shop.currency,
    isOpen: openState(shop.hours, shop.time_zone, at.now).isOpen,
    ordersPaused: shop.orders_paused,
    ordersWaiting: counts.waiting,
    ordersToday: counts.today,
    takingsMinor: await takings(at, begin, at.now),
    takingsLastWeekMinor: await takings(at, beginOf(weekAgo, shop), sameTimeWeekAgo),
    tipsMinor: await tips(at, begin),
    bookingsNext: await loadBookings(at, language, (query) =>
      query
        .where('booking.status', 'in', ['confirmed', 'checked_in'])
        .where('booking.ends_at', '>', (eb) => eb.fn<Date>('now'))
        .orderBy('booking.starts_at')
        .limit(5),
    ),
    membersJoined: joined.count,
  }
}

function beginOf(date: string, shop: { time_zone: string; day_starts: string }): Temporal.Instant {
  return Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: shop.time_zone, plainTime: shop.day_starts })
    .toInstant()
}

/** What was taken in this span, at the counter and online, less what was given back of it. */
async function takings(at: ShopTx, from: Temporal.Instant, to: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    SELECT (
      coalesce((SELECT sum(total_minor - refunded_minor) FROM shop_order
        WHERE program_id = ${at.programId} AND pay_status IN ('paid', 'part_refunded') AND paid_at >= ${from.toString()} AND paid_at <= ${to.toString()}), 0)
      + coalesce((SELECT sum(captured_minor - refunded_minor) FROM payment
        WHERE program_id = ${at.programId} AND order_id IS NULL AND paid_at >= ${from.toString()} AND paid_at <= ${to.toString()}), 0)
    )::int8 AS total`.execute(at.tx)
  return rows[0]?.total ?? 0
}

async function tips(at: ShopTx, from: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    SELECT coalesce(sum(p.captured_minor), 0)::int8 AS total FROM order_tip t
    JOIN payment p ON p.program_id = t.program_id AND p.id = t.payment_id
    WHERE t.program_id = ${at.programId} AND t.standing_since >= ${from.toString()}`.execute(at.tx)
  return rows[0]?.total ?? 0
}
