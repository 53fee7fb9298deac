/** What a visit takes of a table, a room or a person, and which of them are free for it. Pure. */
import type { ServiceGap } from './bookings.ts'

const minuteMs = 60_000

/** From `fromMs` up to, not including, `toMs`. */
export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

export interface TakenSpan extends Span {
  readonly resourceId: string
}

export interface ServiceTimes {
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  readonly gaps: readonly ServiceGap[]
}

/**
 * The visit with its buffers, without its gaps, in order. Buffers may lie outside the opening hours: they are the shop's
 * own time. A gap that the visit does not hold is left out as far as it does not.
 */
export function occupiedSpans(visit: Span, times: ServiceTimes): readonly Span[] {
  const toMs = visit.toMs + times.bufferAfterMinutes * minuteMs
  const spans: Span[] = []
  let fromMs = visit.fromMs - times.bufferBeforeMinutes * minuteMs
  for (const gap of times.gaps.toSorted((a, b) => a.fromMinutes - b.fromMinutes)) {
    const gapFromMs = visit.fromMs + gap.fromMinutes * minuteMs
    const gapToMs = Math.min(gapFromMs + gap.minutes * minuteMs, visit.toMs)
    if (gapFromMs >= visit.toMs || gapToMs <= fromMs) continue
    if (gapFromMs > fromMs) spans.push({ fromMs, toMs: gapFromMs })
    fromMs = gapToMs
  }
  if (fromMs < toMs) spans.push({ fromMs, toMs })
  return spans
}

/** Those of which nothing is taken at these times, in the order they come in. */
export function freeSeatings<Seating extends readonly string[]>(
  seatings: readonly Seating[],
  spans: readonly Span[],
  taken: readonly TakenSpan[],
): readonly Seating[] {
  const busy = new Set(
    taken
      .filter((each) => spans.some((span) => each.fromMs < span.toMs && each.toMs > span.fromMs))
      .map(({ resourceId }) => resourceId),
  )
  return seatings.filter((seating) => !seating.some((id) => busy.has(id)))
}
