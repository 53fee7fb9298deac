import { expect, test } from 'vitest'
import { afterEntry, isLow, readCount, stockOf } from './stock.ts'

const level = { variantId: 'v', dishId: 'd', tracked: true, onHand: 8, reserved: 2, lowAt: 5 }

test('what is reserved for somebody who is paying is not left for others', () => {
  expect(stockOf({ id: 'd' }, [level])).toEqual({ available: 6, isLow: false })
  expect(isLow({ ...level, reserved: 3 })).toBe(true)
  expect(isLow({ ...level, reserved: 8, tracked: false })).toBe(false)
  expect(stockOf({ id: 'other' }, [level])).toBeUndefined()
})

test('one size that runs low makes its dish run low', () => {
  const small = { ...level, variantId: 'small', onHand: 3, reserved: 0 }
  expect(stockOf({ id: 'd' }, [{ ...level, onHand: 40 }, small])).toEqual({ available: 41, isLow: true })
})

test('an entry says where it leads, and what it cannot do', () => {
  expect(afterEntry(level, 'count', 30)).toEqual({ onHand: 30 })
  expect(afterEntry(level, 'delivery', 30)).toEqual({ onHand: 38 })
  expect(afterEntry(level, 'waste', 3)).toEqual({ onHand: 5 })
  expect(afterEntry(level, 'correction', -3)).toEqual({ onHand: 5 })
  expect(afterEntry(level, 'waste', 7).problem).toBe('too-few')
  expect(afterEntry(level, 'count', 1).problem).toBe('too-few')
  expect(afterEntry(level, 'delivery', 1_000_000).problem).toBe('too-many')
})

test('a count is read as people type it', () => {
  expect(['12', ' 7 ', '−3', '-3', '１２', '+4'].map(readCount)).toEqual([12, 7, -3, -3, 12, 4])
  for (const text of ['', '1.5', 'ten', '12345678', '1e3']) expect(readCount(text)).toBeNaN()
})
