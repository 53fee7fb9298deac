/** The calendar of bookings: what stands beside what, and what is meant by where something is dropped. Pure. */
import { addDays } from '#components/kit/shop-time.ts'
import { weekdayOf } from '#components/kit/opening-periods.ts'
import type { Booking } from '#model/shop/bookings.ts'
import type { MoveSlot } from '#platform/contract/merchant.ts'

export interface Lane {
  /** Counts from 0; so many stand side by side. */
  readonly lane: number
  readonly lanes: number
}

/** Bookings of one column that overlap stand side by side; those that touch nobody have the whole width. */
export function lanesOf(bookings: readonly Booking[]): ReadonlyMap<string, Lane> {
  const startMs = (booking: Booking) => Date.parse(booking.startsAtIso)
  const result = new Map<string, Lane>()
  let group: { readonly id: string; readonly lane: number }[] = []
  let ends: number[] = []
  const close = () => {
    for (const { id, lane } of group) result.set(id, { lane, lanes: ends.length })
    group = []
    ends = []
  }
  for (const booking of bookings.toSorted((a, b) => startMs(a) - startMs(b))) {
    if (ends.every((endMs) => endMs <= startMs(booking))) close()
    const free = ends.findIndex((endMs) => endMs <= startMs(booking))
    const lane = free < 0 ? ends.length : free
    ends[lane] = Date.parse(booking.endsAtIso)
    group.push({ id: booking.id, lane })
  }
  close()
  return result
}

/** Monday to Sunday of the week that this day is in. */
export function weekOf(day: string): readonly string[] {
  const monday = addDays(day, 1 - weekdayOf(day))
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index))
}

/** As far from where it was dropped as a time may be to be meant. */
const nearMinutes = 30

/**
 * The time that is meant by a drop: the nearest one that is free, if it is near, and free at the place it was dropped on.
 * @param minuteOf - minutes of a slot since the day's midnight, by the shop's wall clock
 * @param place - label of the column; null where columns are days
 */
export function slotMeant(
  slots: readonly MoveSlot[],
  minute: number,
  minuteOf: (startsAtIso: string) => number,
  place: string | null,
): { readonly slot: MoveSlot; readonly resourceId: string | null } | undefined {
  const distance = (slot: MoveSlot) => Math.abs(minuteOf(slot.startsAtIso) - minute)
  const placeIn = ({ free }: MoveSlot) =>
    place === null ? undefined : free.find(({ label }) => label.split(' + ').includes(place))
  const [slot] = slots
    .filter(
      (each) => each.available && distance(each) <= nearMinutes && (place === null || placeIn(each) !== undefined),
    )
    .toSorted((a, b) => distance(a) - distance(b))
  return slot && { slot, resourceId: placeIn(slot)?.id ?? null }
}
