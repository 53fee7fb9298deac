import { expect, test } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

test('a burst, then a trickle, each key by itself', () => {
  let nowMs = 1_000_000
  const limit = createRateLimit({ burst: 3, perMinute: 60 }, () => nowMs)
  const take = (count: number, key = 'ann') => Array.from({ length: count }, () => limit.take(key))
  expect(take(5)).toEqual([true, true, true, false, false])
  expect(take(1, 'bo')).toEqual([true])
  nowMs += 1000
  expect(take(2)).toEqual([true, false])
  nowMs += 3_600_000
  expect(take(4)).toEqual([true, true, true, false])
})
