import { useWords } from '#editor/words/use-words.ts'
import type { VisitTotals } from '#platform/contract/visits.ts'

/** From a visit to an order: how many went how far. */
export function Funnel({ totals }: { readonly totals: VisitTotals }) {
  const { visits: words } = useWords()
  const most = Math.max(1, totals.visits, totals.orders)
  return (
    <section className="panel visits-funnel" aria-label={words.funnel}>
      <h2 className="charts-table__title">{words.funnel}</h2>
      <dl>
        {(['visits', 'carts', 'checkouts', 'orders'] as const).map((step) => (
          <div key={step}>
            <dt>{words.steps[step]}</dt>
            <dd>
              <i style={{ width: `${(totals[step] / most) * 100}%` }} aria-hidden />
              <b>{totals[step]}</b>
              {totals.visits > 0 ? <span>{Math.round((totals[step] / totals.visits) * 100)}%</span> : null}
            </dd>
          </div>
        ))}
      </dl>
      {totals.bookingsBegun > 0 ? <p>{words.bookingFunnel(totals.bookingsBegun, totals.bookings)}</p> : null}
      <p>{words.funnelNote}</p>
    </section>
  )
}
