/** The nights of a room, on the shop's wall clock. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { Slot } from './bookings.ts'
import { freeSeatings } from './occupation.ts'
import type { Span, TakenSpan } from './occupation.ts'
import { instantAt } from './open-periods.ts'

export interface StayRules {
  readonly timeZone: string
  /** `HH:MM`. */
  readonly checkIn: string
  readonly checkOut: string
  readonly maxNights: number
  readonly minNoticeMinutes: number
  readonly maxAdvanceDays: number
}

/** So many nights are shown at once. */
export const nightsShown = 42

/** From the check-in of the first date to the check-out after so many nights, whatever the clocks do in between. */
export function stayOf(rules: StayRules, date: Temporal.PlainDate, nights: number): Span {
  const from = instantAt(date, rules.checkIn, rules.timeZone, 'compatible')
  const to = instantAt(date.add({ days: nights }), rules.checkOut, rules.timeZone, 'compatible')
  return { fromMs: from.epochMilliseconds, toMs: to.epochMilliseconds }
}

/** The date whose check-in this is, or undefined when no stay may begin then. */
export function findCheckIn(
  rules: StayRules,
  start: Temporal.Instant,
  now: Temporal.Instant,
): Temporal.PlainDate | undefined {
  const date = start.toZonedDateTimeISO(rules.timeZone).toPlainDate()
  const isCheckIn = stayOf(rules, date, 1).fromMs === start.epochMilliseconds
  return isCheckIn && isOffered(rules, date, now) ? date : undefined
}

/** Nights from a date on, the taken ones too; those that cannot be booked any more, or not yet, are left out. */
export function nightsFrom(
  rules: StayRules,
  from: Temporal.PlainDate,
  now: Temporal.Instant,
  roomIds: readonly string[],
  taken: readonly TakenSpan[],
): readonly Slot[] {
  const rooms = roomIds.map((id) => [id])
  return Array.from({ length: nightsShown }, (_, index) => from.add({ days: index }))
    .filter((date) => isOffered(rules, date, now))
    .map((date) => {
      const night = stayOf(rules, date, 1)
      const free = freeSeatings(rooms, [night], taken).flat()
      return {
        startsAtIso: Temporal.Instant.fromEpochMilliseconds(night.fromMs).toString(),
        localTime: rules.checkIn,
        partOfDay: 'afternoon',
        available: free.length > 0,
        roomIds: free,
      }
    })
}

function isOffered(rules: StayRules, date: Temporal.PlainDate, now: Temporal.Instant): boolean {
  const today = now.toZonedDateTimeISO(rules.timeZone).toPlainDate()
  if (Temporal.PlainDate.compare(date, today.add({ days: rules.maxAdvanceDays })) > 0) return false
  // Who comes late on the day itself still gets a room for the night; yesterday's night is gone.
  if (Temporal.PlainDate.compare(date, today) < 0) return false
  const latest = instantAt(date.add({ days: 1 }), '00:00', rules.timeZone, 'compatible')
  return latest.epochMilliseconds >= now.add({ minutes: rules.minNoticeMinutes }).epochMilliseconds
}
