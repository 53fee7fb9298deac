import { expect, test } from 'vitest'
import { ApiFailure } from './api-failure.ts'
import { createQueryCache } from './query-cache.ts'

/** A promise the test settles by hand. */
function deferred<Value>() {
  let resolve!: (value: Value) => void
  let reject!: (reason: unknown) => void
  const promise = new Promise<Value>((yes, no) => ([resolve, reject] = [yes, no]))
  return { promise, resolve, reject }
}

const settle = () => Promise.resolve().then(() => Promise.resolve())
const append = (item: string) => (list: string[]) => (list.includes(item) ? list : [...list, item])

test('loads once for many, then shows the answer', async () => {
  const cache = createQueryCache()
  const answer = deferred<number>()
  let loads = 0
  const load = () => (loads++, answer.promise)
  cache.want('a', load, true)
  cache.want('a', load, true)
  expect(cache.read('a')).toEqual({ status: 'loading' })
  answer.resolve(5)
  await settle()
  expect(loads).toBe(1)
  expect(cache.read('a')).toMatchObject({ status: 'ready', value: 5, refreshing: false })
})

test('a failed refresh keeps the old answer and says so', async () => {
  const cache = createQueryCache()
  cache.want('a', async () => 1, true)
  await settle()
  cache.want('a', () => Promise.reject(new ApiFailure('offline', '')), true)
  await settle()
  expect(cache.read('a')).toMatchObject({ status: 'ready', value: 1, failure: { code: 'offline' } })
})

test('taking a hope back keeps what the server said meanwhile', async () => {
  const cache = createQueryCache()
  cache.want('a', async () => ['base'], true)
  await settle()
  const first = cache.hope('a', append('hoped'))
  const second = cache.hope('a', append('also hoped'))
  cache.tell('a', append('told'))
  expect(cache.read('a')).toMatchObject({ value: ['base', 'told', 'hoped', 'also hoped'] })
  first()
  expect(cache.read('a')).toMatchObject({ value: ['base', 'told', 'also hoped'] })
  second()
  expect(cache.read('a')).toMatchObject({ value: ['base', 'told'] })
})

test('an event during a load is not lost to an answer from before it', async () => {
  const cache = createQueryCache()
  const answer = deferred<string[]>()
  cache.want('a', () => answer.promise, true)
  cache.tell('a', append('event'))
  answer.resolve(['old'])
  await settle()
  expect(cache.read('a')).toMatchObject({ value: ['old', 'event'] })
})

test('the answer of an overtaken load is ignored', async () => {
  const cache = createQueryCache()
  const slow = deferred<string>()
  const quick = deferred<string>()
  const answers = [slow.promise, quick.promise]
  cache.subscribe('a', () => undefined)
  cache.want('a', () => answers.shift()!, true)
  void cache.refresh('a')
  quick.resolve('new')
  await settle()
  slow.resolve('old')
  await settle()
  expect(cache.read('a')).toMatchObject({ value: 'new' })
})

test('refresh forgets what nobody looks at', async () => {
  const cache = createQueryCache()
  cache.want('p/a', async () => 1, true)
  cache.want('q/a', async () => 1, true)
  await settle()
  await cache.refresh('p/')
  expect(cache.read('p/a')).toEqual({ status: 'loading' })
  expect(cache.read('q/a')).toMatchObject({ value: 1 })
})
