import { Temporal } from 'temporal-polyfill'
import { occupiedSpans } from '#model/shop/occupation.ts'
import type { Span } from '#model/shop/occupation.ts'
import { findSlot } from '#model/shop/slots.ts'
import { findCheckIn, stayOf } from '#model/shop/stays.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { BookableService } from './load-bookable.ts'

/** A time that a service offers, and what it takes of whatever it is at. */
export interface Visit extends Span {
  readonly nights: number
  /** With buffers, without gaps, in order. */
  readonly spans: readonly Span[]
}

/**
 * @param nights - of a stay; a visit has none
 * @throws ShopRefusal `slot-taken` when the rules do not offer this time, or not any more; `wrong-choice` for so many nights
 */
export function findVisit(
  { rules, times, stay }: BookableService,
  startsAtIso: string,
  nights: number,
  now: Temporal.Instant,
): Visit {
  const start = parseInstant(startsAtIso)
  if (!stay) {
    if (nights > 0) throw new ShopRefusal('wrong-choice', 'This is not booked by nights')
    const slot = findSlot(rules, start, now)
    if (!slot) throw new ShopRefusal('slot-taken', 'This time is not offered')
    const visit = { fromMs: slot.start.epochMilliseconds, toMs: slot.end.epochMilliseconds }
    return { ...visit, nights: 0, spans: occupiedSpans(visit, times) }
  }
  if (nights < 1 || nights > stay.maxNights)
    throw new ShopRefusal('wrong-choice', `A stay is 1 to ${stay.maxNights} nights`)
  const date = findCheckIn(stay, start, now)
  if (!date) throw new ShopRefusal('slot-taken', 'No stay begins then')
  const span = stayOf(stay, date, nights)
  return { ...span, nights, spans: [span] }
}

/** @throws ShopRefusal `bad-request` */
export function parseInstant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text)
  } catch {
    throw new ShopRefusal('bad-request', 'startsAtIso is not an instant')
  }
}
