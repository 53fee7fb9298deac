import { ChartColumn, Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { queryCache } from '#editor/api/index.ts'
import { navigate, paths } from '#editor/router.tsx'
import { Button, EmptyState, Segmented } from '#editor/ui/index.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { visitDays, type VisitDays, type Visits } from '#platform/contract/visits.ts'
import { Answer, AreaHead } from '../area.tsx'
import { ChangeTile } from '../charts/change-tile.tsx'
import { FiguresTable } from '../charts/figures-table.tsx'
import { keys } from '../keys.ts'
import { saveFile } from '../save-file.ts'
import { useVisits } from '../queries.ts'
import { useShop } from '../shop-context.ts'
import { DayChart } from './day-chart.tsx'
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
        <div className="charts-period">
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
  const locale = useLocale()
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
  const number = new Intl.NumberFormat(locale)
  return (
    <div className="charts">
      <div className="charts-totals">
        {(['visits', 'views', 'orders', 'bookings', 'joined'] as const).map((name) => (
          <ChangeTile
            key={name}
            name={say[name]}
            now={totals[name]}
            before={before[name]}
            isCompared={days !== '1'}
            text={number.format}
            beforeText={say.versus[days]}
          />
        ))}
      </div>
      <section className="panel charts-time" aria-label={say.overTime}>
        <h2 className="charts-table__title">{say.overTime}</h2>
        <DayChart key={days} series={visits.series} fromDay={visits.fromDay} />
        <p className="charts-note">
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
