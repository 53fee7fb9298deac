/** When a shop is open, worked out in its own time zone. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { OpeningHours } from '#model/shop/catalogue.ts'

/** From `start` up to, not including, `end`. */
export interface OpenPeriod {
  readonly start: Temporal.Instant
  readonly end: Temporal.Instant
}

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

/** The periods that begin on this local date, as the shop wrote them. */
export function periodsOfDate(hours: OpeningHours, timeZone: string, date: Temporal.PlainDate): readonly OpenPeriod[] {
  const text = date.toString()
  const exception = hours.exceptions.find((candidate) => candidate.date === text)
  const written = exception?.periods ?? hours.weekly.filter((candidate) => candidate.day === date.dayOfWeek)
  if (written.length === 0) return []
  const key = `${timeZone} ${text} ${written.map(({ opens, closes }) => `${opens}-${closes}`).join()}`
  const known = rememberedPeriods.get(key)
  if (known) return known
  if (rememberedPeriods.size >= mostRemembered) rememberedPeriods.clear()
  const periods = written
    .map(({ opens, closes }) => {
      const closingDate = closes <= opens ? date.add({ days: 1 }) : date
      return {
        start: instantAt(date, opens, timeZone, 'compatible'),
        // A wall time that occurs twice: open from the first, closed from the second, so nobody who reads the sign is turned away.
        end: instantAt(closingDate, closes, timeZone, 'later'),
      }
    })
    .filter((period) => isBefore(period.start, period.end))
  rememberedPeriods.set(key, periods)
  return periods
}

/** Rules of zones are slow to ask; every quote asks for the same few days. The key holds all that the answer depends on. */
const rememberedPeriods = new Map<string, readonly OpenPeriod[]>()
const mostRemembered = 10_000

/** The date an order made at this instant counts for, when the business day starts at `dayStarts` (`HH:MM`). */
export function businessDate(timeZone: string, dayStarts: string, at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(timeZone)
  const isStillYesterday = Temporal.PlainTime.compare(local.toPlainTime(), Temporal.PlainTime.from(dayStarts)) < 0
  return (isStillYesterday ? local.toPlainDate().subtract({ days: 1 }) : local.toPlainDate()).toString()
}

function instantAt(
  date: Temporal.PlainDate,
  time: string,
  timeZone: string,
  disambiguation: 'compatible' | 'later',
): Temporal.Instant {
  const wall = date.toPlainDateTime(Temporal.PlainTime.from(time))
  return wall.toZonedDateTime(timeZone, { disambiguation }).toInstant()
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
