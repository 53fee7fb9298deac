import { ChartColumn, Download, TrendingDown, TrendingUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { queryCache } from '#editor/api/index.ts'
import { navigate, paths } from '#editor/router.tsx'
import { Button, EmptyState, Segmented } from '#editor/ui/index.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { visitDays, type VisitDays, type Visits } from '#platform/contract/visits.ts'
import { Answer, AreaHead } from '../area.tsx'
import { keys } from '../keys.ts'
import { saveFile } from '../save-file.ts'
import { useVisits } from '../queries.ts'
import { changeSince } from '../rules/change-since.ts'
import { useShop } from '../shop-context.ts'
import { DayChart } from './day-chart.tsx'
import { FiguresTable } from './figures-table.tsx'
import { Funnel } from './funnel.tsx'
import { nameOfBlock, nameOfPage, nameOfVia } from './names.ts'
import { visitsCsv } from './visits-csv.ts'
import './visits.css'

/** How the published program is used, in sums. */
export function VisitsArea() {
  const words = useWords()
  const { program } = useShop()
  const [days, setDays] = useState<VisitDays>('28')
  const query = useVisits(program.id, days)
  // It changes with every visit, and no event tells of it.
  useEffect(() => void queryCache.refresh(keys.visits(program.id, days)), [program.id, days])
  const save = (visits: Visits) =>
    saveFile(`visits-${visits.fromDay}-${visits.toDay}.csv`, new Blob([visitsCsv(visits, words)], { type: 'text/csv' }))
  return (
    <>
      <AreaHead title={words.console.areas.visits} note={words.visits.note}>
        <div className="visits-period">
          <Segmented
            label={words.visits.period}
            isLabelHidden
            options={visitDays.map((value) => ({ value, label: words.visits.days[value] }))}
            value={days}
            onChange={setDays}
          />
        </div>
        {query.status === 'ready' && query.value.sinceDay !== null ? (
          <Button icon={<Download size={16} aria-hidden />} onPress={() => save(query.value)}>
            {words.visits.csv}
          </Button>
        ) : null}
      </AreaHead>
      <Answer query={query}>{(visits) => <Figures visits={visits} days={days} />}</Answer>
    </>
  )
}

function Figures({ visits, days }: { readonly visits: Visits; readonly days: VisitDays }) {
  const words = useWords()
  const { program } = useShop()
  const { visits: say } = words
  if (visits.sinceDay === null)
    return (
      <EmptyState
        icon={<ChartColumn size={28} />}
        title={say.emptyTitle}
        text={say.emptyText}
        action={<Button onPress={() => navigate(paths.console(program.id, 'posters'))}>{say.emptyAction}</Button>}
      />
    )
  const { totals, before, devices } = visits
  return (
    <div className="visits">
      <div className="visits-totals">
        {(['visits', 'views', 'orders', 'bookings', 'joined'] as const).map((name) => (
          <Total key={name} name={say[name]} now={totals[name]} before={before[name]} days={days} />
        ))}
      </div>
      <section className="panel visits-time" aria-label={say.overTime}>
        <h2 className="visits-table__title">{say.overTime}</h2>
        <DayChart key={days} series={visits.series} fromDay={visits.fromDay} />
        <p className="visits-note">
          {say.devices(String(devices.phone), String(devices.tablet), String(devices.computer))}
        </p>
      </section>
      <Funnel totals={totals} />
      <FiguresTable
        title={say.pages}
        heads={[say.page, say.views, say.entries]}
        rows={visits.pages.map((page) => ({
          key: page.pageId,
          name: nameOfPage(page, words),
          figures: [page.views, page.visits],
        }))}
        empty={say.emptyText}
      />
      <FiguresTable
        title={say.tapped}
        heads={[say.block, say.taps, say.seen]}
        rows={visits.blocks.map((block) => ({
          key: block.nodeId,
          name: (
            <>
              {nameOfBlock(block, words)} <small>{say.onPage(block.pageTitle ?? say.gonePage)}</small>
            </>
          ),
          figures: [block.tapped, block.seen],
        }))}
        empty={say.noTaps}
      />
      <FiguresTable
        title={say.vias}
        heads={[say.via, say.visits, say.carts, say.orders]}
        rows={visits.vias.map((via) => ({
          key: via.via,
          name: nameOfVia(via, words),
          figures: [via.visits, via.carts, via.orders],
        }))}
        empty={say.noVias}
      />
      <FiguresTable
        title={say.releases}
        heads={[say.releases, say.visits, say.carts, say.orders]}
        rows={visits.releases.map((release) => ({
          key: String(release.version),
          name: say.version(release.version),
          figures: [release.visits, release.carts, release.orders],
        }))}
        empty={say.emptyText}
      />
    </div>
  )
}

interface TotalProps {
  readonly name: string
  readonly now: number
  readonly before: number
  readonly days: VisitDays
}

function Total({ name, now, before, days }: TotalProps) {
  const words = useWords()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  const percent = changeSince(now, before)
  return (
    <section className="panel visits-total" aria-label={name}>
      <h2>{name}</h2>
      <p className="visits-total__now">
        {number.format(now)}
        {percent === undefined || percent === 0 || days === '1' ? null : (
          <span data-less={percent < 0 || undefined}>
            {percent < 0 ? <TrendingDown size={16} aria-hidden /> : <TrendingUp size={16} aria-hidden />}
            {percent > 0 ? '+' : '−'}
            {Math.abs(percent)}%
          </span>
        )}
      </p>
      <p className="visits-note">{words.visits.versus[days](number.format(before))}</p>
    </section>
  )
}
