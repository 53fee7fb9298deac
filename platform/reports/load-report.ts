import type { ShopLanguage } from '#platform/catalogue/present.ts'
import type { ReportTotals, SalesReport } from '../contract/reports.ts'
import { loadShop } from '../shop/load-shop-data.ts'
import type { ShopTx } from '../shop/scope.ts'
import { daysOf, lastDays, minusDays, spanBefore } from '../statistics/load-visits.ts'
import type { Span } from '../statistics/load-visits.ts'
import { countJoined, hasSoldOrBooked, loadBooked, loadBuyers, loadDishesSold, loadSold } from './load-sales.ts'
import type { BookedRow, SoldRow } from './load-sales.ts'

/** Of a shorter time the days before are told too. */
const leastSeriesDays = 14

/** @param days - business days, today included */
export async function loadReport(at: ShopTx, days: number, language: ShopLanguage): Promise<SalesReport> {
  const shop = await loadShop(at)
  const span = await lastDays(at, days)
  const earlier = spanBefore(span, days)
  const fromSeries = minusDays(span.toDay, Math.max(days, leastSeriesDays) - 1)
  const all = { fromDay: earlier.fromDay < fromSeries ? earlier.fromDay : fromSeries, toDay: span.toDay }
  const sold = await loadSold(at, shop, all)
  const booked = await loadBooked(at, shop, all)
  const own = sold.filter(isIn(span))
  return {
    ...span,
    currency: shop.currency,
    hasAny: await hasSoldOrBooked(at),
    totals: { ...totalsOf(sold, booked, span), joined: await countJoined(at, shop, span) },
    before: { ...totalsOf(sold, booked, earlier), joined: await countJoined(at, shop, earlier) },
    series: daysOf({ fromDay: fromSeries, toDay: span.toDay }).map((day) => ({
      day,
      ...sumOf(sold.filter((row) => row.day === day)),
      bookings: total(
        booked.filter((row) => row.day === day),
        'bookings',
      ),
    })),
    hours: hoursFrom(Number(shop.day_starts.slice(0, 2))).map((hour) => ({
      hour,
      ...sumOf(own.filter((row) => row.hour === hour)),
    })),
    channels: [...new Set(own.map(({ channel }) => channel))]
      .map((channel) => ({ channel, ...sumOf(own.filter((row) => row.channel === channel)) }))
      .toSorted((a, b) => b.salesMinor - a.salesMinor),
    dishes: await loadDishesSold(at, span),
    services: servicesOf(booked.filter(isIn(span)), language),
    members: await loadBuyers(at, span),
  }
}

const isIn =
  ({ fromDay, toDay }: Span) =>
  ({ day }: { readonly day: string }): boolean =>
    day >= fromDay && day <= toDay

function total<Key extends string>(rows: readonly { readonly [K in Key]: number }[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0)
}

function sumOf(rows: readonly SoldRow[]): { orders: number; salesMinor: number } {
  return { orders: total(rows, 'orders'), salesMinor: total(rows, 'salesMinor') }
}

function totalsOf(sold: readonly SoldRow[], booked: readonly BookedRow[], span: Span): Omit<ReportTotals, 'joined'> {
  const [sales, bookings] = [sold.filter(isIn(span)), booked.filter(isIn(span))]
  return {
    ...sumOf(sales),
    refundedMinor: total(sales, 'refundedMinor'),
    bookings: total(bookings, 'bookings'),
    guests: total(bookings, 'guests'),
  }
}

/** A business day that starts at four ends with three in the morning. */
function hoursFrom(first: number): readonly number[] {
  return Array.from({ length: 24 }, (_, index) => (first + index) % 24)
}

function servicesOf(rows: readonly BookedRow[], language: ShopLanguage): SalesReport['services'] {
  return [...new Set(rows.map(({ serviceId }) => serviceId))]
    .map((serviceId) => {
      const own = rows.filter((row) => row.serviceId === serviceId)
      return {
        serviceId,
        name: own[0]?.name[language] ?? '',
        bookings: total(own, 'bookings'),
        guests: total(own, 'guests'),
        cancelled: total(own, 'cancelled'),
        noShows: total(own, 'noShows'),
      }
    })
    .toSorted((a, b) => b.bookings - a.bookings)
}
