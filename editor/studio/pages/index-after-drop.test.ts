import { expect, test } from 'vitest'
import { indexAfterDrop } from './index-after-drop.ts'

const list = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]

test('what is dropped before or after another stands there among the others', () => {
  expect(indexAfterDrop(list, 'a', { key: 'c', dropPosition: 'after' })).toBe(2)
  expect(indexAfterDrop(list, 'a', { key: 'c', dropPosition: 'before' })).toBe(1)
  expect(indexAfterDrop(list, 'c', { key: 'a', dropPosition: 'before' })).toBe(0)
  expect(indexAfterDrop(list, 'c', { key: 'a', dropPosition: 'after' })).toBe(1)
})

test('what is dropped on itself stays', () => {
  expect(indexAfterDrop(list, 'b', { key: 'b', dropPosition: 'before' })).toBe(1)
})
