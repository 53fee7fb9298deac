/** When a shop is open, on its own wall clock. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { OpeningHours } from './catalogue.ts'

/** From `start` up to, not including, `end`. */
export interface OpenPeriod {
  readonly start: Temporal.Instant
  readonly end: Temporal.Instant
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

/** That time of the shop's wall clock; of one that the clocks repeat, the first, unless told `later`. */
export function instantAt(
  date: Temporal.PlainDate,
  time: string,
  timeZone: string,
  disambiguation: 'compatible' | 'later',
): Temporal.Instant {
  const wall = date.toPlainDateTime(Temporal.PlainTime.from(time))
  return wall.toZonedDateTime(timeZone, { disambiguation }).toInstant()
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}
