/** A program may do what its release requests and the installation does not withhold; every other call is refused by code. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { capabilities } from '#model/capabilities.ts'
import type { Capability } from '#model/capabilities.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { cartOf, createShopFixture, orderFor, quoteFor } from './testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from './testing/shop-fixture.ts'

let shop: ShopFixture
let visitor: TestVisitor

beforeAll(async () => {
  shop = await createShopFixture()
  visitor = await shop.visitor()
})
afterEach(() => {
  for (const capability of capabilities) shop.requested.add(capability)
  shop.withheld.clear()
})
afterAll(() => shop.close())

const anyId = crypto.randomUUID()
const someDay = '2026-11-23'

/** What begins something, and the capability that it takes. */
const beginnings: readonly [
  string,
  Capability,
  () => Promise<{ method?: 'GET' | 'POST'; path: string; body?: unknown }>,
][] = [
  [
    'to price a cart',
    'shop.order',
    async () => ({
      path: visitorPaths.quotes,
      body: { channel: 'pickup', tableId: null, lines: [await cartOf(shop)] },
    }),
  ],
  ['to order', 'shop.order', async () => ({ path: visitorPaths.orders, body: await orderOf('counter') })],
  ['to order and pay online', 'shop.pay', async () => ({ path: visitorPaths.orders, body: await orderOf('online') })],
  [
    'to see free times',
    'shop.book',
    async () => ({ method: 'GET', path: `${visitorPaths.slots}?serviceId=${anyId}&date=${someDay}&partySize=1` }),
  ],
  [
    'to hold a time',
    'shop.book',
    async () => ({
      path: visitorPaths.holds,
      body: { serviceId: anyId, startsAtIso: `${someDay}T04:00:00Z`, partySize: 1 },
    }),
  ],
  [
    'to join',
    'shop.member',
    async () => ({ path: visitorPaths.card, body: { name: 'Lin', phone: '13800138000', consent: true } }),
  ],
  ['to take a coupon', 'shop.coupon', async () => ({ path: visitorPaths.claimCoupon(anyId) })],
  [
    'to send a form',
    'shop.form',
    async () => ({ path: visitorPaths.submissions, body: { nodeId: 'form', answers: [], consent: true } }),
  ],
  ['to look up a code', 'shop.progress', async () => ({ path: visitorPaths.jobLookups, body: { code: 'K7QX3MHP' } })],
  ['to take a number', 'shop.queue', async () => ({ path: visitorPaths.queue, body: { partySize: 2 } })],
  [
    'to pay an amount',
    'shop.pay',
    async () => ({ path: visitorPaths.payments, body: { nodeId: 'pay', amountMinor: null, note: '' } }),
  ],
]

const ordersPlaced = async () => (await shop.sql<{ count: string }>('SELECT count(*) FROM shop_order'))[0]?.count

async function orderOf(payAt: 'online' | 'counter') {
  const missing = capabilities.filter((each) => !shop.requested.has(each))
  for (const capability of missing) shop.requested.add(capability)
  const { id: quoteId } = await quoteFor(shop, visitor)
  for (const capability of missing) shop.requested.delete(capability)
  return { quoteId, payAt, contactPhone: null }
}

test.for(beginnings)('%s takes %s, requested by the release', async ([, capability, call]) => {
  shop.requested.delete(capability)
  const { method = 'POST', path, body } = await call()
  const before = await ordersPlaced()
  const refused = await visitor.call(method, path, body)
  expect([refused.status, refused.body.error.code]).toEqual([403, 'not-granted'])
  expect(await ordersPlaced()).toBe(before)
  shop.requested.add(capability)
  const granted = await visitor.call(method, path, body)
  expect(granted.body.error?.code).not.toBe('not-granted')
})

test.for(beginnings)('%s is refused where the installation withholds %s', async ([, capability, call]) => {
  const { method = 'POST', path, body } = await call()
  shop.withheld.add(capability)
  const refused = await visitor.call(method, path, body)
  expect([refused.status, refused.body.error.code]).toEqual([403, 'not-granted'])
})

test('what was begun goes on though no release requests it any more; withheld, it does not', async () => {
  shop.requested.clear()
  for (const capability of capabilities) shop.requested.add(capability)
  const { order } = await orderFor(shop, visitor, 'online')
  shop.requested.clear()
  const paid = await visitor.call<{ cashierUrl: string }>('POST', visitorPaths.payOrder(order.id))
  expect(paid.status).toBe(201)
  expect((await visitor.call('GET', visitorPaths.order(order.id))).status).toBe(200)
  shop.withheld.add('shop.pay')
  const withheld = await visitor.call('POST', visitorPaths.payOrder(order.id))
  expect([withheld.status, withheld.body.error.code]).toEqual([403, 'not-granted'])
})
