/** The same person on two browsers: what each did before becomes one person's, at whatever moment that happens. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Booking, Hold, Slot } from '#model/shop/bookings.ts'
import type { OwnCoupon } from '#model/shop/coupons.ts'
import type { Membership } from '#model/shop/members.ts'
import type { Order } from '#model/shop/orders.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { createCoupon } from '#platform/coupons/change-coupon.ts'
import { withCustomer } from '#platform/db/database.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { loadMembers } from '#platform/members/load-members.ts'
import { actOnOrder } from '#platform/orders/change-order.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { atCashier, createShopFixture, orderFor, quoteFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { knowCustomer, linkBrowser } from './link-browser.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let shop: ShopFixture

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20 })
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

async function person(): Promise<string> {
  const id = uuidv7()
  await withCustomer(shop.database.db, id, (tx) => tx.insertInto('customer').values({ id }).execute())
  return id
}
const browserOf = ({ token }: TestVisitor): string =>
  (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { b: string }).b
const signIn = (visitor: TestVisitor, who: string) =>
  shop.inShop(async (at) =>
    linkBrowser(at, browserOf(visitor), { customerId: await knowCustomer(at, who), session: null }),
  )
const join = (visitor: TestVisitor) =>
  visitor.call<Membership>('POST', visitorPaths.card, { name: 'Ann', phone: '138 0013 8000', consent: true })
const cardOf = async (visitor: TestVisitor) => (await visitor.call<Membership | null>('GET', visitorPaths.card)).body
const ordersOf = async (visitor: TestVisitor) =>
  (await visitor.call<Order[]>('GET', visitorPaths.orders)).body.map(({ id }) => id).toSorted()
const couponsOf = async (visitor: TestVisitor) => (await visitor.call<OwnCoupon[]>('GET', visitorPaths.coupons)).body
const claim = (visitor: TestVisitor, couponId: string) =>
  visitor.call<OwnCoupon>('POST', visitorPaths.claimCoupon(couponId))
const act = ({ id }: Pick<Order, 'id'>, action: Parameters<typeof actOnOrder>[2]) =>
  shop.inShop((at) => actOnOrder(at, id, action, { actor: 'user:owner', reason: '' }))
const makeCoupon = async (change: { perPerson?: number; totalLimit?: number | null } = {}) =>
  (
    await shop.changeShop((at) =>
      createCoupon(
        at,
        {
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
        },
        'user:owner',
      ),
    )
  ).couponId

async function earn(visitor: TestVisitor): Promise<Order> {
  const { order, payment } = await orderFor(shop, visitor, 'online')
  await atCashier(payment?.cashierUrl ?? '')
  await shop.commerce.runDue()
  return order
}

async function book(visitor: TestVisitor): Promise<string> {
  const service = (await shop.shopData()).services[0]
  const date = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  const query = new URLSearchParams({ serviceId: service?.id ?? '', date, partySize: '2' })
  const slots = (await visitor.call<Slot[]>('GET', `${visitorPaths.slots}?${query}`)).body
  const free = slots.find(({ available }) => available)
  const held = await visitor.call<Hold>('POST', visitorPaths.holds, {
    serviceId: service?.id,
    startsAtIso: free?.startsAtIso,
    partySize: 2,
  })
  const { bookingId } = held.body
  const contact = { name: 'Ann', phone: '13800138000', note: '', consent: true }
  const confirmed = await visitor.call<Booking>('POST', visitorPaths.bookings, { bookingId, ...contact })
  if (confirmed.status !== 201) throw new Error(JSON.stringify([free, held, confirmed]))
  return bookingId
}

test('what two browsers did is one person’s after both have signed in, in either; doing it again changes nothing', async () => {
  const [phone, laptop] = [await shop.visitor(), await shop.visitor()]
  const who = await person()
  const first = await orderFor(shop, phone)
  const second = await orderFor(shop, laptop)
  const bookingId = await book(laptop)
  await join(laptop)
  const coupon = await makeCoupon()
  await claim(laptop, coupon)
  for (const each of [phone, laptop, laptop, phone]) await signIn(each, who)
  for (const each of [phone, laptop, await shop.visitor(phone.visitorKey)]) {
    expect(await ordersOf(each)).toEqual([first.order.id, second.order.id].toSorted())
    expect((await cardOf(each))?.name).toBe('Ann')
    expect((await couponsOf(each)).map(({ couponId }) => couponId)).toEqual([coupon])
    const bookings = (await each.call<Booking[]>('GET', visitorPaths.bookings)).body
    expect(bookings.map(({ id }) => id)).toEqual([bookingId])
  }
})

test('of two cards one remains, with the points and the tier of both; an order of either can still be called off', async () => {
  const [phone, laptop] = [await shop.visitor(), await shop.visitor()]
  const who = await person()
  for (const each of [phone, laptop]) await join(each)
  await earn(phone)
  const other = await earn(laptop)
  const kept = (await cardOf(phone))?.cardNo
  await signIn(phone, who)
  await signIn(laptop, who)
  expect(await cardOf(laptop)).toMatchObject({ cardNo: kept, pointsBalance: 72, pointsEarnedEver: 72 })
  expect(await cardOf(laptop)).toEqual(await cardOf(phone))
  const listed = await shop.inShop((at) => loadMembers(at, 'en'))
  expect(listed.filter(({ cardNo }) => cardNo === kept)).toHaveLength(1)
  expect(listed.every(({ name }) => name !== '')).toBe(true)
  await act(other, 'cancel')
  expect(await cardOf(phone)).toMatchObject({ pointsBalance: 36, pointsEarnedEver: 36 })
})

test('a person has as many of a coupon as a person gets: what was used counts, what is too much cannot be used', async () => {
  const coupon = await makeCoupon({ perPerson: 1 })
  const pair = await makeCoupon({ perPerson: 2 })
  const [phone, laptop] = [await shop.visitor(), await shop.visitor()]
  const who = await person()
  for (const each of [phone, laptop]) await claim(each, coupon)
  for (const each of [phone, laptop, laptop]) await claim(each, pair)
  const { id } = (await couponsOf(laptop)).find(({ couponId }) => couponId === coupon)!
  // Claimed last of all, and used all the same.
  await shop.sql(`UPDATE coupon_claim SET claimed_at = now() + interval '1 minute' WHERE id = $1`, [id])
  const used = await orderWith(laptop, id)
  for (const each of [phone, laptop]) await signIn(each, who)
  const own = await couponsOf(phone)
  expect(own.filter(({ couponId }) => couponId === coupon).map((each) => [each.id, each.state])).toEqual([[id, 'used']])
  expect(own.filter(({ couponId }) => couponId === pair)).toHaveLength(2)
  for (const each of [coupon, pair]) expect((await claim(phone, each)).status).toBe(409)
  await act(used, 'cancel')
  expect((await couponsOf(laptop)).find((each) => each.id === id)?.state).toBe('ready')
})

async function orderWith(visitor: TestVisitor, couponId: string): Promise<Order> {
  const { menu } = await shop.shopData()
  const dish = menu.dishes[1]
  const line = { dishId: dish?.id, variantId: dish?.variants[0]?.id, quantity: 1, modifiers: [], note: '' }
  const asked = { channel: 'pickup', tableId: null, lines: [line], couponId }
  const quote = await visitor.call<{ id: string }>('POST', visitorPaths.quotes, asked)
  const placing = { quoteId: quote.body.id, payAt: 'counter', contactPhone: null }
  const placed = await visitor.call<{ order: Order }>('POST', visitorPaths.orders, placing)
  if (placed.status !== 201) throw new Error(JSON.stringify([quote, placed]))
  return placed.body.order
}

test('on a browser that two people use, the second gets nothing of the first', async () => {
  const shared = await shop.visitor()
  const [mei, tom] = [await person(), await person()]
  await join(shared)
  const { order } = await orderFor(shop, shared)
  await signIn(shared, mei)
  await signIn(shared, tom)
  expect([await cardOf(shared), await ordersOf(shared)]).toEqual([null, []])
  const toms = await orderFor(shop, shared)
  await signIn(shared, mei)
  expect([(await cardOf(shared))?.name, await ordersOf(shared)]).toEqual(['Ann', [order.id]])
  await signIn(shared, tom)
  expect(await ordersOf(shared)).toEqual([toms.order.id])
})

test('twelve browsers that sign in at once while they order, join and claim become one person, exactly', async () => {
  const who = await person()
  const coupon = await makeCoupon({ perPerson: 3 })
  const browsers = await Promise.all(Array.from({ length: 12 }, () => shop.visitor()))
  const cards = browsers.slice(0, 4)
  for (const each of cards) {
    await join(each)
    await earn(each)
  }
  const begun = await Promise.all(browsers.map((each) => quoteFor(shop, each)))
  const placed = browsers.map((each, index) =>
    each.call('POST', visitorPaths.orders, { quoteId: begun[index]?.id, payAt: 'counter', contactPhone: null }),
  )
  await Promise.all(browsers.flatMap((each) => [signIn(each, who), claim(each, coupon), signIn(each, who)]))
  // Who is of a higher tier by now has another price, and is told so.
  const statuses = (await Promise.all(placed)).map(({ status }) => status)
  expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
  const [one] = browsers
  const orders = await ordersOf(one!)
  expect(orders).toHaveLength(statuses.filter((status) => status === 201).length + cards.length)
  const card = await cardOf(one!)
  expect(card).toMatchObject({ pointsBalance: 36 * cards.length, pointsEarnedEver: 36 * cards.length })
  expect((await couponsOf(one!)).length).toBe(3)
  for (const each of browsers) {
    expect(await ordersOf(each)).toEqual(orders)
    expect((await cardOf(each))?.cardNo).toBe(card?.cardNo)
  }
})

test('signing in while a payment arrives neither loses nor doubles its points', async () => {
  for (let round = 0; round < 8; round++) {
    const [phone, laptop] = [await shop.visitor(), await shop.visitor()]
    const who = await person()
    for (const each of [phone, laptop]) await join(each)
    await signIn(phone, who)
    const { order } = await orderFor(shop, laptop)
    await act(order, 'accept')
    await Promise.all([act(order, 'complete'), signIn(laptop, who)])
    expect((await cardOf(phone))?.pointsBalance).toBe(36)
  }
})

test('a browser that was signed out is a stranger, and its next session another one', async () => {
  const phone = await shop.visitor()
  await orderFor(shop, phone)
  await shop.sql('DELETE FROM browser WHERE id = $1', [browserOf(phone)])
  expect((await phone.call('GET', visitorPaths.orders)).status).toBe(401)
  const again = await shop.visitor(phone.visitorKey)
  expect(again.visitorKey).not.toBe(phone.visitorKey)
  expect(await ordersOf(again)).toEqual([])
})
