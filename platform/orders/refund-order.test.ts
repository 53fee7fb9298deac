import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Membership } from '#model/shop/members.ts'
import type { Order } from '#model/shop/orders.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { once } from '#platform/shop/idempotency.ts'
import { loadToday } from '#platform/shop/load-today.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { atCashier, cartOf, createShopFixture, orderFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { actOnOrder } from './change-order.ts'
import { refundOrder } from './refund-order.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

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

const actor = 'user:owner'
const act = (orderId: string, action: Parameters<typeof actOnOrder>[2]) =>
  shop.inShop((at) => actOnOrder(at, orderId, action, { actor, reason: '' }))
const refund = (orderId: string, amountMinor: number, reason = 'Cold') =>
  shop.inShop((at) => refundOrder(at, { orderId, amountMinor, reason, actor }))
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof ShopRefusal ? error.failure.code : String(error)),
  )
const look = async (orderId: string, who = ann) => (await who.call<Order>('GET', visitorPaths.order(orderId))).body
const takings = async () => (await shop.inShop((at) => loadToday(at, 'en'))).takingsMinor

/** 36.00, unless told otherwise; paid and handed over. */
async function eaten(payAt: 'online' | 'counter', lines?: unknown[], who = ann): Promise<string> {
  const { order, payment } = await orderFor(shop, who, payAt, lines)
  if (payment) {
    await atCashier(payment.cashierUrl)
    await shop.commerce.runDue()
  }
  await act(order.id, 'accept')
  await act(order.id, 'complete')
  return order.id
}

test('part of what was paid online goes back the way it came, then the rest, and never more', async () => {
  const before = await takings()
  const orderId = await eaten('online')
  await refund(orderId, 1200)
  expect(await look(orderId)).toMatchObject({
    status: 'completed',
    payStatus: 'paid',
    refunds: [{ amountMinor: 1200, state: 'under-way', isCash: false, reason: 'Cold' }],
  })
  await shop.commerce.runDue()
  expect(await look(orderId)).toMatchObject({ payStatus: 'part_refunded', refunds: [{ state: 'done' }] })
  expect((await takings()) - before).toBe(2400)
  expect(await codeOf(refund(orderId, 2401))).toBe('amount-out-of-range')
  await refund(orderId, 2400)
  expect(await codeOf(refund(orderId, 1))).toBe('amount-out-of-range')
  await shop.commerce.runDue()
  expect((await look(orderId)).payStatus).toBe('refunded')
  expect((await takings()) - before).toBe(0)
  const [trade] = await shop.sql('SELECT refunded_minor FROM sandbox_trade WHERE return_url LIKE $1', [`%${orderId}`])
  expect(trade).toEqual({ refunded_minor: '3600' })
  expect(await codeOf(refund(orderId, 1))).toBe('conflict')
})

test('what was paid in cash comes from the till, at once', async () => {
  const orderId = await eaten('counter')
  await refund(orderId, 600)
  expect(await look(orderId)).toMatchObject({
    payStatus: 'part_refunded',
    refunds: [{ amountMinor: 600, state: 'done', isCash: true }],
  })
})

test('twenty people give back a third at once: three do, and the order is given back whole', async () => {
  for (const payAt of ['online', 'counter'] as const) {
    const orderId = await eaten(payAt)
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => codeOf(refund(orderId, 1200))))
    expect(outcomes.filter((each) => each === 'done')).toHaveLength(3)
    // In cash the third one leaves an order that is given back; online the money is still on its way.
    expect(new Set(outcomes)).toEqual(new Set(['done', payAt === 'online' ? 'amount-out-of-range' : 'conflict']))
    await shop.commerce.runDue()
    expect((await look(orderId)).payStatus).toBe('refunded')
  }
})

test('sent thirty times with one key it goes back once', async () => {
  const orderId = await eaten('online')
  const key = randomUUID()
  const body = { orderId, amountMinor: 500, reason: 'Cold' }
  await Promise.all(
    Array.from({ length: 30 }, () =>
      shop.inShop((at) =>
        once(at, { principal: actor, key, route: 'refund-order', body }, () => refundOrder(at, { ...body, actor })),
      ),
    ),
  )
  await shop.commerce.runDue()
  expect((await look(orderId)).refunds?.map(({ amountMinor }) => amountMinor)).toEqual([500])
})

test('a refund that the provider refuses stays known, and its amount can be given again', async () => {
  // The sandbox gives nothing back of amounts that end in 08.
  await shop.sql("UPDATE dish_variant SET price_minor = 1008 WHERE name ->> 'en' = ''")
  const dish = (await shop.shopData()).menu.dishes[1]
  const line = { dishId: dish?.id, variantId: dish?.variants[0]?.id, quantity: 1, modifiers: [], note: '' }
  const orderId = await eaten('online', [line])
  await shop.sql("UPDATE dish_variant SET price_minor = 1000 WHERE name ->> 'en' = ''")
  await refund(orderId, 1008)
  await shop.commerce.runDue()
  expect(await look(orderId)).toMatchObject({ payStatus: 'paid', refunds: [{ state: 'failed' }] })
  expect(await codeOf(refund(orderId, 1009))).toBe('amount-out-of-range')
  expect(await codeOf(refund(orderId, 8))).toBe('done')
})

test('an order that nobody paid, or that was called off, is not given back; one called off after a part gives the rest', async () => {
  const { order: unpaid } = await orderFor(shop, ann, 'counter')
  expect(await codeOf(refund(unpaid.id, 100))).toBe('conflict')
  const { order, payment } = await orderFor(shop, ann, 'online')
  expect(await codeOf(refund(order.id, 100))).toBe('not-found')
  await atCashier(payment?.cashierUrl ?? '')
  await shop.commerce.runDue()
  await refund(order.id, 1000)
  // The part is still on its way.
  await act(order.id, 'reject')
  await shop.commerce.runDue()
  expect(await look(order.id)).toMatchObject({ status: 'rejected', payStatus: 'refunded' })
  const [trade] = await shop.sql('SELECT refunded_minor FROM sandbox_trade WHERE return_url LIKE $1', [`%${order.id}`])
  expect(trade).toEqual({ refunded_minor: '3600' })
  expect(await codeOf(refund(order.id, 100))).toBe('conflict')
  expect(await codeOf(refund(randomUUID(), 100))).toBe('not-found')
})

test('points go back with the money they were earned by', async () => {
  const bo = await shop.visitor()
  await bo.call('POST', visitorPaths.card, { name: 'Bo', phone: '13900139000', consent: true })
  const balance = async () => (await bo.call<Membership>('GET', visitorPaths.card)).body.pointsBalance
  const orderId = await eaten('online', [await cartOf(shop)], bo)
  expect(await balance()).toBe(36)
  await refund(orderId, 650)
  expect(await balance()).toBe(36)
  await shop.commerce.runDue()
  // 29.50 are left of it, which is 29 points.
  expect(await balance()).toBe(29)
  expect((await look(orderId, bo)).pointsEarned).toBe(29)
  await refund(orderId, 2950)
  await shop.commerce.runDue()
  expect(await balance()).toBe(0)
})
