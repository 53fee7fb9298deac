import { expect, test } from 'vitest'
import type { Order } from '#model/shop/orders.ts'
import { mockNowMs } from '../kit/stories/mock-shop.ts'
import { latestOrder } from './tippable.ts'

const order = (id: string, hoursAgo: number | null, status: Order['status'] = 'completed') =>
  ({
    id,
    status,
    placedAtIso: hoursAgo === null ? null : new Date(mockNowMs - hoursAgo * 3_600_000).toISOString(),
  }) as Order
const found = (...orders: Order[]) => latestOrder(orders, mockNowMs)?.id

test('the latest order that stands', () => {
  expect(found(order('a', 30), order('b', 2), order('c', 5))).toBe('b')
  expect(found(order('a', 30), order('b', 2, 'cancelled'), order('c', 1, 'rejected'))).toBe('a')
  expect(found(order('a', null, 'draft'))).toBeUndefined()
})

test('nothing from more than a week ago', () => {
  expect(found(order('a', 7 * 24 + 1))).toBeUndefined()
  expect(found(order('a', 7 * 24 - 1))).toBe('a')
})
