import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Order, OrderStatus, PlacedOrder } from '#model/shop/orders.ts'
import { orderAction } from '#platform/contract/merchant.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import {
  atCashier,
  cartOf,
  createShopFixture,
  makeShop,
  openVisitor,
  orderFor,
  quoteFor,
} from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { actOnOrder } from './change-order.ts'
import { canMove, orderMoves, statusAfter } from './order-machine.ts'

// Real transactions by the hundred, on machines that do other things as well.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let shop: ShopFixture
let ann: TestVisitor

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20 })
  ann = await shop.visitor()
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

const countOrders = async (): Promise<number> =>
  (await shop.sql<{ count: number }>('SELECT count(*)::int AS count FROM shop_order'))[0]?.count ?? 0

test('a cart is priced by the server and ordered at that price', async () => {
  const quote = await quoteFor(shop, ann)
  expect(quote).toMatchObject({
    currency: 'CNY',
    subtotalMinor: 3600,
    discountMinor: 0,
    totalMinor: 3600,
    pointsToEarn: 36,
  })
  const { body } = await ann.call<PlacedOrder>('POST', visitorPaths.orders, {
    quoteId: quote.id,
    payAt: 'counter',
    contactPhone: '138 0013 8000',
  })
  expect(body).toMatchObject({
    order: {
      status: 'placed',
      payStatus: 'unpaid',
      number: 1,
      totalMinor: 3600,
      lines: [{ name: 'Beef noodles', variantName: 'Large' }],
    },
    payment: null,
  })
  expect(body.order).not.toHaveProperty('contactPhone')
  const [row] = await shop.sql<{ contact_phone: string }>('SELECT contact_phone FROM shop_order WHERE id = $1', [
    body.order.id,
  ])
  expect(row?.contact_phone).toBe('+8613800138000')
})

test('what was scanned last is told by the order, for as long as it may have brought the customer', async () => {
  const guest = await shop.visitor()
  const scan = async (via: unknown) =>
    (await guest.call('POST', visitorPaths.session, { visitorKey: guest.visitorKey, via })).status
  const viaOfOrder = async () => {
    const order = await orderFor(shop, guest)
    const [row] = await shop.sql<{ via: string | null }>('SELECT via FROM shop_order WHERE id = $1', [order.order.id])
    return row?.via
  }
  expect(await viaOfOrder()).toBeNull()
  expect([await scan('window'), await scan('flyer-2')]).toEqual([200, 200])
  expect(await viaOfOrder()).toBe('flyer-2')
  expect([await scan("'; --"), await scan('x'.repeat(41)), await scan(7)]).toEqual([400, 400, 400])
  expect(await viaOfOrder()).toBe('flyer-2')
  await shop.sql("UPDATE visitor SET via_at = now() - interval '31 days' WHERE via = 'flyer-2'")
  expect(await viaOfOrder()).toBeNull()
})

test.each([
  ['a price of its own', { priceMinor: 1 }],
  ['a total of its own', { totalMinor: 1, unitMinor: 1 }],
])('%s in a cart changes nothing', async (_name, extra) => {
  const quote = await quoteFor(shop, ann, [await cartOf(shop, extra)])
  expect(quote.totalMinor).toBe(3600)
})

test('what no honest cart holds is refused, and nothing is stored', async () => {
  const before = await shop.sql('SELECT count(*) FROM quote')
  const other = await makeShop(shop.database)
  const stranger = await openVisitor(shop.commerce, other)
  const { body: theirs } = await stranger.call<{ menu: { dishes: { id: string; variants: { id: string }[] }[] } }>(
    'GET',
    visitorPaths.data,
  )
  const theirDish = theirs.menu.dishes[0]
  const refusals: [string, unknown, number, string][] = [
    ['negative', await cartOf(shop, { quantity: -1 }), 400, 'bad-request'],
    ['zero', await cartOf(shop, { quantity: 0 }), 400, 'bad-request'],
    ['huge', await cartOf(shop, { quantity: 1e9 }), 400, 'bad-request'],
    ['half', await cartOf(shop, { quantity: 1.5 }), 400, 'bad-request'],
    [
      'another shop',
      await cartOf(shop, { dishId: theirDish?.id, variantId: theirDish?.variants[0]?.id }),
      404,
      'not-found',
    ],
    ['no id', await cartOf(shop, { dishId: "' OR 1=1 --" }), 404, 'not-found'],
    ['variant', await cartOf(shop, { variantId: randomUUID() }), 422, 'wrong-choice'],
    ['required group', await cartOf(shop, { modifiers: [] }), 422, 'wrong-choice'],
    [
      'foreign option',
      await cartOf(shop, { modifiers: [{ optionId: randomUUID(), quantity: 1 }] }),
      422,
      'wrong-choice',
    ],
  ]
  for (const [name, line, status, code] of refusals) {
    const reply = await ann.call('POST', visitorPaths.quotes, { channel: 'pickup', tableId: null, lines: [line] })
    expect([name, reply.status, reply.body.error.code]).toEqual([name, status, code])
  }
  const withTotal = { channel: 'pickup', tableId: null, lines: [await cartOf(shop)], totalMinor: 1 }
  expect((await ann.call('POST', visitorPaths.quotes, withTotal)).status).toBe(400)
  expect(
    (await ann.call('POST', visitorPaths.quotes, { channel: 'dine_in', tableId: null, lines: [await cartOf(shop)] }))
      .status,
  ).toBe(400)
  expect((await ann.call('POST', visitorPaths.quotes, '{"channel":')).status).toBe(400)
  expect(await shop.sql('SELECT count(*) FROM quote')).toEqual(before)
})

test('the same order sent 50 times at once is one order with one payment', async () => {
  const before = await countOrders()
  const quote = await quoteFor(shop, ann)
  const key = randomUUID()
  const request = { quoteId: quote.id, payAt: 'online', contactPhone: null }
  const replies = await Promise.all(
    Array.from({ length: 50 }, () => ann.call<PlacedOrder>('POST', visitorPaths.orders, request, key)),
  )
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]))
  expect(new Set(replies.map(({ body }) => body.order.id)).size).toBe(1)
  expect(new Set(replies.map(({ body }) => body.payment?.cashierUrl)).size).toBe(1)
  expect(await countOrders()).toBe(before + 1)
  expect(await shop.sql('SELECT 1 FROM payment WHERE order_id = $1', [replies[0]?.body.order.id])).toHaveLength(1)
  expect(await shop.sql('SELECT 1 FROM sandbox_trade')).toHaveLength(1)
  const other = await ann.call('POST', visitorPaths.orders, { ...request, payAt: 'counter' }, key)
  expect([other.status, other.body.error.code]).toEqual([409, 'conflict'])
})

test('an idempotency key is needed, and a quote is ordered once even with two keys', async () => {
  const quote = await quoteFor(shop, ann)
  const request = { quoteId: quote.id, payAt: 'counter', contactPhone: null }
  expect((await ann.call('POST', visitorPaths.orders, request, null)).status).toBe(400)
  const replies = await Promise.all([1, 2, 3].map(() => ann.call('POST', visitorPaths.orders, request)))
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
})

test('a quote is for its visitor, for ten minutes, and for the prices it showed', async () => {
  const quote = await quoteFor(shop, ann)
  const place = (who: TestVisitor) =>
    who.call('POST', visitorPaths.orders, { quoteId: quote.id, payAt: 'counter', contactPhone: null })
  expect((await place(await shop.visitor())).status).toBe(404)
  await shop.sql('UPDATE dish_variant SET price_minor = price_minor + 100')
  const dearer = await place(ann)
  expect([dearer.status, dearer.body.error.code]).toEqual([409, 'price-changed'])
  expect((await quoteFor(shop, ann)).totalMinor).toBe(3700)
  await shop.sql('UPDATE dish_variant SET price_minor = price_minor - 100')
  await shop.sql("UPDATE quote SET expires_at = now() - interval '1 second' WHERE id = $1", [quote.id])
  expect((await place(ann)).body.error.code).toBe('quote-expired')
})

test('a sold-out, closed or paused shop says so by its code', async () => {
  const quote = await quoteFor(shop, ann)
  const place = async () =>
    (await ann.call('POST', visitorPaths.orders, { quoteId: quote.id, payAt: 'counter', contactPhone: null })).body
      .error.code
  await shop.sql('UPDATE dish SET sold_out = true')
  expect(await place()).toBe('sold-out')
  await shop.sql('UPDATE dish SET sold_out = false')
  await shop.sql('UPDATE shop SET orders_paused = true')
  expect(await place()).toBe('orders-paused')
  await shop.sql(
    'UPDATE shop SET orders_paused = false, hours = \'{"weekly":[],"exceptions":[]}\' WHERE program_id = $1',
    [shop.program.programId],
  )
  expect(await place()).toBe('closed')
  await shop.sql('UPDATE shop SET hours = (SELECT hours FROM shop WHERE program_id <> $1 LIMIT 1)', [
    shop.program.programId,
  ])
})

test('50 orders at once get the numbers 1 to 50, without a gap', async () => {
  const fresh = await createShopFixture({ connections: 20 })
  const visitors = await Promise.all(Array.from({ length: 10 }, () => fresh.visitor()))
  const placed = await Promise.all(
    visitors.flatMap((visitor) => Array.from({ length: 5 }, () => orderFor(fresh, visitor))),
  )
  const numbers = placed.map(({ order }) => order.number ?? 0).toSorted((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  await fresh.close()
})

test('every move that is not in the table is refused with a conflict and writes nothing', async () => {
  const { order } = await orderFor(shop, ann)
  const statuses = Object.keys(orderMoves) as OrderStatus[]
  const owner = { actor: 'user:owner', reason: '' }
  const snapshot = () =>
    shop.sql(
      'SELECT status, version, (SELECT count(*) FROM order_event e WHERE e.order_id = o.id) AS events FROM shop_order o WHERE id = $1',
      [order.id],
    )
  let refused = 0
  // Of a kind that may stand in any of them.
  await shop.sql(`UPDATE shop_order SET channel = 'delivery', deliver_to = '{}', zone_name = 'Near' WHERE id = $1`, [
    order.id,
  ])
  for (const from of statuses) {
    await shop.sql('UPDATE shop_order SET status = $2 WHERE id = $1', [order.id, from])
    for (const action of orderAction.options) {
      if (canMove(from, statusAfter[action])) continue
      const before = await snapshot()
      const failure = await shop
        .inShop((at) => actOnOrder(at, order.id, action, owner))
        .catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(ShopRefusal)
      expect((failure as ShopRefusal).failure.code).toBe('conflict')
      expect(await snapshot()).toEqual(before)
      refused++
    }
  }
  expect(refused).toBeGreaterThan(50)
  await shop.sql(
    "UPDATE shop_order SET status = 'placed', channel = 'pickup', deliver_to = NULL, zone_name = NULL WHERE id = $1",
    [order.id],
  )
})

test('an order walks to the counter and its customer sees each step; history cannot be rewritten', async () => {
  const { order } = await orderFor(shop, ann)
  for (const action of ['accept', 'prepare', 'ready', 'complete'] as const)
    await shop.inShop((at) => actOnOrder(at, order.id, action, { actor: 'user:owner', reason: '' }))
  const { body } = await ann.call<Order>('GET', visitorPaths.order(order.id))
  expect(body.timeline.map(({ status }) => status)).toEqual([
    'draft',
    'placed',
    'accepted',
    'preparing',
    'ready',
    'completed',
  ])
  expect(body).toMatchObject({ status: 'completed', payStatus: 'paid' })
  expect(body.version).toBeGreaterThan(order.version)
  await expect(shop.sql("UPDATE order_event SET actor = 'x' WHERE order_id = $1", [order.id])).rejects.toThrow(
    /append-only/,
  )
  await expect(shop.sql('DELETE FROM order_event WHERE order_id = $1', [order.id])).rejects.toThrow(/append-only/)
})

test('somebody else’s order does not exist', async () => {
  const { order } = await orderFor(shop, ann)
  const bo = await shop.visitor()
  expect((await bo.call('GET', visitorPaths.order(order.id))).status).toBe(404)
  expect((await bo.call('POST', visitorPaths.payOrder(order.id))).status).toBe(404)
  expect((await bo.call<Order[]>('GET', visitorPaths.orders)).body).toEqual([])
})

test('a draft that nobody pays expires and cannot be paid any more', async () => {
  const { order, payment } = await orderFor(shop, ann, 'online')
  expect(order).toMatchObject({ status: 'draft', number: null, payStatus: 'pending' })
  await shop.sql('UPDATE shop_order SET expires_at = now() WHERE id = $1', [order.id])
  await shop.sql(
    "UPDATE shop_timer SET due_at = now() WHERE subject_id IN ($1, $2) AND kind IN ('order-expiry', 'payment-close')",
    [order.id, payment?.paymentId],
  )
  await shop.commerce.runDue()
  expect((await ann.call<Order>('GET', visitorPaths.order(order.id))).body).toMatchObject({
    status: 'expired',
    number: null,
  })
  await atCashier(payment?.cashierUrl ?? '')
  expect(await shop.sql('SELECT status FROM sandbox_trade WHERE return_url LIKE $1', [`%${order.id}`])).toEqual([
    { status: 'closed' },
  ])
  expect((await ann.call('POST', visitorPaths.payOrder(order.id))).body.error.code).toBe('conflict')
})
