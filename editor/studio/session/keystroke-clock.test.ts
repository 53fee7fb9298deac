import { expect, test } from 'vitest'
import { createKeystrokeClock } from './keystroke-clock.ts'

function clockAt() {
  const measured: [number, number][] = []
  const timeline = {
    nowMs: 0,
    now: () => timeline.nowMs,
    measure: (_name: string, { start, end }: { start: number; end: number }) => void measured.push([start, end]),
  }
  return { timeline, measured, clock: createKeystrokeClock(timeline as never) }
}

test('measures from the key to the paint of what it changed', () => {
  const { timeline, measured, clock } = clockAt()
  clock.typed(0)
  timeline.nowMs = 2
  clock.sent(7)
  timeline.nowMs = 12
  clock.painted(6)
  timeline.nowMs = 18
  clock.painted(7)
  expect(measured).toEqual([[0, 18]])
})

test('what others change meanwhile is no keystroke', () => {
  const { timeline, measured, clock } = clockAt()
  clock.typed(0)
  timeline.nowMs = 500
  clock.sent(1)
  clock.painted(1)
  expect(measured).toEqual([])
})
