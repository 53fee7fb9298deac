import { expect, test } from 'vitest'
import { createQueryCache } from '#editor/api/query-cache.ts'
import type { ConsoleEvent, MerchantOrder } from '#platform/contract/merchant.ts'
import { applyEvent } from './apply-event.ts'
import { keys } from './keys.ts'

const order = (id: string, version: number) => ({ id, version, status: 'placed' }) as MerchantOrder
const orderEvent = (id: string, version: number): ConsoleEvent => ({ type: 'order', order: order(id, version) })
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A cache in which somebody looks at these keys; counts how often each was loaded. */
async function looking(answers: { readonly [key: string]: unknown }) {
  const cache = createQueryCache()
  const loads = new Map<string, number>()
  for (const [key, answer] of Object.entries(answers)) {
    cache.subscribe(key, () => undefined)
    cache.want(key, async () => (loads.set(key, (loads.get(key) ?? 0) + 1), answer), true)
  }
  await settle()
  return { cache, loads }
}

test('an order is on the board at once, and once', async () => {
  const { cache } = await looking({ [keys.orders('p')]: [order('a', 1)] })
  for (const event of [orderEvent('b', 1), orderEvent('b', 1), orderEvent('a', 2), orderEvent('a', 1)])
    applyEvent(cache, 'p', event)
  expect(cache.read(keys.orders('p'))).toMatchObject({ value: [order('b', 1), order('a', 2)] })
})

test('a booking lands on its day in the shop, and the figures of the day are asked for again', async () => {
  const { cache, loads } = await looking({ [keys.bookingsOn('p', '2026-10-05')]: [], [keys.today('p')]: {} })
  const booking = { id: 'k', version: 1, timeZone: 'Asia/Shanghai', startsAtIso: '2026-10-04T17:00:00Z' }
  applyEvent(cache, 'p', { type: 'booking', booking } as ConsoleEvent)
  expect(cache.read(keys.bookingsOn('p', '2026-10-05'))).toMatchObject({ value: [{ id: 'k' }] })
  await settle()
  expect(loads.get(keys.today('p'))).toBe(2)
})

test('a booking that was moved is on its new day alone, whatever order its events come in', async () => {
  const [from, to] = [keys.bookingsOn('p', '2026-10-05'), keys.bookingsOn('p', '2026-10-06')]
  const { cache } = await looking({ [from]: [], [to]: [] })
  const at = (version: number, startsAtIso: string) =>
    ({ type: 'booking', booking: { id: 'k', version, timeZone: 'Asia/Shanghai', startsAtIso } }) as ConsoleEvent
  const [before, after] = [at(1, '2026-10-05T04:00:00Z'), at(2, '2026-10-06T04:00:00Z')]
  applyEvent(cache, 'p', before)
  expect(cache.read(from)).toMatchObject({ value: [{ id: 'k' }] })
  applyEvent(cache, 'p', after)
  expect([cache.read(from), cache.read(to)]).toMatchObject([{ value: [] }, { value: [{ version: 2 }] }])
})

test('a change of the catalogue loads only the catalogue', async () => {
  const { cache, loads } = await looking({ [keys.catalogue('p')]: {}, [keys.members('p')]: [] })
  applyEvent(cache, 'p', { type: 'catalogue', dataVersion: 2 })
  await settle()
  expect([loads.get(keys.catalogue('p')), loads.get(keys.members('p'))]).toEqual([2, 1])
})
