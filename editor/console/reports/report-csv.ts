import type { Words } from '#editor/words/use-words.ts'
import type { SalesReport } from '#platform/contract/reports.ts'
import { csvOf } from '../charts/csv.ts'
import { priceInputText } from '../rules/money.ts'
import { channelName } from './channel-name.ts'
import { hourName } from './hour-name.ts'

/** Everything the area shows, one table below the other; amounts as plain numbers that a spreadsheet can add. */
export function reportCsv(report: SalesReport, words: Words): string {
  const { reports: say } = words
  const { currency, members, totals } = report
  const amount = (minor: number) => priceInputText(minor, currency)
  const sales = `${say.sales} (${currency})`
  return csvOf([
    [say.day, sales, say.orders, say.bookings],
    ...report.series.map((row) => [row.day, amount(row.salesMinor), row.orders, row.bookings]),
    [],
    [say.hour, sales, say.orders],
    ...report.hours.map((row) => [hourName(row.hour), amount(row.salesMinor), row.orders]),
    [],
    [say.dish, `${say.menuPrice} (${currency})`, say.portions],
    ...report.dishes.map((dish) => [dish.name, amount(dish.salesMinor), dish.quantity]),
    [],
    [say.channel, sales, say.orders],
    ...report.channels.map((row) => [channelName(row.channel, words), amount(row.salesMinor), row.orders]),
    [],
    [say.service, say.bookings, say.guests, say.cancelled, say.noShows],
    ...report.services.map((row) => [row.name, row.bookings, row.guests, row.cancelled, row.noShows]),
    [],
    [say.members, say.people, sales],
    [say.buyers, members.buyers, amount(members.salesMinor)],
    [say.returning, members.returning, amount(members.returningSalesMinor)],
    [],
    [`${say.refunded} (${currency})`, amount(totals.refundedMinor)],
  ])
}
