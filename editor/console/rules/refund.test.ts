import { expect, test } from 'vitest'
import type { OrderLine, OrderRefund } from '#model/shop/orders.ts'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import { leftToRefund, paidFor } from './refund.ts'

const line = (totalMinor: number) => ({ totalMinor }) as OrderLine
const given = (amountMinor: number, state: OrderRefund['state']) => ({ amountMinor, state }) as OrderRefund

/** 30.00 and 10.00 with a tenth off: 36.00 paid. */
function orderOf(more: Partial<MerchantOrder> = {}): MerchantOrder {
  const bill = { subtotalMinor: 4000, discountMinor: 400, totalMinor: 3600, lines: [line(3000), line(1000)] }
  return { status: 'completed', payStatus: 'paid', ...bill, ...more } as MerchantOrder
}

test('what was given back, or is on its way, cannot be given again; what the provider refused can', () => {
  expect(leftToRefund(orderOf())).toBe(3600)
  expect(leftToRefund(orderOf({ payStatus: 'part_refunded', refunds: [given(1000, 'done')] }))).toBe(2600)
  expect(leftToRefund(orderOf({ refunds: [given(1000, 'under-way'), given(500, 'failed')] }))).toBe(2600)
  expect(leftToRefund(orderOf({ payStatus: 'unpaid' }))).toBe(0)
  expect(leftToRefund(orderOf({ status: 'cancelled' }))).toBe(0)
  expect(leftToRefund(orderOf({ payStatus: 'refunded', refunds: [given(3600, 'done')] }))).toBe(0)
})

test('a line is worth what was paid for it', () => {
  expect(paidFor(orderOf(), new Set())).toBe(0)
  expect(paidFor(orderOf(), new Set([0]))).toBe(2700)
  expect(paidFor(orderOf(), new Set([1]))).toBe(900)
  expect(paidFor(orderOf(), new Set([0, 1]))).toBe(3600)
  expect(paidFor(orderOf({ refunds: [given(1000, 'done')] }), new Set([0]))).toBe(2600)
})

test('three equal lines leave nothing behind', () => {
  const order = orderOf({ lines: [line(333), line(333), line(334)], subtotalMinor: 1000, totalMinor: 1000 })
  expect(paidFor(order, new Set([0, 1, 2]))).toBe(1000)
})
