import { isActive, mayAct } from '#model/shop/booking-moves.ts'
import type { Booking, BookingAction, BookingStatus } from '#model/shop/bookings.ts'

/** The likeliest first. */
const inOrder: readonly BookingAction[] = ['accept', 'check-in', 'complete', 'decline', 'no-show', 'cancel']

/** What the shop can do with a booking; the server refuses anything else. Nobody fails to come before it begins. */
export function bookingActions(
  { status, startsAtIso }: Pick<Booking, 'status' | 'startsAtIso'>,
  nowMs: number,
): readonly BookingAction[] {
  const hasBegun = Date.parse(startsAtIso) <= nowMs
  return inOrder.filter((action) => {
    if (action === 'no-show' && !hasBegun) return false
    // To say no is the word for what was only asked.
    if (action === 'cancel' && status === 'requested') return false
    return mayAct(status, action)
  })
}

/** Takes up its table: drawn on the timeline. */
export function occupiesTable(status: BookingStatus): boolean {
  return isActive(status) || status === 'completed'
}

/** Worth a line in the day's list: a hold that ran out never became a booking. */
export function isListed(status: BookingStatus): boolean {
  return status !== 'expired' && status !== 'held'
}
