import { expect, test } from 'vitest'
import { fakeStorage } from '../testing/fake-storage.ts'
import { createKeptValues } from './kept.ts'

test('what is kept comes back, under a name of its own', () => {
  const storage = fakeStorage()
  const kept = createKeptValues(() => storage)
  kept.set('cart', [{ id: 'beef', count: 2 }])
  expect(kept.get('cart')).toEqual([{ id: 'beef', count: 2 }])
  expect(storage.key(0)).toBe('sw:kv:cart')
  kept.remove('cart')
  expect(kept.get('cart')).toBeUndefined()
})

test('more than 64 KB in all is not kept, and what was there stays', () => {
  const storage = fakeStorage({ 'other-app': 'x'.repeat(100_000), 'sw:kv:a': JSON.stringify('a'.repeat(20_000)) })
  const kept = createKeptValues(() => storage)
  kept.set('b', 'b'.repeat(20_000))
  expect(kept.get('b')).toBeUndefined()
  kept.set('b', 'b'.repeat(8_000))
  expect(kept.get('b')).toBe('b'.repeat(8_000))
  kept.set('a', 'replaced')
  expect(kept.get('a')).toBe('replaced')
})

test('a storage that is closed, full or holds nonsense is a silent miss', () => {
  const closed = createKeptValues(() => {
    throw new Error('denied')
  })
  closed.set('a', 1)
  expect(closed.get('a')).toBeUndefined()
  closed.remove('a')
  expect(createKeptValues(() => fakeStorage({ 'sw:kv:a': '{not json' })).get('a')).toBeUndefined()
})
