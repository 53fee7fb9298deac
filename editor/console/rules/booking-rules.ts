import { bookingMoves, bookingStatusAfter } from '#model/shop/booking-moves.ts'
import type { BookingAction, BookingStatus } from '#model/shop/bookings.ts'

/** The likeliest first. */
const inOrder: readonly BookingAction[] = ['check-in', 'complete', 'no-show', 'cancel']

/** What the shop can do with a booking; the server refuses anything else. What is only held is still the customer's. */
export function bookingActions(status: BookingStatus): readonly BookingAction[] {
  if (status === 'held') return []
  return inOrder.filter((action) => bookingMoves[status].includes(bookingStatusAfter[action]))
}

/** Takes up its table: drawn on the timeline. */
export function occupiesTable(status: BookingStatus): boolean {
  return status === 'held' || status === 'confirmed' || status === 'checked_in' || status === 'completed'
}

/** Worth a line in the day's list: a hold that ran out never became a booking. */
export function isListed(status: BookingStatus): boolean {
  return status !== 'expired' && status !== 'held'
}
