import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ShopFailure } from '#model/shop/failure.ts'
import type { Order, PlacedOrder, Quote } from '#model/shop/orders.ts'
import type { FlashSaleDefinition } from '#platform/contract/flash-sales.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { withCustomer } from '#platform/db/database.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { knowCustomer, linkBrowser } from '#platform/customers/link-browser.ts'
import { actOnOrder } from '#platform/orders/change-order.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { atCashier, cartOf, createShopFixture, orderFor, quoteFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { changeFlashSale, createFlashSale } from './change-sale.ts'
import { loadMerchantSales } from './load-sales.ts'

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

const hoursFromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
/** The large bowl: 34.00 otherwise. */
async function definition(change: Partial<FlashSaleDefinition> = {}): Promise<FlashSaleDefinition> {
  return {
    variantId: (await shop.shopData()).menu.dishes[0]?.variants[1]?.id ?? '',
    priceMinor: 1990,
    quantity: 100,
    perPerson: 2,
    startsAtIso: hoursFromNow(-1),
    endsAtIso: hoursFromNow(1),
    ...change,
  }
}
/** The only one that runs: those before are paused. */
async function make(change: Partial<FlashSaleDefinition> = {}): Promise<string> {
  for (const { id, version, paused } of await shop.inShop((at) => loadMerchantSales(at)))
    if (!paused) await shop.changeShop((at) => changeFlashSale(at, id, { ifVersion: version, paused: true }))
  const wish = await definition(change)
  return (await shop.changeShop((at) => createFlashSale(at, wish))).saleId
}
const figures = async (saleId: string) => (await shop.inShop((at) => loadMerchantSales(at, saleId)))[0]
const bowls = (quantity: number, change: Record<string, unknown> = {}) =>
  cartOf(shop, { quantity, ...change }).then((line) => [{ ...line, modifiers: line.modifiers.slice(0, 1) }])
const place = (visitor: TestVisitor, quoteId: string, payAt: 'online' | 'counter' = 'counter') =>
  visitor.call<PlacedOrder & { error: ShopFailure }>('POST', visitorPaths.orders, {
    quoteId,
    payAt,
    contactPhone: null,
  })
const act = (order: Pick<Order, 'id'>, action: Parameters<typeof actOnOrder>[2]) =>
  shop.inShop((at) => actOnOrder(at, order.id, action, { actor: 'user:owner', reason: '' }))
const shownSale = async () => (await shop.shopData()).menu.dishes[0]?.variants[1]
const codeOf = (error: unknown) => (error instanceof ShopRefusal ? error.failure.code : error)
const perUnit = ({ lines }: Pick<Quote, 'lines'>) => lines.map(({ quantity, unitMinor }) => [quantity, unitMinor])

test('of fifty bowls on sale 120 people who want two each buy fifty, at most two each, and nobody is told a wrong price', async () => {
  const saleId = await make({ quantity: 50 })
  const people = await Promise.all(Array.from({ length: 120 }, () => shop.visitor()))
  const lines = await bowls(2)
  // Each from two quotes of their own, all sent at once.
  const quotes = await Promise.all(
    people.flatMap((person) => [1, 2].map(async () => ({ person, quote: await quoteFor(shop, person, lines) }))),
  )
  expect(quotes.every(({ quote }) => quote.totalMinor === 2 * 1990)).toBe(true)
  const replies = await Promise.all(quotes.map(({ person, quote }) => place(person, quote.id)))
  const placed = replies.filter(({ status }) => status === 201)
  expect(placed).toHaveLength(25)
  expect(placed.every(({ body }) => body.order.totalMinor === 2 * 1990)).toBe(true)
  const refused = replies.filter(({ status }) => status !== 201)
  expect(new Set(refused.map(({ status, body }) => `${status} ${body.error.code}`))).toEqual(
    new Set(['409 price-changed']),
  )
  expect(await figures(saleId)).toMatchObject({ sold: 50, quantity: 50 })
  const [bought] = await shop.sql<{ pieces: number; people: number }>(
    `SELECT sum(l.quantity)::int AS pieces, count(DISTINCT o.visitor_id)::int AS people FROM shop_order o
     JOIN order_line l ON l.order_id = o.id JOIN flash_sale_take t ON t.order_id = o.id
     WHERE t.sale_id = $1 AND l.unit_minor = 1990`,
    [saleId],
  )
  expect(bought).toEqual({ pieces: 50, people: 25 })
  expect(shop.logged.filter(({ event }) => event === 'visitor-request-failed')).toEqual([])
  const [deadlocks] = await shop.sql<{ deadlocks: number }>(
    'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
  )
  expect(deadlocks).toEqual({ deadlocks: 0 })
  // Whoever comes now pays what it costs otherwise.
  expect((await quoteFor(shop, await shop.visitor(), lines)).totalMinor).toBe(2 * 3400)
  expect(await shownSale()).toMatchObject({ priceMinor: 3400, sale: { state: 'gone', percentSold: 100, left: 0 } })
})

test('who wants more than a person gets pays the usual price for what is over, now and later', async () => {
  await make({ perPerson: 2 })
  const ann = await shop.visitor()
  const quote = await quoteFor(shop, ann, await bowls(3))
  expect(perUnit(quote)).toEqual([
    [2, 1990],
    [1, 3400],
  ])
  expect(quote.totalMinor).toBe(2 * 1990 + 3400)
  const { body } = await place(ann, quote.id)
  expect(body.order).toMatchObject({ totalMinor: quote.totalMinor })
  expect(perUnit(body.order)).toEqual(perUnit(quote))
  expect(perUnit(await quoteFor(shop, ann, await bowls(1)))).toEqual([[1, 3400]])
  expect(perUnit(await quoteFor(shop, await shop.visitor(), await bowls(1)))).toEqual([[1, 1990]])
})

test('options cost what they always cost', async () => {
  await make()
  const quote = await quoteFor(shop, await shop.visitor())
  expect(perUnit(quote)).toEqual([[1, 1990 + 200]])
})

test('one key orders once: a sale is not taken twice', async () => {
  const saleId = await make()
  const ann = await shop.visitor()
  const quote = await quoteFor(shop, ann, await bowls(2))
  const key = randomUUID()
  const body = { quoteId: quote.id, payAt: 'counter', contactPhone: null }
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => ann.call<PlacedOrder>('POST', visitorPaths.orders, body, key)),
  )
  expect(new Set(replies.map((reply) => `${reply.status} ${reply.body.order.id}`)).size).toBe(1)
  expect(await figures(saleId)).toMatchObject({ sold: 2 })
})

test('what an order had is back when it is called off or never paid, once', async () => {
  const saleId = await make({ quantity: 4, perPerson: 4 })
  const [ann, bo] = await Promise.all([shop.visitor(), shop.visitor()])
  const { order } = await orderFor(shop, ann, 'counter', await bowls(2))
  const unpaid = await orderFor(shop, bo, 'online', await bowls(2))
  expect(await figures(saleId)).toMatchObject({ sold: 4 })
  expect(perUnit(await quoteFor(shop, bo, await bowls(1)))).toEqual([[1, 3400]])
  await act(order, 'reject')
  expect(await figures(saleId)).toMatchObject({ sold: 2 })
  expect(perUnit(await quoteFor(shop, ann, await bowls(4)))).toEqual([
    [2, 1990],
    [2, 3400],
  ])
  await shop.sql(`UPDATE shop_order SET expires_at = now() - interval '1 minute' WHERE id = $1`, [unpaid.order.id])
  await shop.sql(`UPDATE shop_timer SET due_at = now() WHERE subject_id = $1`, [unpaid.order.id])
  await shop.commerce.runDue()
  expect(await figures(saleId)).toMatchObject({ sold: 0 })
  // The money comes after all: it goes back, and nothing of the sale is taken for it.
  await atCashier(unpaid.payment?.cashierUrl ?? '')
  await shop.commerce.runDue()
  expect(await figures(saleId)).toMatchObject({ sold: 0 })
})

test('pages show it at once, and again when it begins, ends and sells', async () => {
  const version = async () =>
    (
      await shop.sql<{ v: number }>('SELECT data_version::int AS v FROM program WHERE id = $1', [
        shop.program.programId,
      ])
    )[0]?.v ?? 0
  const before = await version()
  const saleId = await make({ quantity: 10, startsAtIso: hoursFromNow(1), endsAtIso: hoursFromNow(2) })
  expect(await version()).toBeGreaterThan(before)
  expect(await shownSale()).toMatchObject({
    priceMinor: 3400,
    sale: { id: saleId, state: 'soon', priceMinor: 1990, regularMinor: 3400, perPerson: 2, percentSold: 0, left: null },
  })
  expect((await quoteFor(shop, await shop.visitor(), await bowls(1))).totalMinor).toBe(3400)

  const turn = async () => {
    const was = await version()
    await shop.sql(
      `UPDATE shop_timer SET due_at = now() WHERE id = (
      SELECT id FROM shop_timer WHERE subject_id = $1 ORDER BY due_at LIMIT 1)`,
      [saleId],
    )
    await shop.commerce.runDue()
    expect(await version()).toBe(was + 1)
  }
  await shop.sql(`UPDATE flash_sale SET starts_at = now() - interval '1 second' WHERE id = $1`, [saleId])
  await turn()
  expect(await shownSale()).toMatchObject({ priceMinor: 1990, sale: { state: 'on' } })

  const sold = await version()
  await orderFor(shop, await shop.visitor(), 'counter', await bowls(2))
  await shop.commerce.runDue()
  expect(await version()).toBe(sold + 1)
  expect(await shownSale()).toMatchObject({ sale: { percentSold: 20 } })

  await shop.sql(`UPDATE flash_sale SET ends_at = now() WHERE id = $1`, [saleId])
  await turn()
  expect((await shownSale())?.sale).toBeUndefined()
  expect(await shownSale()).toMatchObject({ priceMinor: 3400 })
})

test('a quote from before a sale ended is not charged: the customer is told that the price changed', async () => {
  const saleId = await make()
  const ann = await shop.visitor()
  const quote = await quoteFor(shop, ann, await bowls(1))
  await shop.changeShop((at) => changeFlashSale(at, saleId, { ifVersion: 1, paused: true }))
  expect((await place(ann, quote.id)).body.error.code).toBe('price-changed')
  expect(await figures(saleId)).toMatchObject({ sold: 0 })
})

test('a sale that contradicts itself, the dish’s price or another sale is refused with a reason', async () => {
  const saleId = await make()
  const refused = async (change: Partial<FlashSaleDefinition>) => {
    const wish = await definition(change)
    return shop.changeShop((at) => createFlashSale(at, wish)).catch(codeOf)
  }
  expect(await refused({ endsAtIso: hoursFromNow(-2) })).toBe('bad-request')
  expect(await refused({ startsAtIso: hoursFromNow(-3), endsAtIso: hoursFromNow(-2) })).toBe('bad-request')
  expect(await refused({ priceMinor: 3400 })).toBe('bad-request')
  expect(await refused({ variantId: randomUUID() })).toBe('not-found')
  expect(await refused({ startsAtIso: hoursFromNow(0.5), endsAtIso: hoursFromNow(3) })).toBe('conflict')
  expect(await refused({ startsAtIso: hoursFromNow(1.5), endsAtIso: hoursFromNow(3) })).toHaveProperty('saleId')
  const change = async (ifVersion: number, wish: Partial<FlashSaleDefinition>) => {
    const whole = await definition(wish)
    return shop.changeShop((at) => changeFlashSale(at, saleId, { ifVersion, definition: whole })).catch(codeOf)
  }
  await orderFor(shop, await shop.visitor(), 'counter', await bowls(2))
  expect(await change(1, { quantity: 1 })).toBe('bad-request')
  expect(await change(7, {})).toBe('conflict')
  expect(await change(1, { endsAtIso: hoursFromNow(2) })).toBe('conflict')
  expect(await change(1, { quantity: 3, priceMinor: 1500 })).toBeUndefined()
  expect(await figures(saleId)).toMatchObject({ quantity: 3, priceMinor: 1500, sold: 2, version: 2 })
})

test('a dish that became cheaper than its sale is sold at its own price, and takes nothing from the sale', async () => {
  const saleId = await make()
  const { variantId } = await definition()
  await shop.sql('UPDATE dish_variant SET price_minor = 1500 WHERE id = $1', [variantId])
  const ann = await shop.visitor()
  expect(perUnit(await quoteFor(shop, ann, await bowls(1)))).toEqual([[1, 1500]])
  expect((await shownSale())?.sale).toBeUndefined()
  await orderFor(shop, ann, 'counter', await bowls(1))
  expect(await figures(saleId)).toMatchObject({ sold: 0 })
  await shop.sql('UPDATE dish_variant SET price_minor = 3400 WHERE id = $1', [variantId])
})

test('a person on two browsers has what both bought, and gets no more of it', async () => {
  const saleId = await make({ perPerson: 2 })
  const [phone, tablet] = await Promise.all([shop.visitor(), shop.visitor()])
  await orderFor(shop, phone, 'counter', await bowls(1))
  const { order } = await orderFor(shop, tablet, 'counter', await bowls(2))
  const who = uuidv7()
  await withCustomer(shop.database.db, who, (tx) => tx.insertInto('customer').values({ id: who }).execute())
  for (const { token } of [phone, tablet]) {
    const { b: browser } = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { b: string }
    await shop.inShop(async (at) =>
      linkBrowser(at, browser, { customerId: await knowCustomer(at, who), session: null }),
    )
  }
  expect(perUnit(await quoteFor(shop, phone, await bowls(1)))).toEqual([[1, 3400]])
  await act(order, 'reject')
  expect(await figures(saleId)).toMatchObject({ sold: 1 })
  expect(perUnit(await quoteFor(shop, tablet, await bowls(2)))).toEqual([
    [1, 1990],
    [1, 3400],
  ])
})
