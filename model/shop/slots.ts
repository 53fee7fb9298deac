/** The times a service can start at, worked out on the shop's wall clock. Pure; says nothing about free tables. */
import { Temporal } from 'temporal-polyfill'
import type { TimetableEntry } from './bookings.ts'
import type { OpeningHours } from './catalogue.ts'
import { periodsOfDate } from './open-periods.ts'
import type { OpenPeriod } from './open-periods.ts'

const minuteMs = 60_000

export interface SlotRules {
  readonly hours: OpeningHours
  readonly timeZone: string
  readonly durationMinutes: number
  readonly slotStepMinutes: number
  readonly minNoticeMinutes: number
  readonly maxAdvanceDays: number
  /** Of a class: it begins then and at no other time, whenever the shop opens; a day that the shop marked as closed has none. */
  readonly timetable?: readonly TimetableEntry[] | undefined
}

export interface SlotTime {
  readonly start: Temporal.Instant
  readonly end: Temporal.Instant
  /** `HH:MM`, with the offset (`02:30+01:00`) on the night that this time occurs twice. */
  readonly localTime: string
  readonly partOfDay: 'morning' | 'afternoon' | 'evening'
}

/**
 * Slots of one local date in order. They stand on the wall clock (opening time plus whole steps): a time that the
 * clocks skip is left out, one that they repeat is there twice. A slot ends, in real minutes, before the shop closes.
 * Past and too early ones, and dates beyond the horizon, give none.
 */
export function slotsOfDate(rules: SlotRules, date: Temporal.PlainDate, now: Temporal.Instant): readonly SlotTime[] {
  const today = now.toZonedDateTimeISO(rules.timeZone).toPlainDate()
  if (Temporal.PlainDate.compare(date, today.add({ days: rules.maxAdvanceDays })) > 0) return []
  const earliestMs = now.add({ minutes: rules.minNoticeMinutes }).epochMilliseconds
  const fromMs = startOf(date, rules.timeZone)
  const toMs = startOf(date.add({ days: 1 }), rules.timeZone)
  const byStart = new Map<number, SlotTime>()
  for (const slot of rules.timetable ? classesOfDate(rules, rules.timetable, date) : openingSlots(rules, date)) {
    const startMs = slot.start.epochMilliseconds
    if (startMs >= fromMs && startMs < toMs && startMs >= earliestMs) byStart.set(startMs, slot)
  }
  return [...byStart.values()].toSorted((a, b) => Temporal.Instant.compare(a.start, b.start))
}

/** The slot that starts exactly then, or undefined when the rules offer none. */
export function findSlot(rules: SlotRules, start: Temporal.Instant, now: Temporal.Instant): SlotTime | undefined {
  const date = start.toZonedDateTimeISO(rules.timeZone).toPlainDate()
  return slotsOfDate(rules, date, now).find((slot) => slot.start.equals(start))
}

/** Of the shop's periods of that date, and of the evening before, which may last past midnight. */
function openingSlots(rules: SlotRules, date: Temporal.PlainDate): SlotTime[] {
  return [date.subtract({ days: 1 }), date].flatMap((openingDate) =>
    periodsOfDate(rules.hours, rules.timeZone, openingDate).flatMap((period) => slotsOfPeriod(rules, period)),
  )
}

/** A class of a time that the clocks skip is not held; one of a time that they repeat is held once. */
function classesOfDate(rules: SlotRules, timetable: readonly TimetableEntry[], date: Temporal.PlainDate): SlotTime[] {
  const isClosed = rules.hours.exceptions.some((each) => each.date === date.toString() && each.periods.length === 0)
  if (isClosed) return []
  return timetable
    .filter(({ day }) => day === date.dayOfWeek)
    .flatMap(({ time }) => momentsOf(date.toPlainDateTime(time), rules.timeZone).slice(0, 1))
    .map((moment) => ({
      start: moment.toInstant(),
      end: moment.toInstant().add({ minutes: rules.durationMinutes }),
      localTime: moment.toPlainTime().toString({ smallestUnit: 'minute' }),
      partOfDay: partOfDay(moment.hour),
    }))
}

function slotsOfPeriod(rules: SlotRules, period: OpenPeriod): SlotTime[] {
  const first = period.start.toZonedDateTimeISO(rules.timeZone)
  const last = period.end.toZonedDateTimeISO(rules.timeZone)
  const durationMs = rules.durationMinutes * minuteMs
  const lastStartMs = period.end.epochMilliseconds - durationMs
  const isChanging = first.offsetNanoseconds !== last.offsetNanoseconds
  const starts = isChanging ? startsAcrossChange(rules, first, last) : evenStarts(rules, first, lastStartMs)
  return starts
    .filter(({ startMs }) => startMs >= period.start.epochMilliseconds && startMs <= lastStartMs)
    .map(({ startMs, localTime }) => ({
      start: Temporal.Instant.fromEpochMilliseconds(startMs),
      end: Temporal.Instant.fromEpochMilliseconds(startMs + durationMs),
      localTime,
      partOfDay: partOfDay(Number(localTime.slice(0, 2))),
    }))
}

interface Start {
  readonly startMs: number
  readonly localTime: string
}

/** No change of the clocks in between: plain arithmetic, and by far the usual case. */
function evenStarts(rules: SlotRules, first: Temporal.ZonedDateTime, lastStartMs: number): Start[] {
  const offsetMs = first.offsetNanoseconds / 1e6
  const starts: Start[] = []
  for (let startMs = first.epochMilliseconds; startMs <= lastStartMs; startMs += rules.slotStepMinutes * minuteMs) {
    starts.push({ startMs, localTime: new Date(startMs + offsetMs).toISOString().slice(11, 16) })
  }
  return starts
}

function startsAcrossChange(rules: SlotRules, first: Temporal.ZonedDateTime, last: Temporal.ZonedDateTime): Start[] {
  const starts: Start[] = []
  const closesAt = last.toPlainDateTime()
  let wall = first.toPlainDateTime()
  for (; Temporal.PlainDateTime.compare(wall, closesAt) < 0; wall = wall.add({ minutes: rules.slotStepMinutes })) {
    const moments = momentsOf(wall, rules.timeZone)
    for (const moment of moments) {
      const time = moment.toPlainTime().toString({ smallestUnit: 'minute' })
      starts.push({ startMs: moment.epochMilliseconds, localTime: moments.length > 1 ? time + moment.offset : time })
    }
  }
  return starts
}

/** None when the clocks skip this wall time, two when they repeat it. */
function momentsOf(wall: Temporal.PlainDateTime, timeZone: string): readonly Temporal.ZonedDateTime[] {
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' })
  if (!earlier.toPlainDateTime().equals(wall)) return []
  return earlier.equals(later) ? [earlier] : [earlier, later]
}

function startOf(date: Temporal.PlainDate, timeZone: string): number {
  return date.toZonedDateTime(timeZone).epochMilliseconds
}

function partOfDay(hour: number): SlotTime['partOfDay'] {
  return hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening'
}
