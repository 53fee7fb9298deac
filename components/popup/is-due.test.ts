import { expect, test } from 'vitest'
import { isDue } from './is-due.ts'

const noon = Date.parse('2026-10-14T12:00:00+08:00')
const hourMs = 3_600_000

test.for([
  ['once', undefined, true],
  ['once', noon - 1000 * hourMs, false],
  ['day', noon - 23 * hourMs, false],
  ['day', noon - 24 * hourMs, true],
  ['day', noon + 48 * hourMs, true],
  ['visit', noon, true],
  ['once', 'nonsense', true],
] as const)('%s, last at %s: %s', ([often, last, due]) => {
  expect(isDue(often, last, noon)).toBe(due)
})
