import { expect, test } from 'vitest'
import { depositToReturn } from './deposit.ts'

const rule = { amountMinor: 4_999, freeCancelMinutes: 1440, lateRefundPercent: 50 }
const start = Date.parse('2026-05-08T18:00Z')

test.each([
  ['two days before', -2 * 1440, 4_999],
  ['a day before, to the minute', -1440, 4_999],
  ['a minute later', -1439, 2_500],
  ['as it begins', 0, 2_500],
])('called off %s', (_when, minutes, expected) => {
  expect(depositToReturn(rule, start, start + minutes * 60_000)).toBe(expected)
})

test('without a rule it is free until it begins, and nothing comes back afterwards', () => {
  const free = { amountMinor: 1_000, freeCancelMinutes: 0, lateRefundPercent: 0 }
  expect(depositToReturn(free, start, start)).toBe(1_000)
  expect(depositToReturn(free, start, start + 1)).toBe(0)
})
