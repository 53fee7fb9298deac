import { expect, test } from 'vitest'
import { mergeText, textChange } from './merge-text.ts'

test('the smallest stretch is found', () => {
  expect(textChange('noodle shop', 'noodle bar')).toEqual({ at: 7, remove: 4, insert: 'bar' })
  expect(textChange('aa', 'aaa')).toEqual({ at: 2, remove: 0, insert: 'a' })
  expect(textChange('', 'x')).toEqual({ at: 0, remove: 0, insert: 'x' })
  expect(textChange('same', 'same')).toEqual({ at: 4, remove: 0, insert: '' })
})

test('an emoji is never cut in two', () => {
  const { at, remove, insert } = textChange('a😀b', 'a😁b')
  expect([at, remove, insert]).toEqual([1, 2, '😁'])
})

test('two people typing at different places both keep their letters', () => {
  expect(mergeText('beef noodles', 'beef noodles!', 'Hot beef noodles')).toBe('Hot beef noodles!')
  expect(mergeText('beef noodles', 'Hot beef noodles', 'beef noodles!')).toBe('Hot beef noodles!')
  expect(mergeText('abc', 'ac', 'abcd')).toBe('acd')
})

test('both insertions at one place stay', () => {
  expect(mergeText('ab', 'aXb', 'aYb')).toBe('aYXb')
})

test('nobody changed anything, or both the same', () => {
  expect(mergeText('ab', 'ab', 'abc')).toBe('abc')
  expect(mergeText('ab', 'abc', 'ab')).toBe('abc')
  expect(mergeText('ab', 'abc', 'abc')).toBe('abc')
})

test('overlapping replacements keep both', () => {
  expect(mergeText('one two three', 'one TWO three', 'one deux three')).toBe('one deuxTWO three')
})
