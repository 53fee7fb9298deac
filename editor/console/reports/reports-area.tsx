import { ChartPie, Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { queryCache } from '#editor/api/index.ts'
import { navigate, paths } from '#editor/router.tsx'
import { Button, EmptyState, Segmented } from '#editor/ui/index.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { reportDays, type ReportDays, type SalesReport } from '#platform/contract/reports.ts'
import { Answer, AreaHead } from '../area.tsx'
import { ChangeTile } from '../charts/change-tile.tsx'
import { FiguresTable } from '../charts/figures-table.tsx'
import { keys } from '../keys.ts'
import { useReport } from '../queries.ts'
import { saveFile } from '../save-file.ts'
import { useMoney, useShop } from '../shop-context.ts'
import { channelName } from './channel-name.ts'
import { MembersPanel } from './members-panel.tsx'
import { reportCsv } from './report-csv.ts'
import { TimeChart } from './time-chart.tsx'
import './reports.css'

/** What was sold and booked, and who came back. */
export function ReportsArea() {
  const words = useWords()
  const { program } = useShop()
  const [days, setDays] = useState<ReportDays>('28')
  const query = useReport(program.id, days)
  // It changes with every order.
  useEffect(() => void queryCache.refresh(keys.report(program.id, days)), [program.id, days])
  const save = (report: SalesReport) =>
    saveFile(`report-${report.fromDay}-${report.toDay}.csv`, new Blob([reportCsv(report, words)], { type: 'text/csv' }))
  return (
    <>
      <AreaHead title={words.console.areas.reports} note={words.reports.note}>
        <div className="charts-period">
          <Segmented
            label={words.visits.period}
            isLabelHidden
            options={reportDays.map((value) => ({ value, label: words.visits.days[value] }))}
            value={days}
            onChange={setDays}
          />
        </div>
        {query.status === 'ready' && query.value.hasAny ? (
          <Button icon={<Download size={16} aria-hidden />} onPress={() => save(query.value)}>
            {words.visits.csv}
          </Button>
        ) : null}
      </AreaHead>
      <Answer query={query}>{(report) => <Figures report={report} days={days} />}</Answer>
    </>
  )
}

const tiles = ['salesMinor', 'orders', 'bookings', 'joined'] as const

function Figures({ report, days }: { readonly report: SalesReport; readonly days: ReportDays }) {
  const words = useWords()
  const { program } = useShop()
  const money = useMoney()
  const number = new Intl.NumberFormat(useLocale())
  const { reports: say } = words
  if (!report.hasAny)
    return (
      <EmptyState
        icon={<ChartPie size={28} />}
        title={say.emptyTitle}
        text={say.emptyText}
        action={
          <Button onPress={() => navigate(paths.console(program.id, 'posters'))}>{words.visits.emptyAction}</Button>
        }
      />
    )
  const { totals, before } = report
  const inColumn = (column: number) => (column === 0 ? money : number.format)
  return (
    <div className="charts">
      <div className="charts-totals">
        {tiles.map((name) => (
          <ChangeTile
            key={name}
            name={say.tiles[name]}
            now={totals[name]}
            before={before[name]}
            isCompared={days !== '1'}
            text={name === 'salesMinor' ? money : number.format}
            beforeText={words.visits.versus[days]}
          />
        ))}
      </div>
      <TimeChart report={report} by="day" />
      <TimeChart report={report} by="hour" />
      <FiguresTable
        title={say.dishes}
        heads={[say.dish, say.menuPrice, say.portions]}
        rows={report.dishes.map((dish) => ({
          ...{ key: dish.dishId, name: dish.name, figures: [dish.salesMinor, dish.quantity] },
        }))}
        text={(figure, column) => inColumn(column)(figure)}
        empty={say.noSales}
      />
      <FiguresTable
        title={say.channels}
        heads={[say.channel, say.sales, say.orders]}
        rows={report.channels.map(({ channel, salesMinor, orders }) => ({
          ...{ key: channel, name: channelName(channel, words), figures: [salesMinor, orders] },
        }))}
        text={(figure, column) => inColumn(column)(figure)}
        empty={say.noSales}
      />
      <TimeChart report={report} by="booking" />
      <FiguresTable
        title={say.services}
        heads={[say.service, say.bookings, say.guests, say.cancelled, say.noShows]}
        rows={report.services.map((service) => ({
          key: service.serviceId,
          name: service.name,
          figures: [service.bookings, service.guests, service.cancelled, service.noShows],
        }))}
        empty={say.noBookings}
      />
      <MembersPanel report={report} />
    </div>
  )
}
