import type { BookingAction } from '#platform/contract/merchant.ts'
import type { BookingStatus } from '#model/shop/bookings.ts'

/** What the shop can do with a booking, the likeliest first; the server refuses anything else. */
const actions: { readonly [Status in BookingStatus]: readonly BookingAction[] } = {
  held: [],
  confirmed: ['check-in', 'no-show', 'cancel'],
  checked_in: ['complete', 'no-show'],
  completed: [],
  no_show: [],
  cancelled: [],
  expired: [],
}

const lands: { readonly [Action in BookingAction]: BookingStatus } = {
  'check-in': 'checked_in',
  complete: 'completed',
  'no-show': 'no_show',
  cancel: 'cancelled',
}

export function bookingActions(status: BookingStatus): readonly BookingAction[] {
  return actions[status]
}

export function bookingStatusAfter(action: BookingAction): BookingStatus {
  return lands[action]
}

/** Takes up its table: drawn on the timeline. */
export function occupiesTable(status: BookingStatus): boolean {
  return status === 'held' || status === 'confirmed' || status === 'checked_in' || status === 'completed'
}

/** Worth a line in the day's list: a hold that ran out never became a booking. */
export function isListed(status: BookingStatus): boolean {
  return status !== 'expired' && status !== 'held'
}
