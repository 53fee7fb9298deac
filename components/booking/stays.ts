/** Nights of a room, and how many of them one after the other can be had. Pure. */
import type { Service, Slot } from '#model/shop/bookings.ts'
import { addDays, dayIn, momentOf } from '../kit/shop-time.ts'

/** Most nights that can begin with this one: some room must be free on each of them. */
export function longestStay(nights: readonly Slot[], from: Slot, maxNights: number, timeZone: string): number {
  const byDay = new Map(nights.map((night) => [dayIn(timeZone, Date.parse(night.startsAtIso)), night]))
  const first = dayIn(timeZone, Date.parse(from.startsAtIso))
  const lengths = (from.roomIds ?? []).map((room) => {
    let count = 0
    while (count < maxNights && byDay.get(addDays(first, count))?.roomIds?.includes(room)) count++
    return count
  })
  return Math.max(0, ...lengths)
}

/** The day of leaving. */
export function leavingDay(from: Slot, nights: number, timeZone: string): string {
  return addDays(dayIn(timeZone, Date.parse(from.startsAtIso)), nights)
}

/** Two weeks of free nights, for drawing where no shop can be asked: the canvas. */
export function exampleNights({ stay }: Service, today: string, timeZone: string): readonly Slot[] {
  const localTime = stay?.checkIn ?? '15:00'
  return Array.from({ length: 14 }, (_, index) => ({
    startsAtIso: new Date(momentOf(addDays(today, index), localTime, timeZone)).toISOString(),
    localTime,
    partOfDay: 'afternoon',
    available: true,
    roomIds: ['example'],
  }))
}
