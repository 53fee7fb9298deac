import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Membership } from '#model/shop/members.ts'
import type { Order } from '#model/shop/orders.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { actOnOrder } from '#platform/orders/change-order.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { atCashier, cartOf, createShopFixture, orderFor, quoteFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { normalisePhone } from './phone.ts'
import { addPoints, pointsFor } from './points.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let shop: ShopFixture

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20 })
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

const person = { name: 'Ann', phone: '138 0013 8000', consent: true }
const joinAs = (visitor: TestVisitor, key = randomUUID()) =>
  visitor.call<Membership & { error: { code: string } }>('POST', visitorPaths.card, person, key)
const cardOf = async (visitor: TestVisitor) => (await visitor.call<Membership>('GET', visitorPaths.card)).body
const act = (order: Order, action: Parameters<typeof actOnOrder>[2]) =>
  shop.inShop((at) => actOnOrder(at, order.id, action, { actor: 'user:owner', reason: '' }))

test('joining needs consent, happens once, and gives a card', async () => {
  const ann = await shop.visitor()
  expect((await ann.call('GET', visitorPaths.card)).body).toBeNull()
  expect((await ann.call('POST', visitorPaths.card, { ...person, consent: false })).status).toBe(400)
  const replies = await Promise.all([1, 2, 3, 4, 5].map(() => joinAs(ann)))
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409])
  expect(replies.find(({ status }) => status === 409)?.body.error.code).toBe('already-member')
  const card = await cardOf(ann)
  const { membership } = await shop.shopData()
  expect(card).toMatchObject({ name: 'Ann', pointsBalance: 0, history: [], tierId: membership.tiers[0]?.id })
  expect(card.cardNo).toMatch(/^\d{10}$/)
})

test('points arrive with the payment, once, and go again when the order is called off', async () => {
  const ann = await shop.visitor()
  await joinAs(ann)
  const { order, payment } = await orderFor(shop, ann, 'online')
  await atCashier(payment?.cashierUrl ?? '')
  await shop.commerce.runDue()
  expect(await cardOf(ann)).toMatchObject({
    pointsBalance: 36,
    pointsEarnedEver: 36,
    history: [{ delta: 36, kind: 'earn' }],
  })
  expect((await ann.call<Order>('GET', visitorPaths.order(order.id))).body.pointsEarned).toBe(36)
  await act(order, 'cancel')
  expect(await cardOf(ann)).toMatchObject({
    pointsBalance: 0,
    pointsEarnedEver: 0,
    history: [{ delta: -36, kind: 'reverse' }, { kind: 'earn' }],
  })
})

test('an order paid at the counter earns when it is completed', async () => {
  const ann = await shop.visitor()
  await joinAs(ann)
  const { order } = await orderFor(shop, ann)
  await act(order, 'accept')
  expect((await cardOf(ann)).pointsBalance).toBe(0)
  await act(order, 'complete')
  expect((await cardOf(ann)).pointsBalance).toBe(36)
})

test('who joins after paying gets the points of that order', async () => {
  const ann = await shop.visitor()
  const { order, payment } = await orderFor(shop, ann, 'online')
  await atCashier(payment?.cashierUrl ?? '')
  await shop.commerce.runDue()
  expect((await joinAs(ann)).body).toMatchObject({ pointsBalance: 36, history: [{ delta: 36 }] })
  expect((await ann.call<Order>('GET', visitorPaths.order(order.id))).body.pointsEarned).toBe(36)
})

test('joining while the payment arrives neither loses nor doubles the points', async () => {
  for (let round = 0; round < 10; round++) {
    const ann = await shop.visitor()
    const { order } = await orderFor(shop, ann)
    await act(order, 'accept')
    await Promise.all([act(order, 'complete'), joinAs(ann)])
    expect((await cardOf(ann)).pointsBalance).toBe(36)
  }
})

test('a higher tier takes its discount off the next quote', async () => {
  const ann = await shop.visitor()
  await joinAs(ann)
  const [member] = await shop.sql<{ id: string }>(
    'SELECT m.id FROM member m JOIN visitor v ON v.id = m.visitor_id ORDER BY m.joined_at DESC LIMIT 1',
  )
  await shop.inShop((at) =>
    addPoints(at, { memberId: member?.id ?? '', kind: 'earn', delta: 100, ref: 'test', label: 'Gift' }),
  )
  const quote = await quoteFor(shop, ann, [await cartOf(shop, { quantity: 3 })])
  expect(quote).toMatchObject({ subtotalMinor: 10_800, discountMinor: 1080, totalMinor: 9720, pointsToEarn: 97 })
  expect(await quoteFor(shop, await shop.visitor())).toMatchObject({ discountMinor: 0 })
})

test('a hundred entries at once add up, and none counts twice', async () => {
  const ann = await shop.visitor()
  await joinAs(ann)
  const [member] = await shop.sql<{ id: string }>('SELECT id FROM member ORDER BY joined_at DESC LIMIT 1')
  const results = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      shop.inShop((at) =>
        addPoints(at, {
          memberId: member?.id ?? '',
          kind: 'earn',
          delta: 1 + (index % 50),
          ref: `ref:${index % 50}`,
          label: '',
        }),
      ),
    ),
  )
  expect(results.filter(Boolean)).toHaveLength(50)
  const card = await cardOf(ann)
  expect(card.pointsBalance).toBe((50 * 51) / 2)
  expect(card.history).toHaveLength(20)
  await expect(shop.sql('UPDATE wallet_entry SET delta = 1000')).rejects.toThrow(/append-only/)
})

test('a visitor is known again by the key, and never by one that we did not make', async () => {
  const ann = await shop.visitor()
  await joinAs(ann)
  expect((await cardOf(await shop.visitor(ann.visitorKey))).name).toBe('Ann')
  const stranger = await shop.visitor('a'.repeat(43))
  expect(stranger.visitorKey).not.toBe('a'.repeat(43))
  expect(await cardOf(stranger)).toBeNull()
})

test('who comes back leaves no old quotes and keys behind, and loses no order', async () => {
  const ann = await shop.visitor()
  await quoteFor(shop, ann)
  const { order } = await orderFor(shop, ann)
  await shop.sql("UPDATE quote SET expires_at = now() - interval '2 days'")
  await shop.sql("UPDATE idempotency SET created_at = now() - interval '8 days'")
  await shop.visitor(ann.visitorKey)
  const left = await shop.sql(
    `SELECT (SELECT count(*)::int FROM quote q WHERE q.visitor_id = o.visitor_id) AS quotes,
      (SELECT count(*)::int FROM idempotency i WHERE i.principal = o.visitor_id::text) AS keys
    FROM shop_order o WHERE o.id = $1`,
    [order.id],
  )
  expect(left).toEqual([{ quotes: 1, keys: 0 }])
})

test.each([
  ['138 0013 8000', '+8613800138000'],
  ['+86 13800138000', '+8613800138000'],
  ['+49 30 901820', '+4930901820'],
  ['12345', '12345'],
])('the phone number %s is kept as %s', (typed, kept) => {
  expect(normalisePhone(typed, '+862155550100')).toBe(kept)
})

test.each(['call me', '12', '+', '123456789012345678901234'])('"%s" is no phone number', (typed) => {
  expect(() => normalisePhone(typed, '+862155550100')).toThrow(/phone number/)
})

test('points are for whole units of the currency', () => {
  expect([pointsFor(3599, 'CNY', 2), pointsFor(3599, 'JPY', 1), pointsFor(3599, 'KWD', 1)]).toEqual([70, 3599, 3])
})
