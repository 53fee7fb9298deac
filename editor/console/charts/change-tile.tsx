import { TrendingDown, TrendingUp } from 'lucide-react'
import { changeSince } from '../rules/change-since.ts'

export interface ChangeTileProps {
  readonly name: string
  readonly now: number
  readonly before: number
  /** False where the time is not over yet, so that less means nothing. */
  readonly isCompared: boolean
  readonly text: (value: number) => string
  /** The sentence about the time before. */
  readonly beforeText: (value: string) => string
}

/** A figure, and how it stands beside the time before. */
export function ChangeTile({ name, now, before, isCompared, text, beforeText }: ChangeTileProps) {
  const percent = isCompared ? changeSince(now, before) : undefined
  return (
    <section className="panel charts-total" aria-label={name}>
      <h2>{name}</h2>
      <p className="charts-total__now">
        {text(now)}
        {percent === undefined || percent === 0 ? null : (
          <span data-less={percent < 0 || undefined}>
            {percent < 0 ? <TrendingDown size={16} aria-hidden /> : <TrendingUp size={16} aria-hidden />}
            {percent > 0 ? '+' : '−'}
            {Math.abs(percent)}%
          </span>
        )}
      </p>
      <p className="charts-note">{beforeText(text(before))}</p>
    </section>
  )
}
