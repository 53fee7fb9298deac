/** How a booking may move; any other move is refused with `conflict` and writes nothing. */
import type { BookingAction, BookingStatus } from './bookings.ts'

export const bookingMoves: { readonly [From in BookingStatus]: readonly BookingStatus[] } = {
  held: ['confirmed', 'unpaid', 'requested', 'cancelled', 'expired'],
  unpaid: ['confirmed', 'requested', 'cancelled', 'expired'],
  requested: ['confirmed', 'declined', 'cancelled', 'expired'],
  confirmed: ['checked_in', 'no_show', 'cancelled'],
  checked_in: ['completed', 'cancelled'],
  completed: [],
  no_show: [],
  cancelled: [],
  declined: [],
  expired: [],
}

/** Those that wait for somebody, and until when they do: for a name, for the deposit, for the shop's answer. */
export const waitingStatuses = ['held', 'unpaid', 'requested'] as const satisfies readonly BookingStatus[]

export const bookingStatusAfter: { readonly [Action in BookingAction]: BookingStatus } = {
  accept: 'confirmed',
  decline: 'declined',
  'check-in': 'checked_in',
  complete: 'completed',
  'no-show': 'no_show',
  cancel: 'cancelled',
}

/** These keep their table, room, seats or member of staff from others. */
export const activeStatuses = [
  'held',
  'unpaid',
  'requested',
  'confirmed',
  'checked_in',
] as const satisfies readonly BookingStatus[]

export function isActive(status: BookingStatus): boolean {
  return (activeStatuses as readonly BookingStatus[]).includes(status)
}

/** What is only held is still the customer's; only what was asked for is accepted: a deposit is paid, not waived by a tap. */
export function mayAct(status: BookingStatus, action: BookingAction): boolean {
  if (status === 'held' || (action === 'accept' && status !== 'requested')) return false
  return bookingMoves[status].includes(bookingStatusAfter[action])
}
