import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { OwnCoupon } from '#model/shop/coupons.ts'
import type { ShopFailure } from '#model/shop/failure.ts'
import type { Membership } from '#model/shop/members.ts'
import type { Order, PlacedOrder, Quote } from '#model/shop/orders.ts'
import type { CouponDefinition } from '#platform/contract/coupons.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { addPoints } from '#platform/members/points.ts'
import { actOnOrder } from '#platform/orders/change-order.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { atCashier, cartOf, createShopFixture, orderFor, quoteFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { changeCoupon, createCoupon } from './change-coupon.ts'
import { loadMerchantCoupons } from './load-coupons.ts'

// Real transactions by the hundred, on machines that do other things as well.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let shop: ShopFixture

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20 })
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

const definition = (change: Partial<CouponDefinition> = {}): CouponDefinition => ({
  title: { en: 'Ten off', 'zh-CN': '立减 10 元' },
  gain: { kind: 'amount', amountMinor: 1000 },
  minSpendMinor: 0,
  addsToMemberPrice: true,
  startsAtIso: null,
  endsAtIso: null,
  goodForDays: null,
  totalLimit: null,
  perPerson: 1,
  audience: 'everyone',
  tierId: null,
  hadBy: 'wall',
  pointsPrice: null,
  ...change,
})
const make = async (change: Partial<CouponDefinition> = {}): Promise<string> =>
  (await shop.changeShop((at) => createCoupon(at, definition(change), 'user:owner'))).couponId
const claim = (visitor: TestVisitor, couponId: string, key = randomUUID()) =>
  visitor.call<OwnCoupon & { error: ShopFailure }>('POST', visitorPaths.claimCoupon(couponId), undefined, key)
const walletOf = async (visitor: TestVisitor) => (await visitor.call<OwnCoupon[]>('GET', visitorPaths.coupons)).body
const figures = async (couponId: string) => (await shop.inShop((at) => loadMerchantCoupons(at, couponId)))[0]
const act = (order: Pick<Order, 'id'>, action: Parameters<typeof actOnOrder>[2]) =>
  shop.inShop((at) => actOnOrder(at, order.id, action, { actor: 'user:owner', reason: '' }))
const quoteWith = async (visitor: TestVisitor, couponId?: string | null, change: Record<string, unknown> = {}) =>
  (
    await visitor.call<Quote>('POST', visitorPaths.quotes, {
      channel: 'pickup',
      tableId: null,
      lines: [await cartOf(shop, change)],
      ...(couponId !== undefined && { couponId }),
    })
  ).body
const place = (visitor: TestVisitor, quoteId: string, payAt: 'online' | 'counter' = 'counter') =>
  visitor.call<PlacedOrder & { error: ShopFailure }>('POST', visitorPaths.orders, {
    quoteId,
    payAt,
    contactPhone: null,
  })
const join = (visitor: TestVisitor) =>
  visitor.call<Membership>('POST', visitorPaths.card, { name: 'Ann', phone: '138 0013 8000', consent: true })

test('of a hundred coupons 300 people who each try three times use a hundred, at most one each', async () => {
  const couponId = await make({ totalLimit: 100 })
  const people = await Promise.all(Array.from({ length: 300 }, () => shop.visitor()))
  const tries = people.flatMap((person) => [person, person, person])
  const statuses = new Map<number, number>()
  const note = ({ status }: { readonly status: number }) => statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const claims = await Promise.all(tries.map((person) => claim(person, couponId)))
  claims.forEach(note)
  expect(Object.fromEntries(statuses)).toEqual({ 201: 100, 409: 800 })

  // Everybody orders three times at once with what they have, each time from a quote of its own.
  const lucky = people.filter((_, index) => claims.slice(index * 3, index * 3 + 3).some(({ status }) => status === 201))
  expect(lucky).toHaveLength(100)
  const quotes = await Promise.all(
    lucky.flatMap((person) => [1, 2, 3].map(async () => ({ person, quote: await quoteFor(shop, person) }))),
  )
  expect(quotes.every(({ quote }) => quote.coupon?.takesOffMinor === 1000)).toBe(true)
  const replies = await Promise.all(quotes.map(({ person, quote }) => place(person, quote.id)))
  const placed = replies.filter(({ status }) => status === 201)
  expect(placed).toHaveLength(100)
  expect(new Set(replies.filter(({ status }) => status !== 201).map(({ body }) => body.error.code))).toSatisfy(
    (codes: Set<string>) => [...codes].every((code) => code === 'coupon-unusable' || code === 'price-changed'),
  )
  expect(await figures(couponId)).toMatchObject({ claimed: 100, used: 100, discountMinor: 100_000 })
  const [most] = await shop.sql<{ orders: number; people: number }>(
    `SELECT count(*)::int AS orders, count(DISTINCT o.visitor_id)::int AS people FROM shop_order o
     JOIN coupon_redemption r ON r.order_id = o.id WHERE r.coupon_id = $1`,
    [couponId],
  )
  expect(most).toEqual({ orders: 100, people: 100 })
  expect(shop.logged.filter(({ event }) => event === 'visitor-request-failed')).toEqual([])
  const [deadlocks] = await shop.sql<{ deadlocks: number }>(
    'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
  )
  expect(deadlocks).toEqual({ deadlocks: 0 })
  expect((await shop.shopData()).coupons.find(({ id }) => id === couponId)?.isGone).toBe(true)
})

test('one key claims once, however often it is sent', async () => {
  const couponId = await make({ perPerson: 3 })
  const ann = await shop.visitor()
  const key = randomUUID()
  const replies = await Promise.all(Array.from({ length: 10 }, () => claim(ann, couponId, key)))
  expect(new Set(replies.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
  expect(await walletOf(ann)).toHaveLength(1)
  expect((await claim(ann, couponId)).status).toBe(201)
  expect((await claim(ann, couponId)).status).toBe(201)
  expect((await claim(ann, couponId)).body.error.code).toBe('coupon-gone')
  const keyless = await ann.call('POST', visitorPaths.claimCoupon(couponId), undefined, null)
  expect(keyless.status).toBe(400)
})

test.each<[string, Partial<CouponDefinition>]>([
  ['starts later', { startsAtIso: '2999-01-01T00:00:00Z' }],
  ['is over', { endsAtIso: '2020-01-01T00:00:00Z' }],
])('a coupon that %s cannot be claimed', async (_, change) => {
  const ann = await shop.visitor()
  expect((await claim(ann, await make(change))).body.error.code).toBe('coupon-gone')
})

test('what nobody offers is not found, and never a server error', async () => {
  const ann = await shop.visitor()
  expect((await claim(ann, randomUUID())).status).toBe(404)
  expect((await claim(ann, 'no-id')).status).toBe(404)
})

test('members’ coupons are for members, a tier’s for that tier and above', async () => {
  const { membership } = await shop.shopData()
  const forMembers = await make({ audience: 'members' })
  const forGold = await make({ audience: 'tier', tierId: membership.tiers[1]?.id ?? null })
  const ann = await shop.visitor()
  expect((await claim(ann, forMembers)).body.error.code).toBe('coupon-not-for-you')
  await join(ann)
  expect((await claim(ann, forMembers)).status).toBe(201)
  expect((await claim(ann, forGold)).body.error.code).toBe('coupon-not-for-you')
  const [member] = await shop.sql<{ id: string }>('SELECT id FROM member ORDER BY joined_at DESC LIMIT 1')
  await shop.inShop((at) =>
    addPoints(at, { memberId: member?.id ?? '', kind: 'earn', delta: 100, ref: 'gift', label: '' }),
  )
  expect((await claim(ann, forGold)).status).toBe(201)
  const card = (await ann.call<Membership>('GET', visitorPaths.card)).body
  expect(card.coupons?.map(({ title }) => title)).toEqual(['Ten off', 'Ten off'])
})

test('the best coupon is suggested, another can be chosen, and none as well', async () => {
  const ann = await shop.visitor()
  const small = (await claim(ann, await make({ gain: { kind: 'amount', amountMinor: 300 } }))).body.id
  const best = (await claim(ann, await make({ gain: { kind: 'percent', percent: 50, mostMinor: 1500 } }))).body.id
  const dear = (await claim(ann, await make({ minSpendMinor: 4800, gain: { kind: 'amount', amountMinor: 9000 } }))).body
    .id
  const suggested = await quoteWith(ann)
  expect(suggested).toMatchObject({
    subtotalMinor: 3600,
    discountMinor: 1500,
    totalMinor: 2100,
    coupon: { id: best, takesOffMinor: 1500 },
    pointsToEarn: 21,
  })
  expect(suggested.coupons).toMatchObject([
    { id: best, takesOffMinor: 1500, obstacle: null },
    { id: small, takesOffMinor: 300, obstacle: null },
    { id: dear, takesOffMinor: 0, obstacle: { kind: 'min-spend', missingMinor: 1200 } },
  ])
  expect(await quoteWith(ann, small)).toMatchObject({ totalMinor: 3300, coupon: { id: small } })
  expect(await quoteWith(ann, null)).toMatchObject({ totalMinor: 3600 })
  // What does not apply, or is somebody else's, takes nothing off.
  expect(await quoteWith(ann, dear)).toMatchObject({ totalMinor: 3600 })
  expect(await quoteWith(await shop.visitor(), best)).toMatchObject({ totalMinor: 3600 })
})

test('a free dish is named where it is missing', async () => {
  const { menu } = await shop.shopData()
  const tea = menu.dishes.find(({ name }) => name === 'Tea')
  const ann = await shop.visitor()
  await claim(ann, await make({ gain: { kind: 'item', dishId: tea?.id ?? '' } }))
  expect((await quoteWith(ann)).coupons).toMatchObject([{ obstacle: { kind: 'dish-missing', dishName: 'Tea' } }])
  const withTea = await quoteWith(ann, undefined, { dishId: tea?.id, variantId: tea?.variants[0]?.id, modifiers: [] })
  expect(withTea).toMatchObject({ subtotalMinor: 1000, totalMinor: 0 })
  const { body } = await place(ann, withTea.id, 'online')
  expect(body).toMatchObject({ payment: null, order: { status: 'placed', payStatus: 'paid', totalMinor: 0 } })
})

test('a coupon waits on an unpaid order, is used once it is paid, and back when that is called off', async () => {
  const couponId = await make()
  const ann = await shop.visitor()
  await claim(ann, couponId)
  const { order, payment } = await orderFor(shop, ann, 'online')
  expect(order).toMatchObject({
    discountMinor: 1000,
    totalMinor: 2600,
    coupon: { title: 'Ten off', takesOffMinor: 1000 },
  })
  expect(payment?.amountMinor).toBe(2600)
  expect((await walletOf(ann))[0]?.state).toBe('waiting')
  expect((await quoteWith(ann)).coupons).toMatchObject([{ obstacle: { kind: 'on-unpaid-order' } }])
  await atCashier(payment?.cashierUrl ?? '')
  await shop.commerce.runDue()
  expect((await walletOf(ann))[0]?.state).toBe('used')
  await act(order, 'cancel')
  expect((await walletOf(ann))[0]?.state).toBe('ready')
  expect(await figures(couponId)).toMatchObject({ claimed: 1, used: 0, discountMinor: 0 })
  // And can be used again.
  expect((await orderFor(shop, ann)).order.coupon?.takesOffMinor).toBe(1000)
  expect(await figures(couponId)).toMatchObject({ used: 1 })
})

test('an order that nobody pays in time gives its coupon back', async () => {
  const ann = await shop.visitor()
  await claim(ann, await make())
  const { order } = await orderFor(shop, ann, 'online')
  await shop.sql("UPDATE shop_order SET expires_at = now() - interval '1 second' WHERE id = $1", [order.id])
  await shop.sql("UPDATE shop_timer SET due_at = now() WHERE subject_id = $1 AND kind = 'order-expiry'", [order.id])
  await shop.commerce.runDue()
  expect((await ann.call<Order>('GET', visitorPaths.order(order.id))).body.status).toBe('expired')
  expect((await walletOf(ann))[0]?.state).toBe('ready')
})

test('a coupon that ran out meanwhile comes back as expired, and cannot be used', async () => {
  const ann = await shop.visitor()
  await claim(ann, await make({ goodForDays: 7 }))
  const quote = await quoteWith(ann)
  await shop.sql('UPDATE coupon_claim SET expires_at = now() WHERE id = $1', [quote.coupon?.id])
  expect((await place(ann, quote.id)).body.error.code).toBe('price-changed')
  expect((await walletOf(ann))[0]?.state).toBe('expired')
  expect((await quoteWith(ann)).coupons).toBeUndefined()
})

test('what was claimed keeps its terms, whatever the shop offers later; a pause stops claiming alone', async () => {
  const couponId = await make({ endsAtIso: '2999-01-01T00:00:00Z', totalLimit: 5 })
  const ann = await shop.visitor()
  await claim(ann, couponId)
  const change = (input: Partial<Parameters<typeof changeCoupon>[2]>, ifVersion: number) =>
    shop.changeShop((at) => changeCoupon(at, couponId, { ifVersion, ...input }, 'user:bo'))
  await change({ definition: definition({ gain: { kind: 'amount', amountMinor: 1 }, totalLimit: 2 }) }, 1)
  await change({ paused: true }, 2)
  expect((await quoteWith(ann)).coupon?.takesOffMinor).toBe(1000)
  const bo = await shop.visitor()
  expect((await claim(bo, couponId)).body.error.code).toBe('coupon-gone')
  expect((await shop.shopData()).coupons.some(({ id }) => id === couponId)).toBe(false)
  await change({ paused: false }, 3)
  expect((await claim(bo, couponId)).status).toBe(201)
  await expect(change({ definition: definition({ totalLimit: 1 }) }, 4)).rejects.toThrow(/claimed already/)
  await expect(change({ paused: true }, 1)).rejects.toThrow(/version/)
  expect(
    await shop.sql('SELECT action, actor FROM coupon_event WHERE coupon_id = $1 ORDER BY seq', [couponId]),
  ).toEqual([
    { action: 'created', actor: 'user:owner' },
    { action: 'changed', actor: 'user:bo' },
    { action: 'paused', actor: 'user:bo' },
    { action: 'resumed', actor: 'user:bo' },
  ])
  await expect(shop.sql('UPDATE coupon_event SET actor = $1', ['x'])).rejects.toThrow(/append-only/)
})

test.each<[string, Partial<CouponDefinition>, RegExp]>([
  ['without a name', { title: { en: ' ', 'zh-CN': '券' } }, /name/],
  ['that ends before it starts', { startsAtIso: '2030-01-02T00:00:00Z', endsAtIso: '2030-01-01T00:00:00Z' }, /ends/],
  ['for a tier without saying which', { audience: 'tier' }, /tier/],
  ['for a tier that is not the shop’s', { audience: 'tier', tierId: randomUUID() }, /tier/],
  ['for a dish that is not the shop’s', { gain: { kind: 'item', dishId: randomUUID() } }, /dish/],
])('a coupon %s is refused', async (_, change, message) => {
  await expect(make(change)).rejects.toThrow(message)
})

test('orders and cancellations by the hundred leave every coupon where it belongs', async () => {
  const couponId = await make({ perPerson: 2 })
  const people = await Promise.all(Array.from({ length: 25 }, () => shop.visitor()))
  await Promise.all(people.flatMap((person) => [claim(person, couponId), claim(person, couponId)]))
  for (let round = 0; round < 2; round++)
    await Promise.all(
      people.flatMap((person) =>
        [1, 2].map(async (_, index) => {
          const quote = await quoteFor(shop, person)
          const { status, body } = await place(person, quote.id, index ? 'online' : 'counter')
          if (status === 201) await act(body.order, 'cancel').catch(() => undefined)
        }),
      ),
    )
  // What is left on drafts comes back with them.
  await shop.sql("UPDATE shop_order SET expires_at = now() - interval '1 second' WHERE status = 'draft'")
  await shop.sql("UPDATE shop_timer SET due_at = now() WHERE kind = 'order-expiry'")
  await shop.commerce.runDue()
  const states = (await Promise.all(people.map(walletOf))).flat().map(({ state }) => state)
  expect(states).toEqual(Array.from({ length: 50 }, () => 'ready'))
  expect(await figures(couponId)).toMatchObject({ claimed: 50, used: 0 })
})
