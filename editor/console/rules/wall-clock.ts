import { periodsOn } from '#components/kit/opening-periods.ts'
import { addDays, dayIn, timeText } from '#components/kit/shop-time.ts'
import type { OpeningHours } from '#model/shop/catalogue.ts'
import { minutesOf } from './hours.ts'

/**
 * The moment a clock on the shop's wall shows this time. A time that the clock skips is taken as much later as the gap
 * is wide; of one that comes twice, the first counts.
 */
export function momentOf(day: string, time: string, timeZone: string): number {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  const candidates = [-1, 1].map((side) => wanted - offsetAt(wanted + side * 86_400_000, timeZone))
  const exact = candidates.filter((ms) => wallMs(ms, timeZone) === wanted)
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates)
}

/** How far the zone's wall is ahead of UTC at that moment. */
function offsetAt(ms: number, timeZone: string): number {
  return wallMs(ms, timeZone) - Math.floor(ms / 60_000) * 60_000
}

/** The wall's reading, written down as if it were UTC. */
function wallMs(ms: number, timeZone: string): number {
  return Date.parse(`${dayIn(timeZone, ms)}T${timeText(new Date(ms).toISOString(), timeZone)}:00Z`)
}

/** When the shop opens on the day after this one, or that day's midnight when it stays closed. */
export function tomorrowsOpening(hours: OpeningHours, businessDay: string, timeZone: string): string {
  const tomorrow = addDays(businessDay, 1)
  const opens = periodsOn(hours, tomorrow)
    .map((period) => period.opens)
    .filter((time) => minutesOf(time) !== undefined)
    .toSorted()[0]
  return new Date(momentOf(tomorrow, opens ?? '00:00', timeZone)).toISOString()
}
