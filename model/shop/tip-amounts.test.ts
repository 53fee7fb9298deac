import { expect, test } from 'vitest'
import { tipMinor } from './tip-amounts.ts'

test.each([
  [3600, 10, 360],
  [3605, 5, 180],
  [3610, 5, 181],
  [1, 10, 0],
  [10_000_000, 100, 10_000_000],
])('of %i, %i%% is %i, rounded half up', (total, percent, tip) => {
  expect(tipMinor(total, percent)).toBe(tip)
})
