/** Which times an order that is carried away can be promised for, worked out on the shop's own clock. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { OpeningHours } from '#model/shop/catalogue.ts'
import { openPeriods } from '#platform/shop/opening.ts'

export interface PromiseRules {
  readonly hours: OpeningHours
  readonly timeZone: string
  /** From the order to the dish on the counter. */
  readonly leadMinutes: number
  /** For how many days after today a time may be asked for; null for none, not even today. */
  readonly aheadDays: number | null
}

export interface PromiseTimes {
  /** The first moment it can be ready, on five minutes; null while the shop is closed. */
  readonly asap: Temporal.Instant | null
  /** The quarters of an hour from then on in which the shop hands out, as far ahead as it plans; always today's. */
  readonly quarters: readonly Temporal.Instant[]
}

const quarterMs = 15 * 60_000
const asapStepMs = 5 * 60_000
const mostQuarters = 200

/** @param asIfOpen - for the editor's preview, which is used at any hour */
export function promiseTimes(rules: PromiseRules, now: Temporal.Instant, asIfOpen = false): PromiseTimes {
  const { hours, timeZone, leadMinutes, aheadDays } = rules
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  const earliest = now.add({ minutes: leadMinutes })
  const periods = openPeriods(hours, timeZone, today.subtract({ days: 1 }), today.add({ days: aheadDays ?? 0 }))
  const isOpen =
    asIfOpen || periods.some(({ start, end }) => now.epochMilliseconds >= ms(start) && now.epochMilliseconds < ms(end))
  const quarters: Temporal.Instant[] = []
  for (const { start, end } of periods) {
    // The first dish of the day takes as long as any other.
    const firstMs = Math.max(ms(earliest), ms(start) + leadMinutes * 60_000)
    for (let atMs = upTo(firstMs, quarterMs); atMs <= ms(end) && quarters.length < mostQuarters; atMs += quarterMs)
      quarters.push(Temporal.Instant.fromEpochMilliseconds(atMs))
  }
  return { asap: isOpen ? Temporal.Instant.fromEpochMilliseconds(upTo(ms(earliest), asapStepMs)) : null, quarters }
}

/** The quarter of an hour that a moment is in. Every zone in use today is a multiple of it away from UTC. */
export function quarterOf(at: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms(at) / quarterMs) * quarterMs)
}

function upTo(atMs: number, stepMs: number): number {
  return Math.ceil(atMs / stepMs) * stepMs
}

function ms(at: Temporal.Instant): number {
  return at.epochMilliseconds
}
