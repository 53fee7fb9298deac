import { expect, test } from 'vitest'
import { timeLeft } from './time-left.ts'

test('the time left is told in whole seconds, the last one included', () => {
  expect(timeLeft(10_000, 0)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 10 })
  expect(timeLeft(10_000, 9_001)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 1 })
  expect(timeLeft(((2 * 24 + 3) * 60 + 4) * 60_000 + 5_000, 0)).toEqual({ days: 2, hours: 3, minutes: 4, seconds: 5 })
})

test('at its moment it is over', () => {
  expect(timeLeft(10_000, 10_000)).toBeUndefined()
  expect(timeLeft(10_000, 99_000)).toBeUndefined()
})
