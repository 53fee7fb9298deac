import type { OpeningHours, ShopInfo } from '#model/shop/catalogue.ts'
import { weekdayOf } from '../kit/opening-periods.ts'
import { addDays, dayIn } from '../kit/shop-time.ts'

type Period = OpeningHours['weekly'][number]

export interface WeekRow {
  /** 1 is Monday. */
  readonly weekday: number
  /** A date of that weekday, to take its name from. */
  readonly day: string
  readonly isToday: boolean
  readonly periods: readonly Pick<Period, 'opens' | 'closes'>[]
}

/** The ordinary week from Monday to Sunday, each day's periods in order of time. */
export function weekRows(shop: ShopInfo, nowMs: number): readonly WeekRow[] {
  const today = dayIn(shop.timeZone, nowMs)
  const monday = addDays(today, 1 - weekdayOf(today))
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const day = addDays(monday, weekday - 1)
    return {
      weekday,
      day,
      isToday: day === today,
      periods: byTime(shop.hours.weekly.filter((each) => each.day === weekday)),
    }
  })
}

/** Days from today on, at most two weeks ahead, that differ from the ordinary week. */
export function exceptionsAhead(shop: ShopInfo, nowMs: number): OpeningHours['exceptions'] {
  const today = dayIn(shop.timeZone, nowMs)
  const last = addDays(today, 14)
  return shop.hours.exceptions
    .filter((each) => each.date >= today && each.date <= last)
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
}

/** `11:00–14:00` each, in order of time; `24:00` for a period that ends at midnight. */
export function periodTexts(periods: readonly Pick<Period, 'opens' | 'closes'>[]): readonly string[] {
  return byTime(periods).map(({ opens, closes }) => `${opens}–${closes === '00:00' ? '24:00' : closes}`)
}

function byTime<P extends Pick<Period, 'opens'>>(periods: readonly P[]): readonly P[] {
  return periods.toSorted((one, other) => (one.opens < other.opens ? -1 : 1))
}
