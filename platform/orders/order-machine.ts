/** How an order may move. Any move that is not in this table is refused with `conflict` and writes nothing. */
import type { OrderStatus } from '#model/shop/orders.ts'
import type { OrderAction } from '#platform/contract/merchant.ts'

export const orderMoves: { readonly [From in OrderStatus]: readonly OrderStatus[] } = {
  // Waits for its online payment; the shop does not see it yet and it has no number.
  draft: ['placed', 'cancelled', 'expired'],
  placed: ['accepted', 'rejected', 'cancelled'],
  // A small counter skips steps: what was never cooked is handed over at once.
  accepted: ['preparing', 'ready', 'completed', 'cancelled'],
  preparing: ['ready', 'completed', 'cancelled'],
  // Back, when the kitchen takes a ticket back.
  ready: ['completed', 'preparing', 'out_for_delivery'],
  // Nobody was at home, or it never arrived.
  out_for_delivery: ['completed', 'cancelled'],
  completed: [],
  rejected: [],
  cancelled: [],
  expired: [],
}

export const statusAfter: { readonly [Action in OrderAction]: OrderStatus } = {
  accept: 'accepted',
  reject: 'rejected',
  prepare: 'preparing',
  ready: 'ready',
  'send-out': 'out_for_delivery',
  complete: 'completed',
  cancel: 'cancelled',
}

export function canMove(from: OrderStatus, to: OrderStatus): boolean {
  return orderMoves[from].includes(to)
}

/** The food will not come: money taken goes back, points are taken back. */
export function isCalledOff(status: OrderStatus): boolean {
  return status === 'rejected' || status === 'cancelled' || status === 'expired'
}
