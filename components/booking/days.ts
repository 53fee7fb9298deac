/** The days of the date strip, in the shop's zone. Pure. */
import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { Service, Slot } from '#model/shop/bookings.ts'
import { periodsOn, weekdayOf } from '../kit/opening-periods.ts'
import { addDays, dayIn } from '../kit/shop-time.ts'

export interface StripDay {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly open: boolean
}

const fewestDays = 14
const mostDays = 62

/** From today as far as the service can be booked, at least two weeks; what cannot be booked is not open. */
export function stripDays(shop: ShopInfo, service: Service, nowMs: number): readonly StripDay[] {
  const today = dayIn(shop.timeZone, nowMs)
  const first = dayIn(shop.timeZone, nowMs + service.minNoticeMinutes * 60_000)
  const last = addDays(today, service.maxAdvanceDays)
  const count = Math.min(mostDays, Math.max(fewestDays, service.maxAdvanceDays + 1))
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(today, index)
    return { day, open: day >= first && day <= last && isHeldOn(shop, service, day) }
  })
}

/** A class has days of its own; everything else is booked while the shop is open. */
function isHeldOn(shop: ShopInfo, { timetable }: Service, day: string): boolean {
  const periods = periodsOn(shop.hours, day)
  if (!timetable) return periods.length > 0
  const isClosed = periods.length === 0 && shop.hours.exceptions.some(({ date }) => date === day)
  return !isClosed && timetable.some((entry) => entry.day === weekdayOf(day))
}

/** The next day that can be booked, from this one on. */
export function nextOpenDay(days: readonly StripDay[], from: string): string | undefined {
  return days.find(({ day, open }) => open && day >= from)?.day
}

/** The slots that are left nearest to a wished one, in their order. */
export function nearestSlots(slots: readonly Slot[], wish: Slot, count: number): readonly Slot[] {
  const distance = (slot: Slot) => Math.abs(Date.parse(slot.startsAtIso) - Date.parse(wish.startsAtIso))
  return slots
    .filter((slot) => slot.available && slot.startsAtIso !== wish.startsAtIso)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, count)
    .toSorted((a, b) => Date.parse(a.startsAtIso) - Date.parse(b.startsAtIso))
}

/** Slots of a day as its opening hours would allow, for drawing where no shop can be asked: the canvas. */
export function exampleSlots(shop: ShopInfo, day: string): readonly Slot[] {
  return periodsOn(shop.hours, day).flatMap(({ opens, closes }) => {
    const from = minutesOf(opens)
    const to = minutesOf(closes)
    const count = Math.floor(((to > from ? to : to + 1440) - from) / 30)
    return Array.from({ length: count }, (_, index) => slotAt(day, (from + index * 30) % 1440))
  })
}

function slotAt(day: string, minutes: number): Slot {
  const two = (value: number) => String(value).padStart(2, '0')
  const localTime = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  const partOfDay = minutes < 720 ? 'morning' : minutes < 1020 ? 'afternoon' : 'evening'
  return { startsAtIso: `${day}T${localTime}:00Z`, localTime, partOfDay, available: true }
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
