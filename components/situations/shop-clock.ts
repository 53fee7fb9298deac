import type { ShopInfo } from '#model/shop/catalogue.ts'
import { addDays, dayIn, momentOf } from '../kit/shop-time.ts'
import { openPeriodsAround, type OpenPeriod } from './open-periods.ts'

/** A moment, and the shop as it is then. */
export interface ShopMoment {
  readonly nowMs: number
  readonly shop: ShopInfo
}

const minuteMs = 60_000
const lunch = '12:15'

/** This moment, if the shop is open; else soon after it opens next. A shop without hours is open now. */
export function whileOpen(shop: ShopInfo, nowMs: number): ShopMoment {
  const period = openPeriodsAround(shop, nowMs).find(({ endMs }) => endMs > nowMs)
  if (!period) return { nowMs, shop: { ...shop, isOpen: true, changesAtIso: null } }
  return openAt(shop, period, Math.max(nowMs, Math.min(period.startMs + 30 * minuteMs, middleOf(period))))
}

/** A quarter past twelve on the next day with a lunch, else the middle of the next opening. */
export function atLunch(shop: ShopInfo, nowMs: number): ShopMoment {
  const periods = openPeriodsAround(shop, nowMs).filter(({ endMs }) => endMs > nowMs)
  const today = dayIn(shop.timeZone, nowMs)
  for (let ahead = 0; ahead < 7; ahead++) {
    const lunchMs = momentOf(addDays(today, ahead), lunch, shop.timeZone)
    const period = periods.find(({ startMs, endMs }) => startMs <= lunchMs && lunchMs < endMs)
    if (period) return openAt(shop, period, lunchMs)
  }
  const [next] = periods
  return next ? openAt(shop, next, middleOf(next)) : whileOpen(shop, nowMs)
}

/** This moment, if the shop is closed; else half an hour after it closes. One that never does is closed for today. */
export function whileClosed(shop: ShopInfo, nowMs: number): ShopMoment {
  const periods = openPeriodsAround(shop, nowMs)
  const at = periods.findIndex(({ endMs }) => endMs > nowMs)
  const [current, next] = at < 0 ? [] : periods.slice(at)
  if (!current || current.startMs > nowMs) return closedAt(shop, nowMs, current?.startMs)
  if (next)
    return closedAt(shop, Math.min(current.endMs + 30 * minuteMs, (current.endMs + next.startMs) / 2), next.startMs)
  const date = dayIn(shop.timeZone, nowMs)
  const exceptions = [...shop.hours.exceptions.filter((each) => each.date !== date), { date, periods: [], note: '' }]
  const closed = { ...shop, hours: { ...shop.hours, exceptions } }
  return closedAt(closed, nowMs, momentOf(addDays(date, 1), '00:00', shop.timeZone))
}

function openAt(shop: ShopInfo, period: OpenPeriod, nowMs: number): ShopMoment {
  return { nowMs, shop: { ...shop, isOpen: true, changesAtIso: new Date(period.endMs).toISOString() } }
}

function closedAt(shop: ShopInfo, nowMs: number, opensMs: number | undefined): ShopMoment {
  const changesAtIso = opensMs === undefined ? null : new Date(opensMs).toISOString()
  return { nowMs, shop: { ...shop, isOpen: false, changesAtIso } }
}

function middleOf({ startMs, endMs }: OpenPeriod): number {
  return Math.round((startMs + endMs) / 2 / minuteMs) * minuteMs
}
