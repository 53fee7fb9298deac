/** Which times of a date are free, for whom and where: the one place where it is decided. Pure. */
import { Temporal } from 'temporal-polyfill'
import { freeSeatings, occupiedSpans } from './occupation.ts'
import type { ServiceTimes, TakenSpan } from './occupation.ts'
import { slotsOfDate } from './slots.ts'
import type { SlotRules, SlotTime } from './slots.ts'

export interface SlotsAsked {
  readonly rules: SlotRules
  readonly times: ServiceTimes
  /** Where it can be, the best first: a person, a table, or tables that are pushed together. */
  readonly seatings: readonly (readonly string[])[]
  /** What is taken around that date, by whatever service. */
  readonly taken: readonly TakenSpan[]
  readonly date: Temporal.PlainDate
  readonly now: Temporal.Instant
}

export interface OpenSlot extends SlotTime {
  /** The best first; none when it is taken. */
  readonly free: readonly (readonly string[])[]
}

/**
 * All times of a date in order, taken ones too.
 *
 * A time is free where nothing is taken during the visit and the buffers around it; the gaps of other visits are free, and
 * the gaps of this one may be taken.
 */
export function openSlots({ rules, times, seatings, taken, date, now }: SlotsAsked): readonly OpenSlot[] {
  return slotsOfDate(rules, date, now).map((slot) => {
    const visit = { fromMs: slot.start.epochMilliseconds, toMs: slot.end.epochMilliseconds }
    return { ...slot, free: freeSeatings(seatings, occupiedSpans(visit, times), taken) }
  })
}
