import type { Order } from '#model/shop/orders.ts'
import { tipDays } from '#model/shop/tip-amounts.ts'

const calledOff: readonly Order['status'][] = ['draft', 'rejected', 'cancelled', 'expired']

/** The order that a tip is for: the latest one that was placed within days and stands. The server has the last word. */
export function latestOrder(orders: readonly Order[], nowMs: number): Order | undefined {
  const sinceMs = nowMs - tipDays * 86_400_000
  return orders
    .filter(
      ({ status, placedAtIso }) => placedAtIso && !calledOff.includes(status) && Date.parse(placedAtIso) > sinceMs,
    )
    .toSorted((a, b) => Date.parse(b.placedAtIso ?? '') - Date.parse(a.placedAtIso ?? ''))[0]
}
