import type { MerchantOrder } from '#platform/contract/merchant.ts'

/** Orders that wait for the shop and were not there before. One that came back changed is not new. */
export function newlyPlaced(orders: readonly MerchantOrder[], known: ReadonlySet<string>): string[] {
  return orders.filter(({ id, status }) => status === 'placed' && !known.has(id)).map(({ id }) => id)
}
