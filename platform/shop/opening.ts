/** When a shop is open, worked out in its own time zone. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { OpeningHours } from '#model/shop/catalogue.ts'
import { periodsOfDate } from '#model/shop/open-periods.ts'
import type { OpenPeriod } from '#model/shop/open-periods.ts'

export interface OpenState {
  readonly isOpen: boolean
  /** When `isOpen` changes next; null when it does not within a week. */
  readonly changesAt: Temporal.Instant | null
}

const horizonDays = 7

export function openState(hours: OpeningHours, timeZone: string, now: Temporal.Instant): OpenState {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const periods = openPeriods(hours, timeZone, today.subtract({ days: 1 }), today.add({ days: horizonDays + 1 }))
  const current = periods.find((period) => isBefore(now, period.end))
  if (!current) return { isOpen: false, changesAt: null }
  const isOpen = !isBefore(now, current.start)
  const change = isOpen ? current.end : current.start
  const horizon = now.add({ hours: horizonDays * 24 })
  return { isOpen, changesAt: isBefore(horizon, change) ? null : change }
}

/** Open periods that begin on these local dates (both included), in order; those that touch or overlap are one. */
export function openPeriods(
  hours: OpeningHours,
  timeZone: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): readonly OpenPeriod[] {
  const periods: OpenPeriod[] = []
  for (let date = from; Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days: 1 })) {
    periods.push(...periodsOfDate(hours, timeZone, date))
  }
  periods.sort((a, b) => Temporal.Instant.compare(a.start, b.start))
  return merged(periods)
}

/** The date an order made at this instant counts for, when the business day starts at `dayStarts` (`HH:MM`). */
export function businessDate(timeZone: string, dayStarts: string, at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(timeZone)
  const isStillYesterday = Temporal.PlainTime.compare(local.toPlainTime(), Temporal.PlainTime.from(dayStarts)) < 0
  return (isStillYesterday ? local.toPlainDate().subtract({ days: 1 }) : local.toPlainDate()).toString()
}

function merged(sorted: readonly OpenPeriod[]): readonly OpenPeriod[] {
  const result: OpenPeriod[] = []
  for (const period of sorted) {
    const last = result.at(-1)
    if (!last || isBefore(last.end, period.start)) result.push(period)
    else if (isBefore(last.end, period.end)) result[result.length - 1] = { start: last.start, end: period.end }
  }
  return result
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}
