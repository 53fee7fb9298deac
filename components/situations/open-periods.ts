import type { ShopInfo } from '#model/shop/catalogue.ts'
import { periodsOn } from '../kit/opening-periods.ts'
import { addDays, dayIn, momentOf } from '../kit/shop-time.ts'

export interface OpenPeriod {
  readonly startMs: number
  /** First moment at which it is closed again. */
  readonly endMs: number
}

const daysAhead = 8

/** From yesterday on, in order; periods that touch or overlap are one. */
export function openPeriodsAround({ hours, timeZone }: ShopInfo, nowMs: number): readonly OpenPeriod[] {
  const today = dayIn(timeZone, nowMs)
  const days = Array.from({ length: daysAhead + 2 }, (_, index) => addDays(today, index - 1))
  const periods = days.flatMap((day) =>
    periodsOn(hours, day).map(({ opens, closes }) => ({
      startMs: momentOf(day, opens, timeZone),
      endMs: momentOf(closes <= opens ? addDays(day, 1) : day, closes, timeZone),
    })),
  )
  const merged: OpenPeriod[] = []
  for (const period of periods.sort((a, b) => a.startMs - b.startMs)) {
    const last = merged.at(-1)
    if (!last || last.endMs < period.startMs) merged.push(period)
    else merged[merged.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, period.endMs) }
  }
  return merged
}
