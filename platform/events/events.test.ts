import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Order } from '#model/shop/orders.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { createDatabase } from '#platform/db/database.ts'
import { createPool } from '#platform/db/pool.ts'
import { actOnOrder } from '#platform/orders/change-order.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { createShopFixture, openVisitor, orderFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture } from '#platform/shop/testing/shop-fixture.ts'
import { createEventHub } from './hub.ts'
import type { ShopEvent } from './hub.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let shop: ShopFixture

beforeAll(async () => {
  shop = await createShopFixture()
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

const emit = (...subjects: string[]) =>
  shop.inShop(async (at) => {
    for (const subject of subjects) at.emit('member', subject)
  })

/** Collects events and waits for a number of them. */
function collector() {
  const events: ShopEvent[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  return {
    events,
    listen: (event: ShopEvent) => {
      events.push(event)
      for (const { count, resolve } of waiting) if (events.length >= count) resolve()
    },
    until: (count: number) =>
      new Promise<void>((resolve) => {
        if (events.length >= count) resolve()
        else waiting.push({ count, resolve })
      }),
  }
}

test('each event is told once and in order, to everybody', async () => {
  const [one, two] = [collector(), collector()]
  const subscriptions = await Promise.all([
    shop.hub.subscribe(shop.program, undefined, one.listen),
    shop.hub.subscribe(shop.program, undefined, two.listen),
  ])
  await Promise.all(Array.from({ length: 30 }, (_, index) => emit(`a${index}`, `b${index}`)))
  await Promise.all([one.until(60), two.until(60)])
  const first = subscriptions[0]?.startsAfter ?? 0
  const expected = Array.from({ length: 60 }, (_, index) => first + 1 + index)
  expect(one.events.map(({ seq }) => seq)).toEqual(expected)
  expect(two.events).toEqual(one.events)
  for (const subscription of subscriptions) subscription.end()
})

test('a cursor replays what was missed, then goes on', async () => {
  const before = collector()
  const { startsAfter, end } = await shop.hub.subscribe(shop.program, undefined, before.listen)
  end()
  await emit('missed-1')
  await emit('missed-2')
  const after = collector()
  const subscription = await shop.hub.subscribe(shop.program, startsAfter, after.listen)
  await after.until(2)
  await emit('live')
  await after.until(3)
  expect(after.events.map(({ subjectId }) => subjectId)).toEqual(['missed-1', 'missed-2', 'live'])
  expect(before.events).toEqual([])
  subscription.end()
})

test('nothing is told of a transaction that was undone', async () => {
  const heard = collector()
  const subscription = await shop.hub.subscribe(shop.program, undefined, heard.listen)
  await shop
    .inShop(async (at) => {
      at.emit('member', 'undone')
      throw new Error('no')
    })
    .catch(() => undefined)
  await emit('done')
  await heard.until(1)
  expect(heard.events.map(({ subjectId }) => subjectId)).toEqual(['done'])
  subscription.end()
})

test('another process hears of it within 200 ms', async () => {
  const pool = createPool(shop.database.ownerUrl, { max: 3 })
  const elsewhere = createEventHub({ db: createDatabase(pool), pool })
  await elsewhere.start()
  const heard = collector()
  const subscription = await elsewhere.subscribe(shop.program, undefined, heard.listen)
  const tookMs: number[] = []
  for (let round = 1; round <= 5; round++) {
    await emit(`round-${round}`)
    const startedMs = performance.now()
    await heard.until(round)
    tookMs.push(performance.now() - startedMs)
  }
  expect(Math.min(...tookMs)).toBeLessThan(200)
  subscription.end()
  await elsewhere.stop()
  await pool.end()
})

test('a listening connection that breaks is replaced, and what happened meanwhile is told', async () => {
  const pool = createPool(shop.database.ownerUrl, { max: 3 })
  const elsewhere = createEventHub({ db: createDatabase(pool), pool })
  await elsewhere.start()
  const heard = collector()
  const subscription = await elsewhere.subscribe(shop.program, undefined, heard.listen)
  await shop.sql(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN shop_event' AND datname = current_database()",
  )
  await emit('while-broken')
  await heard.until(1)
  expect(heard.events[0]?.subjectId).toBe('while-broken')
  subscription.end()
  await elsewhere.stop()
  await pool.end()
})

test('a customer follows their order live, and nobody else’s', async () => {
  const ann = await shop.visitor()
  const { order } = await orderFor(shop, ann)
  const follow = (token: string, signal: AbortSignal) =>
    shop.commerce.visitorApp.fetch(
      new Request(`${shop.program.origin}${visitorPaths.orderEvents(order.id)}?token=${token}`, { signal }),
      { program: shop.program, clientAddress: '127.0.0.1' },
    )
  const gone = new AbortController()
  const response = await follow(ann.token, gone.signal)
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const orders = ordersOf(response)
  expect((await orders.next()).value).toMatchObject({ id: order.id, status: 'placed' })
  for (const [action, status] of [
    ['accept', 'accepted'],
    ['ready', 'ready'],
    ['complete', 'completed'],
  ] as const) {
    await shop.inShop((at) => actOnOrder(at, order.id, action, { actor: 'user:owner', reason: '' }))
    expect((await orders.next()).value).toMatchObject({ id: order.id, status })
  }
  gone.abort()
  expect((await orders.next()).done).toBe(true)
  const bo = await openVisitor(shop.commerce, shop.program)
  expect((await follow(bo.token, new AbortController().signal)).status).toBe(404)
  expect((await follow('x.y', new AbortController().signal)).status).toBe(401)
})

async function* ordersOf(response: Response): AsyncGenerator<Order> {
  let rest = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    rest += decoder.decode(chunk, { stream: true })
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const data = /^data: (.*)$/m.exec(rest.slice(0, end))?.[1]
      rest = rest.slice(end + 2)
      if (data) yield JSON.parse(data) as Order
    }
  }
}
