import { expect, test } from 'vitest'
import { createTypingGesture } from './typing-gesture.ts'

test('typing on is one stretch; a pause or another text begins a new one', () => {
  let nowMs = 0
  const gesture = createTypingGesture({ now: () => nowMs })
  const first = gesture.of('a/text')
  nowMs = 500
  expect(gesture.of('a/text')).toBe(first)
  nowMs = 1300
  expect(gesture.of('a/text')).toBe(first)
  nowMs = 2500
  const second = gesture.of('a/text')
  expect(second).not.toBe(first)
  expect(gesture.of('b/text')).not.toBe(second)
})

test('two places where the same text is typed have stretches of their own', () => {
  const clock = { now: () => 0 }
  expect(createTypingGesture(clock).of('a/text')).not.toBe(createTypingGesture(clock).of('a/text'))
})
