import { useLocale, useWords } from '#editor/words/use-words.ts'
import type { SalesReport } from '#platform/contract/reports.ts'
import { BarChart } from '../charts/bar-chart.tsx'
import type { Bar } from '../charts/bar-chart.tsx'
import { dayNames } from '../charts/day-names.ts'
import { useMoney, useShop } from '../shop-context.ts'
import { hourName } from './hour-name.ts'

export interface TimeChartProps {
  readonly report: SalesReport
  readonly by: 'day' | 'hour' | 'booking'
}

interface Row extends Bar {
  /** The same as cells of a table. */
  readonly cells: readonly string[]
}

/** A chart over time, with the same figures as a table below it. */
export function TimeChart({ report, by }: TimeChartProps) {
  const { reports: say } = useWords()
  const locale = useLocale()
  const money = useMoney()
  const { currency } = useShop().settings
  const name = dayNames(locale)
  const number = new Intl.NumberFormat(locale)
  const rows: readonly Row[] =
    by === 'hour'
      ? report.hours.map(({ hour, orders, salesMinor }) => ({
          ...{ key: String(hour), label: hourName(hour), value: salesMinor },
          told: say.isSold(hourName(hour), money(salesMinor), orders),
          cells: [hourName(hour), money(salesMinor), number.format(orders)],
        }))
      : report.series.map(({ day, orders, salesMinor, bookings }) => ({
          ...{ key: day, label: name.short(day), isQuiet: day < report.fromDay },
          ...(by === 'day'
            ? {
                value: salesMinor,
                told: say.isSold(name.long(day), money(salesMinor), orders),
                cells: [name.long(day), money(salesMinor), number.format(orders)],
              }
            : {
                value: bookings,
                told: say.isBooked(name.long(day), bookings),
                cells: [name.long(day), number.format(bookings)],
              }),
        }))
  const heads = by === 'booking' ? [say.day, say.bookings] : [by === 'day' ? say.day : say.hour, say.sales, say.orders]
  const busiest = rows.reduce((best, row, at) => (row.value > (rows[best]?.value ?? 0) ? at : best), 0)
  return (
    <section className="panel charts-time report-time" aria-label={say.over[by]}>
      <h2 className="charts-table__title">{say.over[by]}</h2>
      <BarChart
        key={`${by} ${rows.length} ${report.fromDay}`}
        label={say.over[by]}
        bars={rows}
        {...(by === 'hour' && { startAt: busiest })}
        {...(by !== 'booking' && { topText: money, unit: unitOf(currency) })}
      />
      <details className="report-table">
        <summary>{say.asTable}</summary>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [first, ...rest] }) => (
              <tr key={key}>
                <th scope="row">{first}</th>
                {rest.map((cell, at) => (
                  <td key={heads[at + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

/** Minor units that make one: a hundred fen are a yuan, a yen is one. */
function unitOf(currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  return 10 ** maximumFractionDigits
}
