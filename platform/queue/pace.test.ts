import { expect, test } from 'vitest'
import { paceOf, waitFor } from './pace.ts'

const minutes = (...at: number[]) => at.map((each) => each * 60_000)

test('until three were called, a party takes eight minutes', () => {
  expect(paceOf([])).toBe(8)
  expect(paceOf(minutes(0, 2))).toBe(8)
})

test('then it is the mean of the gaps between calls, within reason', () => {
  expect(paceOf(minutes(9, 0, 4))).toBe(4.5)
  expect(paceOf(minutes(0, 0, 0))).toBe(1)
  expect(paceOf(minutes(0, 300, 600))).toBe(60)
})

test('who is next waits for one call, the others for those before them too', () => {
  expect([0, 1, 3].map((ahead) => waitFor(4.5, ahead))).toEqual([5, 9, 18])
})
