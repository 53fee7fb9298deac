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

test('keys that a busy machine handles late still belong together; a pause of the hand does not', () => {
  let nowMs = 0
  const gesture = createTypingGesture({ now: () => nowMs })
  const first = gesture.of('a/text', 100)
  nowMs = 5000
  expect(gesture.of('a/text', 250)).toBe(first)
  nowMs = 5001
  expect(gesture.of('a/text', 2000)).not.toBe(first)
})

test('who types without a pause gets a new step with the end of a word, and who leaves the text at once', () => {
  const gesture = createTypingGesture({ now: () => 0 })
  const names = Array.from('a sentence '.repeat(13), (letter) => gesture.of('a/text', 0, letter))
  const steps = [...new Set(names)]
  expect(steps.length).toBe(3)
  expect(names.lastIndexOf(steps[0]!)).toBe('a sentence '.repeat(6).length - 1)
  gesture.end()
  expect(gesture.of('a/text', 0, 'x')).not.toBe(names.at(-1))
})
