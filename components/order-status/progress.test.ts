import { expect, test } from 'vitest'
import type { Order } from '#model/shop/orders.ts'
import { canPay, phaseOf, progressOf } from './progress.ts'

const order = (change: Partial<Order>): Order => ({
  id: 'o1',
  number: 17,
  status: 'placed',
  payStatus: 'paid',
  channel: 'dine_in',
  tableLabel: '3',
  lines: [],
  currency: 'CNY',
  subtotalMinor: 3200,
  discountMinor: 0,
  totalMinor: 3200,
  createdAtIso: '2026-10-03T04:00:00Z',
  placedAtIso: '2026-10-03T04:00:10Z',
  pointsEarned: 0,
  timeline: [{ status: 'placed', atIso: '2026-10-03T04:00:10Z' }],
  reason: '',
  version: 1,
  ...change,
})

test('steps behind, now and ahead', () => {
  const preparing = order({
    status: 'preparing',
    timeline: [
      { status: 'placed', atIso: '2026-10-03T04:00:10Z' },
      { status: 'preparing', atIso: '2026-10-03T04:02:00Z' },
    ],
  })
  expect(progressOf(preparing).map(({ step, state, atIso }) => [step, state, atIso])).toEqual([
    ['placed', 'done', '2026-10-03T04:00:10Z'],
    ['accepted', 'done', null],
    ['preparing', 'now', '2026-10-03T04:02:00Z'],
    ['ready', 'ahead', null],
    ['completed', 'ahead', null],
  ])
})

test('a completed order has every step behind it', () => {
  expect(progressOf(order({ status: 'completed' })).every((each) => each.state === 'done')).toBe(true)
})

test('an order that came to nothing, or waits for its payment, has no steps', () => {
  for (const status of ['draft', 'rejected', 'cancelled', 'expired'] as const)
    expect(progressOf(order({ status }))).toEqual([])
})

test('an unpaid order says what its payment is doing', () => {
  const draft = (payStatus: Order['payStatus']) => order({ status: 'draft', number: null, payStatus })
  expect(phaseOf(draft('unpaid'))).toBe('to-pay')
  // The cashier was opened; whether anything happens there nobody knows yet.
  expect(phaseOf(draft('pending'))).toBe('to-pay')
  expect(phaseOf(draft('paid'))).toBe('pay-pending')
  expect(phaseOf(draft('failed'))).toBe('pay-failed')
  expect(canPay(draft('failed'))).toBe(true)
  expect(canPay(draft('paid'))).toBe(false)
})

test('an order paid at the counter is not sent to the cashier', () => {
  const atCounter = order({ payStatus: 'unpaid' })
  expect(canPay(atCounter)).toBe(false)
  expect(phaseOf(atCounter)).toBe('placed')
})
