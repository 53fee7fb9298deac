import { expect, test } from 'vitest'
import { niceTop } from './nice-top.ts'

test('a chart ends at a round number that nothing exceeds', () => {
  expect([0, 1, 2, 3, 5, 7, 10, 11, 49, 50, 51, 730].map(niceTop)).toEqual([
    1, 1, 2, 5, 5, 10, 10, 20, 50, 50, 100, 1000,
  ])
})
