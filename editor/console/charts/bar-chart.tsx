import { useState } from 'react'
import { niceTop } from './nice-top.ts'
import './bar-chart.css'

export interface Bar {
  readonly key: string
  /** Below the bar, as far as there is room. */
  readonly label: string
  readonly value: number
  /** Says all there is to say of it, above the chart. */
  readonly told: string
  /** There to compare with, drawn quietly. */
  readonly isQuiet?: boolean
}

export interface BarChartProps {
  /** What it shows, for who does not see it. */
  readonly label: string
  readonly bars: readonly Bar[]
  /** The highest value of the scale, in words. */
  readonly topText?: (top: number) => string
  /** So many units make one on the scale, whose top is a round number: a hundred for cents. */
  readonly unit?: number
  /** The one that is told at first; the last when left out. */
  readonly startAt?: number
}

const mostLabels = 6

/** Bars over time. The one under the pointer, or reached by keys, is told above. */
export function BarChart({ label, bars, topText = String, unit = 1, startAt = bars.length - 1 }: BarChartProps) {
  const [chosen, setAt] = useState(startAt)
  const at = Math.min(chosen, bars.length - 1)
  const shown = bars[at]
  const top = niceTop(Math.max(...bars.map(({ value }) => value)) / unit) * unit
  const step = Math.ceil(bars.length / mostLabels)
  return (
    <figure className="bar-chart">
      <figcaption className="bar-chart__told" aria-live="polite">
        {shown?.told}
      </figcaption>
      <div
        className="bar-chart__plot"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={bars.length - 1}
        aria-valuenow={at}
        aria-valuetext={shown?.told ?? ''}
        onKeyDown={({ key }) => {
          const by = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
          setAt(Math.max(0, Math.min(bars.length - 1, at + by)))
        }}
      >
        <span className="bar-chart__top">{topText(top)}</span>
        {bars.map(({ key, value, isQuiet }, index) => (
          <span
            key={key}
            className="bar-chart__bar"
            data-shown={index === at || undefined}
            data-before={isQuiet || undefined}
            onPointerEnter={() => setAt(index)}
          >
            <i style={{ height: `${(value / top) * 100}%` }} />
          </span>
        ))}
      </div>
      <div className="bar-chart__labels" aria-hidden>
        {bars.map(({ key, label: text }, index) => (
          <span key={key}>{(bars.length - 1 - index) % step === 0 ? <b>{text}</b> : null}</span>
        ))}
      </div>
    </figure>
  )
}
