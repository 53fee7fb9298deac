/** How far an order is, in the steps its visitor thinks in. Pure. */
import type { Order, OrderStatus } from '#model/shop/orders.ts'

export type Step = Extract<
  OrderStatus,
  'placed' | 'accepted' | 'preparing' | 'ready' | 'out_for_delivery' | 'completed'
>

export interface StepProgress {
  readonly step: Step
  readonly state: 'done' | 'now' | 'ahead'
  /** When it was reached; null when ahead, or when the shop went past it. */
  readonly atIso: string | null
}

const steps: readonly Step[] = ['placed', 'accepted', 'preparing', 'ready', 'completed']
/** What is delivered is packed while it still counts as being made. */
const stepsToDoor: readonly Step[] = ['placed', 'accepted', 'preparing', 'out_for_delivery', 'completed']

/** What the page says first. */
export type Phase = 'to-pay' | 'pay-pending' | 'pay-failed' | 'refunded' | Exclude<OrderStatus, 'draft'>

export function phaseOf(order: Order): Phase {
  const { status, payStatus } = order
  if (status !== 'draft') return status
  // Paid but not yet placed lasts a moment: the shop is being told.
  if (payStatus === 'paid') return 'pay-pending'
  if (payStatus === 'failed') return 'pay-failed'
  return payStatus === 'refunded' ? 'refunded' : 'to-pay'
}

/** True while the visitor can, or must, still pay through the cashier. An order to be paid at the counter has its number already. */
export function canPay(order: Order): boolean {
  return order.status === 'draft' && order.totalMinor > 0 && ['unpaid', 'pending', 'failed'].includes(order.payStatus)
}

/** It is not there yet, and nobody called it off: when it will be is still worth saying. */
export function isComing({ status, channel }: Order): boolean {
  return (
    ['draft', 'placed', 'accepted', 'preparing'].includes(status) ||
    (channel === 'delivery' && (status === 'ready' || status === 'out_for_delivery'))
  )
}

/** The steps of an order under way or done; none for one that waits for its payment or came to nothing. */
export function progressOf(order: Order): readonly StepProgress[] {
  const toDoor = order.channel === 'delivery'
  const way = toDoor ? stepsToDoor : steps
  const reached = way.indexOf((toDoor && order.status === 'ready' ? 'preparing' : order.status) as Step)
  if (reached < 0) return []
  return way.map((step, index) => ({
    step,
    // The last step is not something one waits in.
    state: index < reached || order.status === 'completed' ? 'done' : index === reached ? 'now' : 'ahead',
    atIso: index <= reached ? (order.timeline.findLast((each) => each.status === step)?.atIso ?? null) : null,
  }))
}
