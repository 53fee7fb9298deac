/** How a booking may move; any other move is refused with `conflict` and writes nothing. */
import type { BookingAction, BookingStatus } from './bookings.ts'

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

/** These keep their table, room, seats or member of staff from others. */
export const activeStatuses = ['held', 'confirmed', 'checked_in'] as const satisfies readonly BookingStatus[]

export function isActive(status: BookingStatus): boolean {
  return (activeStatuses as readonly BookingStatus[]).includes(status)
}
