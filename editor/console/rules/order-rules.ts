import type { MerchantOrder, OrderAction } from '#platform/contract/merchant.ts'
import type { OrderStatus } from '#model/shop/orders.ts'

/** The moves a merchant can make; the server refuses any other. `forward` is the one big button of a card. */
interface Moves {
  readonly forward: OrderAction | null
  readonly back: OrderAction | null
}

const moves: { readonly [Status in OrderStatus]: Moves } = {
  draft: { forward: null, back: null },
  placed: { forward: 'accept', back: 'reject' },
  accepted: { forward: 'prepare', back: 'cancel' },
  preparing: { forward: 'ready', back: 'cancel' },
  ready: { forward: 'complete', back: null },
  out_for_delivery: { forward: 'complete', back: 'cancel' },
  completed: { forward: null, back: null },
  rejected: { forward: null, back: null },
  cancelled: { forward: null, back: null },
  expired: { forward: null, back: null },
}

const lands: { readonly [Action in OrderAction]: OrderStatus } = {
  accept: 'accepted',
  reject: 'rejected',
  prepare: 'preparing',
  ready: 'ready',
  'send-out': 'out_for_delivery',
  complete: 'completed',
  cancel: 'cancelled',
}

export function movesOf({ status, channel }: Pick<MerchantOrder, 'status' | 'channel'>): Moves {
  return status === 'ready' && channel === 'delivery' ? { forward: 'send-out', back: null } : moves[status]
}

/** Where the order stands after this action. */
export function statusAfter(action: OrderAction): OrderStatus {
  return lands[action]
}

export const boardColumns = ['new', 'preparing', 'ready', 'done'] as const
export type BoardColumn = (typeof boardColumns)[number]

/** Which column shows it; undefined for what never reached the shop. */
export function columnOf(status: OrderStatus): BoardColumn | undefined {
  if (status === 'placed') return 'new'
  if (status === 'accepted' || status === 'preparing') return 'preparing'
  if (status === 'ready' || status === 'out_for_delivery') return 'ready'
  if (status === 'draft' || status === 'expired') return undefined
  return 'done'
}
