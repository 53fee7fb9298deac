import { useLocale, useWords } from '#editor/words/use-words.ts'
import type { Visits } from '#platform/contract/visits.ts'
import { BarChart } from '../charts/bar-chart.tsx'
import { dayNames } from '../charts/day-names.ts'

export interface DayChartProps {
  readonly series: Visits['series']
  /** Days of the chosen period; earlier ones are there to compare with and are drawn quietly. */
  readonly fromDay: string
}

/** Visits by day. */
export function DayChart({ series, fromDay }: DayChartProps) {
  const { visits: words } = useWords()
  const name = dayNames(useLocale())
  return (
    <BarChart
      label={words.overTime}
      bars={series.map(({ day, visits, orders }) => ({
        key: day,
        label: name.short(day),
        value: visits,
        told: words.dayIs(name.long(day), visits, orders),
        isQuiet: day < fromDay,
      }))}
    />
  )
}
