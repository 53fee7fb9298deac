import { Temporal } from 'temporal-polyfill'
import type { Slot, SlotQuery } from '#model/shop/bookings.ts'
import { freeSeatings } from '#model/shop/occupation.ts'
import type { Span } from '#model/shop/occupation.ts'
import { openSlots } from '#model/shop/open-slots.ts'
import { slotsOfDate } from '#model/shop/slots.ts'
import type { SlotTime } from '#model/shop/slots.ts'
import { findCheckIn, nightsFrom, nightsShown, stayOf } from '#model/shop/stays.ts'
import type { MoveSlot } from '#platform/contract/merchant.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { loadBookable } from './load-bookable.ts'
import type { BookableService } from './load-bookable.ts'
import { loadSeatsTaken, loadTaken } from './load-taken.ts'
import type { ExceptBooking } from './load-taken.ts'

const dayMs = 86_400_000

/**
 * All slots of a date, taken ones too; of a room, the nights of six weeks from that date on. A list to choose from, no
 * promise: only a hold takes a slot.
 */
export async function loadSlots(
  at: ShopTx,
  query: SlotQuery,
  /** Whose booking may be left out; absent for the counter, which moves anybody's. */
  visitorId?: string,
): Promise<readonly Slot[]> {
  const bookable = await loadBookable(at, query.serviceId, query.partySize, query.resourceId)
  const date = parseDate(query.date)
  const except = { bookingId: query.bookingId, visitorId }
  if (bookable.stay) {
    const around = {
      fromMs: stayOf(bookable.stay, date, 1).fromMs,
      toMs: stayOf(bookable.stay, date, nightsShown).toMs,
    }
    const taken = await loadTaken(at, bookable.seatings.flat(), around, except)
    return nightsFrom(bookable.stay, date, at.now, bookable.seatings.flat(), taken)
  }
  const slots =
    bookable.service.kind === 'class'
      ? await loadClasses(at, bookable, date, query.partySize, except)
      : (await loadOpen(at, bookable, date, except)).map(({ free, ...slot }) => ({
          ...slot,
          available: free.length > 0,
        }))
  return slots.map(({ start, end: _end, ...slot }) => ({ startsAtIso: start.toString(), ...slot }))
}

/** Where the counter could move a booking on a date, however soon: what it takes itself counts as free. */
export async function loadMoveSlots(
  at: ShopTx,
  booking: {
    readonly id: string
    readonly serviceId: string
    readonly partySize: number
    readonly nights?: number | undefined
  },
  date: string,
): Promise<readonly MoveSlot[]> {
  const found = await loadBookable(at, booking.serviceId, booking.partySize)
  const bookable = { ...found, rules: { ...found.rules, minNoticeMinutes: 0 } }
  const except = { bookingId: booking.id }
  const named = (seating: readonly string[]) => ({
    id: seating.join('+'),
    label: seating.map((id) => bookable.labels.get(id) ?? '').join(' + '),
  })
  if (bookable.stay) return loadStayMoves(at, bookable, { booking, date: parseDate(date), named })
  if (bookable.service.kind === 'class') {
    const classes = await loadClasses(at, bookable, parseDate(date), booking.partySize, except)
    return classes.map(({ start, end: _end, ...slot }) => ({ startsAtIso: start.toString(), ...slot, free: [] }))
  }
  return (await loadOpen(at, bookable, parseDate(date), except)).map(({ start, localTime, partOfDay, free }) => ({
    startsAtIso: start.toString(),
    localTime,
    partOfDay,
    available: free.length > 0,
    free: free.map(named),
  }))
}

interface StayMove {
  readonly booking: { readonly id: string; readonly nights?: number | undefined }
  readonly date: Temporal.PlainDate
  named(seating: readonly string[]): { id: string; label: string }
}

async function loadStayMoves(at: ShopTx, bookable: BookableService, move: StayMove): Promise<readonly MoveSlot[]> {
  const stay = bookable.stay && { ...bookable.stay, minNoticeMinutes: 0 }
  if (!stay) return []
  const span = stayOf(stay, move.date, move.booking.nights ?? 1)
  const start = Temporal.Instant.fromEpochMilliseconds(span.fromMs)
  if (!findCheckIn(stay, start, at.now)) return []
  const taken = await loadTaken(at, bookable.seatings.flat(), span, { bookingId: move.booking.id })
  const free = freeSeatings(bookable.seatings, [span], taken).map(move.named)
  const available = free.length > 0
  return [{ startsAtIso: start.toString(), localTime: stay.checkIn, partOfDay: 'afternoon', available, free }]
}

async function loadOpen(at: ShopTx, bookable: BookableService, date: Temporal.PlainDate, except: ExceptBooking) {
  const { rules, times, seatings } = bookable
  const taken = await loadTaken(at, [...new Set(seatings.flat())], daysAround(date), except)
  return openSlots({ rules, times, seatings, taken, date, now: at.now })
}

async function loadClasses(
  at: ShopTx,
  { service, rules }: BookableService,
  date: Temporal.PlainDate,
  partySize: number,
  except: ExceptBooking,
): Promise<readonly (SlotTime & { readonly available: boolean; readonly seatsLeft: number })[]> {
  const taken = await loadSeatsTaken(at, service.id, daysAround(date), except)
  return slotsOfDate(rules, date, at.now).map((slot) => {
    const seatsLeft = Math.max(0, (service.seats ?? 0) - (taken.get(slot.start.epochMilliseconds) ?? 0))
    return { ...slot, seatsLeft, available: seatsLeft >= partySize }
  })
}

/** Wide enough for the date in every zone, for the longest visit and for the buffers. */
function daysAround(date: Temporal.PlainDate): Span {
  const midnightMs = Date.parse(`${date.toString()}T00:00:00Z`)
  return { fromMs: midnightMs - 2 * dayMs, toMs: midnightMs + 4 * dayMs }
}

/** @throws ShopRefusal `bad-request` for a date that no calendar has */
export function parseDate(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    throw new ShopRefusal('bad-request', 'There is no such date')
  }
}
