/** The times a service can start at, worked out on the shop's wall clock. Pure; says nothing about free tables. */
import { Temporal } from 'temporal-polyfill'
import type { OpeningHours } from '#model/shop/catalogue.ts'
import { periodsOfDate } from '#platform/shop/opening.ts'

export interface SlotRules {
  readonly hours: OpeningHours
  readonly timeZone: string
  readonly durationMinutes: number
  readonly slotStepMinutes: number
  readonly minNoticeMinutes: number
  readonly maxAdvanceDays: number
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
  const earliest = now.add({ minutes: rules.minNoticeMinutes })
  const byInstant = new Map<number, SlotTime>()
  for (const openingDate of [date.subtract({ days: 1 }), date]) {
    for (const slot of slotsFromOpening(rules, openingDate)) {
      const isOnDate = slot.start.toZonedDateTimeISO(rules.timeZone).toPlainDate().equals(date)
      if (isOnDate && Temporal.Instant.compare(slot.start, earliest) >= 0)
        byInstant.set(slot.start.epochMilliseconds, slot)
    }
  }
  return [...byInstant.values()].toSorted((a, b) => Temporal.Instant.compare(a.start, b.start))
}

/** The slot that starts exactly then, or undefined when the rules offer none. */
export function findSlot(rules: SlotRules, start: Temporal.Instant, now: Temporal.Instant): SlotTime | undefined {
  const date = start.toZonedDateTimeISO(rules.timeZone).toPlainDate()
  return slotsOfDate(rules, date, now).find((slot) => slot.start.equals(start))
}

function slotsFromOpening(rules: SlotRules, date: Temporal.PlainDate): SlotTime[] {
  const slots: SlotTime[] = []
  for (const period of periodsOfDate(rules.hours, rules.timeZone, date)) {
    const closesAtWall = period.end.toZonedDateTimeISO(rules.timeZone).toPlainDateTime()
    let wall = period.start.toZonedDateTimeISO(rules.timeZone).toPlainDateTime()
    for (
      ;
      Temporal.PlainDateTime.compare(wall, closesAtWall) < 0;
      wall = wall.add({ minutes: rules.slotStepMinutes })
    ) {
      const instants = instantsOf(wall, rules.timeZone)
      for (const start of instants) {
        const end = start.add({ minutes: rules.durationMinutes })
        const fits =
          Temporal.Instant.compare(period.start, start) <= 0 && Temporal.Instant.compare(end, period.end) <= 0
        if (fits) slots.push({ start, end, ...labelOf(start, rules.timeZone, instants.length > 1) })
      }
    }
  }
  return slots
}

/** None when the clocks skip this wall time, two when they repeat it. */
function instantsOf(wall: Temporal.PlainDateTime, timeZone: string): readonly Temporal.Instant[] {
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' })
  if (!earlier.toPlainDateTime().equals(wall)) return []
  return earlier.equals(later) ? [earlier.toInstant()] : [earlier.toInstant(), later.toInstant()]
}

function labelOf(
  start: Temporal.Instant,
  timeZone: string,
  isRepeated: boolean,
): Pick<SlotTime, 'localTime' | 'partOfDay'> {
  const local = start.toZonedDateTimeISO(timeZone)
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  return {
    localTime: isRepeated ? time + local.offset : time,
    partOfDay: local.hour < 12 ? 'morning' : local.hour < 17 ? 'afternoon' : 'evening',
  }
}
