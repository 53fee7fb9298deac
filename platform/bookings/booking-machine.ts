/** How a booking may move; any other move is refused with `conflict` and writes nothing. */
import type { BookingStatus } from '#model/shop/bookings.ts'
import type { BookingAction } from '#platform/contract/merchant.ts'

export const bookingMoves: { readonly [From in BookingStatus]: readonly BookingStatus[] } = {
  held: ['confirmed', 'cancelled', 'expired'],
  confirmed: ['checked_in', 'no_show', 'cancelled'],
  checked_in: ['completed', 'cancelled'],
  completed: [],
  no_show: [],
  cancelled: [],
  expired: [],
}

export const bookingStatusAfter: { readonly [Action in BookingAction]: BookingStatus } = {
  'check-in': 'checked_in',
  complete: 'completed',
  'no-show': 'no_show',
  cancel: 'cancelled',
}

/** These keep their table or member of staff from others. */
export function isActive(status: BookingStatus): boolean {
  return status === 'held' || status === 'confirmed' || status === 'checked_in'
}
