import type { MerchantOrder } from '#platform/contract/merchant.ts'

/** What can still be given back of an order; 0 for one that is not paid, or was called off. */
export function leftToRefund({ payStatus, status, totalMinor, refunds = [] }: MerchantOrder): number {
  const isPaid = payStatus === 'paid' || payStatus === 'part_refunded'
  if (!isPaid || status === 'rejected' || status === 'cancelled' || status === 'expired') return 0
  const given = refunds.filter(({ state }) => state !== 'failed').reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return totalMinor - given
}

/**
 * What was paid for some of an order's lines: their part of the bill after all discounts, and never more than is left.
 * All lines together are all that is left, so no rounding stays behind.
 */
export function paidFor(order: MerchantOrder, lines: ReadonlySet<number>): number {
  const left = leftToRefund(order)
  if (lines.size === order.lines.length || order.subtotalMinor === 0) return lines.size === 0 ? 0 : left
  const asked = order.lines.reduce((sum, line, at) => sum + (lines.has(at) ? line.totalMinor : 0), 0)
  return Math.min(left, Math.round((asked * order.totalMinor) / order.subtotalMinor))
}
