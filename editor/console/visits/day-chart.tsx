import { useState } from 'react'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import type { Visits } from '#platform/contract/visits.ts'
import { niceTop } from './nice-top.ts'

export interface DayChartProps {
  readonly series: Visits['series']
  /** Days of the chosen period; earlier ones are there to compare with and are drawn quietly. */
  readonly fromDay: string
}

/** Visits by day as bars. The day under the pointer, or reached by keys, is told above. */
export function DayChart({ series, fromDay }: DayChartProps) {
  const words = useWords()
  const locale = useLocale()
  const [at, setAt] = useState(series.length - 1)
  const shown = series[Math.min(at, series.length - 1)]
  const top = niceTop(Math.max(...series.map(({ visits }) => visits)))
  const named = new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' })
  const short = new Intl.DateTimeFormat(locale, { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
  const dayName = (day: string) => named.format(new Date(`${day}T00:00:00Z`))
  const step = Math.ceil(series.length / 7)
  return (
    <figure className="visits-chart">
      <figcaption className="visits-chart__told" aria-live="polite">
        {shown ? words.visits.dayIs(dayName(shown.day), shown.visits, shown.orders) : null}
      </figcaption>
      <div
        className="visits-chart__plot"
        role="slider"
        tabIndex={0}
        aria-label={words.visits.overTime}
        aria-valuemin={0}
        aria-valuemax={series.length - 1}
        aria-valuenow={at}
        aria-valuetext={shown ? words.visits.dayIs(dayName(shown.day), shown.visits, shown.orders) : ''}
        onKeyDown={({ key }) => {
          const by = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
          setAt((now) => Math.max(0, Math.min(series.length - 1, now + by)))
        }}
      >
        <span className="visits-chart__top">{top}</span>
        {series.map(({ day, visits }, index) => (
          <span
            key={day}
            className="visits-chart__day"
            data-shown={index === at || undefined}
            data-before={day < fromDay || undefined}
            onPointerEnter={() => setAt(index)}
          >
            <i style={{ height: `${(visits / top) * 100}%` }} />
          </span>
        ))}
      </div>
      <div className="visits-chart__days" aria-hidden>
        {series.map(({ day }, index) => (
          <span key={day}>
            {(series.length - 1 - index) % step === 0 ? <b>{short.format(new Date(`${day}T00:00:00Z`))}</b> : null}
          </span>
        ))}
      </div>
    </figure>
  )
}
