import { periodsOn } from '#components/kit/opening-periods.ts'
import { dayIn } from '#components/kit/shop-time.ts'
import type { Booking } from '#model/shop/bookings.ts'
import type { OpeningHours } from '#model/shop/catalogue.ts'
import { occupiesTable } from './booking-rules.ts'
import { minutesOf } from './hours.ts'

export interface Timeline {
  /** Whole hours since the day's midnight on the shop's wall; `toHour` may pass 24. */
  readonly fromHour: number
  readonly toHour: number
}

/** Hours drawn when the shop is closed and nothing is booked. */
const emptyDay: Timeline = { fromHour: 11, toHour: 21 }

/** Wide enough for the opening hours and for every booking of the day. */
export function timelineOf(hours: OpeningHours, day: string, bookings: readonly Booking[], timeZone: string): Timeline {
  const edges: number[] = []
  for (const { opens, closes } of periodsOn(hours, day)) {
    const from = minutesOf(opens) ?? 0
    const to = minutesOf(closes) ?? 0
    edges.push(from, to > from ? to : to + 1440)
  }
  for (const booking of bookings) {
    if (!occupiesTable(booking.status)) continue
    edges.push(minuteOnDay(booking.startsAtIso, day, timeZone), minuteOnDay(booking.endsAtIso, day, timeZone))
  }
  if (edges.length === 0) return emptyDay
  return { fromHour: Math.max(0, Math.floor(Math.min(...edges) / 60)), toHour: Math.ceil(Math.max(...edges) / 60) }
}

/** Minutes from the day's midnight by the shop's wall clock; before it negative, the next day past 1440. */
export function minuteOnDay(iso: string, day: string, timeZone: string): number {
  const ms = Date.parse(iso)
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .format(ms)
    .split(':')
  const days = (Date.parse(`${dayIn(timeZone, ms)}T12:00Z`) - Date.parse(`${day}T12:00Z`)) / 86_400_000
  return days * 1440 + Number(parts[0]) * 60 + Number(parts[1])
}

/** Top and height of a booking as fractions of the timeline. */
export function placeOnTimeline(
  booking: Booking,
  day: string,
  line: Timeline,
): { readonly top: number; readonly height: number } {
  const from = minuteOnDay(booking.startsAtIso, day, booking.timeZone) - line.fromHour * 60
  const to = minuteOnDay(booking.endsAtIso, day, booking.timeZone) - line.fromHour * 60
  const whole = (line.toHour - line.fromHour) * 60
  return { top: from / whole, height: Math.max(15, to - from) / whole }
}

/** Where now is, as a fraction, or undefined outside the timeline. */
export function nowOnTimeline(nowMs: number, day: string, timeZone: string, line: Timeline): number | undefined {
  const at =
    (minuteOnDay(new Date(nowMs).toISOString(), day, timeZone) - line.fromHour * 60) /
    ((line.toHour - line.fromHour) * 60)
  return at >= 0 && at <= 1 ? at : undefined
}
