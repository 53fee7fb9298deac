import { expect, test } from 'vitest'
import { mergeText } from './merge-text.ts'
import { followValues } from './follow-values.ts'

test('the echo of what was typed changes nothing, however late it comes', () => {
  const text = followValues('ab')
  expect(text.typed('abc')).toBe('ab')
  expect(text.typed('abcd')).toBe('abc')
  text.received('abc', 'abcd')
  expect(text.shown()).toBe('abcd')
  text.received('abcd', 'abcd')
  expect(text.shown()).toBe('abcd')
  expect(text.typed('abcd')).toBeUndefined()
})

test("somebody else's letters appear while what was typed here stays", () => {
  const text = followValues('noodles')
  text.typed('noodles!')
  text.received('Hot noodles', 'noodles!')
  expect(text.shown()).toBe('Hot noodles!')
})

test('a change that already holds part of what was typed is not typed twice', () => {
  const text = followValues('ab')
  text.typed('abc')
  text.typed('abcd')
  text.received('Xabc', 'abcd')
  expect(text.shown()).toBe('Xabcd')
  text.received('Xabcd', 'Xabcd')
  expect(text.shown()).toBe('Xabcd')
})

test('the other side merges by base and both end up with one text', () => {
  // The other side: has a change of its own when ours arrives.
  let there = 'Hot noodles'
  const here = followValues('noodles')
  const base = here.typed('noodles!')
  there = mergeText(base ?? '', 'noodles!', there)
  here.received(there, 'noodles!')
  expect(there).toBe('Hot noodles!')
  expect(here.shown()).toBe('Hot noodles!')
})
