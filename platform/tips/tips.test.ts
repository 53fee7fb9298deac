import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ShopFailure } from '#model/shop/failure.ts'
import type { Order, PaymentIntent } from '#model/shop/orders.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { actOnOrder } from '#platform/orders/change-order.ts'
import { loadSold } from '#platform/reports/load-sales.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { loadToday } from '#platform/shop/load-today.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { atCashier, createShopFixture, orderFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let shop: ShopFixture
let ann: TestVisitor

const offers = {
  title: 'Thank you',
  kind: 'percent',
  percents: [{ percent: 5 }, { percent: 10 }],
  amounts: [{ amountMinor: 300 }],
  typed: true,
  mostMinor: 5000,
}
const release = (node: string, props: object) =>
  shop.liveNodes.set(node, { type: 'tip', props: { ...offers, ...props }, slug: 'thanks', releaseId: 'r' } as never)

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20 })
  ann = await shop.visitor()
  release('tip', {})
  release('fixed', { kind: 'amount', typed: false })
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

interface Wish {
  readonly percent?: number
  readonly amountMinor?: number
  readonly nodeId?: string
}
const tip = (orderId: string, wish: Wish, who = ann, key = randomUUID()) =>
  who.call<PaymentIntent & { error: ShopFailure }>(
    'POST',
    visitorPaths.tipOrder(orderId),
    { orderId, nodeId: 'tip', percent: null, amountMinor: null, ...wish },
    key,
  )
const look = async (orderId: string) => (await ann.call<Order>('GET', visitorPaths.order(orderId))).body
const pay = async ({ cashierUrl }: PaymentIntent, action: 'pay' | 'decline' = 'pay') => {
  await atCashier(cashierUrl, action)
  await shop.commerce.runDue()
}
const act = (orderId: string, action: Parameters<typeof actOnOrder>[2]) =>
  shop.inShop((at) => actOnOrder(at, orderId, action, { actor: 'user:owner', reason: '' }))
const today = () => shop.inShop((at) => loadToday(at, 'en'))
/** 36.00, to be paid at the counter. */
const order = async () => (await orderFor(shop, ann)).order

test('a tip is priced by the server, paid at the cashier, shown on the order and in the takings', async () => {
  const before = await today()
  const { id, version } = await order()
  const { status, body } = await tip(id, { percent: 10 })
  expect([status, body.amountMinor]).toEqual([201, 360])
  expect((await look(id)).tip).toBeUndefined()
  await pay(body)
  const tipped = await look(id)
  expect(tipped).toMatchObject({ totalMinor: 3600, tip: { amountMinor: 360 }, payStatus: 'unpaid' })
  expect(tipped.version).toBeGreaterThan(version)
  const after = await today()
  expect(after.tipsMinor - before.tipsMinor).toBe(360)
  expect(after.takingsMinor - before.takingsMinor).toBe(360)
  const sold = await shop.inShop(async (at) => {
    const clock = await loadShop(at)
    return loadSold(at, clock, { fromDay: after.businessDate, toDay: after.businessDate })
  })
  // Not an order by itself.
  expect(sold.filter(({ channel }) => channel !== 'pickup')).toMatchObject([
    { channel: 'tip', orders: 0, salesMinor: 360 },
  ])
})

test.each<[string, Wish]>([
  ['a share that the block does not offer', { percent: 50 }],
  ['more than the block takes', { amountMinor: 5001 }],
  ['both a share and an amount', { percent: 5, amountMinor: 300 }],
  ['neither', {}],
  ['a share of a block that offers amounts', { nodeId: 'fixed', percent: 5 }],
  ['an amount that is not among those', { nodeId: 'fixed', amountMinor: 400 }],
])('%s is refused', async (_, wish) => {
  const { status, body } = await tip((await order()).id, wish)
  expect([status, body.error.code]).toEqual([422, 'amount-out-of-range'])
})

test('what the block offers is taken: one of its amounts, any that is typed within its limit', async () => {
  const { id } = await order()
  expect((await tip(id, { nodeId: 'fixed', amountMinor: 300 })).body.amountMinor).toBe(300)
  expect((await tip(id, { amountMinor: 5000 })).body.amountMinor).toBe(5000)
})

test('only for an own order that stands and was placed within days; of a block that is live', async () => {
  const { id } = await order()
  expect((await tip(id, { percent: 5 }, await shop.visitor())).status).toBe(404)
  expect((await tip(randomUUID(), { percent: 5 })).status).toBe(404)
  expect((await tip(id, { percent: 5, nodeId: 'gone' })).status).toBe(404)
  const draft = (await orderFor(shop, ann, 'online')).order
  expect((await tip(draft.id, { percent: 5 })).body.error.code).toBe('conflict')
  await act(id, 'reject')
  expect((await tip(id, { percent: 5 })).body.error.code).toBe('conflict')
  const old = await order()
  await shop.sql(`UPDATE shop_order SET placed_at = now() - interval '8 days' WHERE id = $1`, [old.id])
  expect((await tip(old.id, { percent: 5 })).body.error.code).toBe('conflict')
})

test('one key tips once; an order has one tip, and money for a second one goes back', async () => {
  const { id } = await order()
  const key = randomUUID()
  const sent = await Promise.all([1, 2, 3].map(() => tip(id, { percent: 5 }, ann, key)))
  expect(new Set(sent.map(({ body }) => body.paymentId)).size).toBe(1)
  // Two cashiers are open, both are paid.
  const second = await tip(id, { percent: 10 })
  await pay(second.body)
  await pay(sent[0]!.body)
  const { tip: given } = await look(id)
  expect([180, 360]).toContain(given?.amountMinor)
  const [sums] = await shop.sql<{ captured: number; back: number }>(
    `SELECT sum(p.captured_minor)::int AS captured, sum(p.refunded_minor + p.refund_held_minor)::int AS back
     FROM order_tip t JOIN payment p ON p.id = t.payment_id WHERE t.order_id = $1`,
    [id],
  )
  expect((sums?.captured ?? 0) - (sums?.back ?? 0)).toBe(given?.amountMinor)
  expect((await tip(id, { percent: 5 })).body.error.code).toBe('conflict')
})

test('a tip that is declined can be tried again', async () => {
  const { id } = await order()
  await pay((await tip(id, { percent: 5 })).body, 'decline')
  expect((await look(id)).tip).toBeUndefined()
  await pay((await tip(id, { percent: 5 })).body)
  expect((await look(id)).tip).toEqual({ amountMinor: 180 })
})

test('with an order that is called off its tip goes back; one that is paid after that, too', async () => {
  const [first, second] = [await order(), await order()]
  await pay((await tip(first.id, { percent: 10 })).body)
  const late = await tip(second.id, { percent: 10 })
  await act(first.id, 'reject')
  await act(second.id, 'reject')
  await pay(late.body)
  await shop.commerce.runDue()
  for (const { id } of [first, second]) {
    expect((await look(id)).tip).toBeUndefined()
    const [left] = await shop.sql<{ left: number }>(
      `SELECT sum(p.captured_minor - p.refunded_minor - p.refund_held_minor)::int AS left FROM order_tip t
       JOIN payment p ON p.id = t.payment_id WHERE t.order_id = $1`,
      [id],
    )
    expect(left?.left).toBe(0)
  }
})
