import { expect, test } from 'vitest'
import { frameHeightFor } from './frame-height.ts'

test('a line more on a long page leaves its frame as it is; a short page has a frame of its own height', () => {
  expect(frameHeightFor(27_020)).toBe(frameHeightFor(27_000))
  expect(frameHeightFor(27_000)).toBeGreaterThanOrEqual(27_000)
  expect(frameHeightFor(1_234)).toBe(1_234)
})
