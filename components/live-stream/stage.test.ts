import { expect, test } from 'vitest'
import { stageOf } from './stage.ts'

const minuteMs = 60_000
const startMs = 1_000 * minuteMs
const at = (minutes: number) => stageOf(startMs, 90, startMs + minutes * minuteMs)

test('it is coming, then soon, live from its first moment, over from its last', () => {
  expect([-600, -15.1].map(at)).toEqual(['coming', 'coming'])
  expect([-15, -0.1].map(at)).toEqual(['soon', 'soon'])
  expect([0, 89.9].map(at)).toEqual(['live', 'live'])
  expect([90, 9000].map(at)).toEqual(['over', 'over'])
})

test('without a moment it is nothing yet', () => {
  expect(stageOf(null, 90, startMs)).toBe('unset')
})
