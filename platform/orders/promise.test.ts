import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Order, PlacedOrder, Quote } from '#model/shop/orders.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { cartOf, createShopFixture } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { actOnOrder } from './change-order.ts'

// Real transactions by the hundred, on machines that do other things as well.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let shop: ShopFixture
let ann: TestVisitor

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20 })
  ann = await shop.visitor()
})
// Tomorrow as well, so that the hour at which the tests run does not matter.
beforeEach(() => rules({ lead_minutes: 20, orders_per_quarter: null, ahead_days: 1 }))
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

async function rules(change: { readonly [column: string]: number | string | boolean | null }): Promise<void> {
  const columns = Object.keys(change).map((column, at) => `${column} = $${at + 1}`)
  await shop.sql(`UPDATE shop SET ${columns.join()}`, Object.values(change))
}

const ask = async (who: TestVisitor, readyAtIso?: string | null) =>
  who.call<Quote & { error: { code: string } }>('POST', visitorPaths.quotes, {
    channel: 'pickup',
    tableId: null,
    lines: [await cartOf(shop)],
    ...(readyAtIso !== undefined && { readyAtIso }),
  })
const place = (who: TestVisitor, quote: Quote) =>
  who.call<PlacedOrder & { error: { code: string } }>('POST', visitorPaths.orders, {
    quoteId: quote.id,
    payAt: 'counter',
    contactPhone: null,
  })
const minutesFrom = (ms: number, iso = '') => (Date.parse(iso) - ms) / 60_000
const takenOf = async (iso: string) =>
  (await shop.sql<{ taken: number }>('SELECT taken FROM order_quarter WHERE starts_at = $1', [iso]))[0]?.taken

test('what is carried away is promised for when the kitchen can have it, and the order keeps the promise', async () => {
  const { body: quote } = await ask(ann)
  expect(quote.promise?.isAsap).toBe(true)
  const minutes = minutesFrom(Date.now(), quote.promise?.atIso)
  expect(minutes).toBeGreaterThan(19)
  expect(minutes).toBeLessThan(26)
  expect(quote.promise?.choices.length).toBeGreaterThan(90)
  const { order } = (await place(ann, quote)).body
  // A boundary of five minutes may lie between the two.
  expect(minutesFrom(Date.parse(quote.promise?.atIso ?? ''), order.promise?.atIso)).toBeLessThanOrEqual(5)
  const [row] = await shop.sql<{ wall: string; local: string }>(
    `SELECT promised_wall AS wall, to_char(promised_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS local
     FROM shop_order WHERE id = $1`,
    [order.id],
  )
  expect(row?.wall).toBe(row?.local)
})

test('a time that was chosen is the time of the order; what was never offered is refused', async () => {
  const choice = (await ask(ann)).body.promise?.choices[8] ?? ''
  const { body: quote } = await ask(ann, choice)
  expect(quote.promise).toMatchObject({ atIso: choice, isAsap: false })
  expect((await place(ann, quote)).body.order.promise).toEqual({
    atIso: new Date(choice).toISOString(),
    isAsap: false,
  })
  const oddMinute = new Date(Date.parse(choice) + 60_000).toISOString()
  const yesterday = new Date(Date.now() - 86_400_000).toISOString()
  for (const wish of [oddMinute, yesterday, '2030-01-01T00:00:00Z', 'soon']) {
    const { status, body } = await ask(ann, wish)
    expect([wish, status, body.error.code]).toEqual([wish, 409, 'slot-taken'])
  }
  await rules({ ahead_days: null })
  expect((await ask(ann, choice)).body.error.code).toBe('slot-taken')
  expect((await ask(ann)).body.promise).toMatchObject({ isAsap: true, choices: [] })
})

test('who eats here is promised no time', async () => {
  const { shop: info } = await shop.shopData()
  const line = await cartOf(shop)
  const { body } = await ann.call<Quote>('POST', visitorPaths.quotes, {
    channel: 'dine_in',
    tableId: info.tables[0]?.id,
    lines: [line],
  })
  expect(body.promise).toBeUndefined()
  expect((await place(ann, body)).body.order.promise).toBeUndefined()
})

test('of 120 people at once for a quarter that takes five, five have it; one that is called off makes room for one', async () => {
  await rules({ orders_per_quarter: 5 })
  const choice = (await ask(ann)).body.promise?.choices[20] ?? ''
  const people = await Promise.all(Array.from({ length: 120 }, () => shop.visitor()))
  const quotes = await Promise.all(people.map((each) => ask(each, choice)))
  const replies = await Promise.all(people.map((each, at) => place(each, quotes[at]!.body)))
  const placed = replies.filter(({ status }) => status === 201)
  expect(placed).toHaveLength(5)
  expect(new Set(replies.filter(({ status }) => status !== 201).map(({ body }) => body.error.code))).toEqual(
    new Set(['slot-taken']),
  )
  expect(await takenOf(choice)).toBe(5)
  expect((await ask(ann, choice)).body.error.code).toBe('slot-taken')
  expect((await ask(ann)).body.promise?.choices).not.toContain(choice)
  const id = placed[0]?.body.order.id ?? ''
  await shop.inShop((at) => actOnOrder(at, id, 'reject', { actor: 'user:x', reason: '' }))
  expect(await takenOf(choice)).toBe(4)
  const again = await Promise.all(
    people.slice(0, 20).map(async (each) => place(each, (await ask(each, choice)).body ?? quotes[0]!.body)),
  )
  expect(again.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(await takenOf(choice)).toBe(5)
})

test('as soon as possible moves on to the next quarter with room, and never far from what was said', async () => {
  await rules({ orders_per_quarter: 4 })
  const people = await Promise.all(Array.from({ length: 40 }, () => shop.visitor()))
  const quotes = await Promise.all(people.map((each) => ask(each)))
  const replies = await Promise.all(people.map((each, at) => place(each, quotes[at]!.body)))
  const orders = replies.flatMap(({ status, body }) => (status === 201 ? [body.order] : []))
  expect(orders.length).toBeGreaterThanOrEqual(4)
  expect(orders.length).toBeLessThan(40)
  for (const [at, { status, body }] of replies.entries()) {
    if (status === 201)
      expect(
        minutesFrom(Date.parse(quotes[at]?.body.promise?.atIso ?? ''), body.order.promise?.atIso),
      ).toBeLessThanOrEqual(15)
    else expect(body.error.code).toBe('slot-taken')
  }
  const crowded = await shop.sql(
    'SELECT quarter_at FROM shop_order WHERE promised_asap AND quarter_at IS NOT NULL GROUP BY quarter_at HAVING count(*) > 4',
  )
  expect(crowded).toEqual([])
  // Whoever asks now hears of the time that there still is.
  const { body: next } = await ask(ann)
  expect(next.promise?.isAsap).toBe(true)
  expect((await place(ann, next)).status).toBe(201)
})

test('a shop whose day is full says so, and a draft that nobody pays gives its room back', async () => {
  await rules({ orders_per_quarter: 1, ahead_days: 1 })
  const choice = (await ask(ann)).body.promise?.choices[40] ?? ''
  const { body: quote } = await ask(ann, choice)
  const { body } = await ann.call<PlacedOrder>('POST', visitorPaths.orders, {
    quoteId: quote.id,
    payAt: 'online',
    contactPhone: null,
  })
  expect(await takenOf(choice)).toBe(1)
  await shop.sql('UPDATE shop_order SET expires_at = now() WHERE id = $1', [body.order.id])
  await shop.sql("UPDATE shop_timer SET due_at = now() WHERE subject_id = $1 AND kind = 'order-expiry'", [
    body.order.id,
  ])
  await shop.commerce.runDue()
  expect((await ann.call<Order>('GET', visitorPaths.order(body.order.id))).body.status).toBe('expired')
  expect(await takenOf(choice)).toBe(0)
  await shop.sql(
    `INSERT INTO order_quarter (tenant_id, program_id, starts_at, taken)
     SELECT s.tenant_id, s.program_id, q, 1 FROM shop s,
       generate_series(to_timestamp(floor(extract(epoch FROM now()) / 900) * 900), now() + interval '3 days', '15 minutes') q
     ON CONFLICT (tenant_id, program_id, starts_at) DO UPDATE SET taken = 1`,
  )
  const full = await ask(ann)
  expect([full.status, full.body.error.code]).toEqual([409, 'kitchen-full'])
  await shop.sql('DELETE FROM order_quarter WHERE NOT EXISTS (SELECT FROM shop_order o WHERE o.quarter_at = starts_at)')
  await shop.sql('UPDATE order_quarter SET taken = (SELECT count(*) FROM shop_order o WHERE o.quarter_at = starts_at)')
})

test('while it is closed a shop takes orders for when it is open, if it plans ahead', async () => {
  const [before] = await shop.sql<{ hours: unknown }>('SELECT hours FROM shop')
  const day = (hours: number) => new Date(Date.now() + (8 + hours) * 3_600_000).toISOString().slice(0, 10)
  // Closed today in Shanghai, open tomorrow from ten.
  const exceptions = [-24, 0].map((hours) => ({ date: day(hours), periods: [], note: '' }))
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((each) => ({ day: each, opens: '10:00', closes: '14:00' }))
  await rules({ hours: JSON.stringify({ weekly, exceptions }) })
  expect((await shop.shopData()).shop.takesOrdersAhead).toBe(true)
  const { body: quote } = await ask(ann)
  expect(quote.promise).toMatchObject({ isAsap: false })
  expect(quote.promise?.choices).toHaveLength(15)
  expect(quote.promise?.atIso).toBe(quote.promise?.choices[0])
  expect((await place(ann, quote)).body.order.promise?.atIso).toBe(new Date(quote.promise?.atIso ?? '').toISOString())
  await rules({ ahead_days: null })
  expect((await ask(ann)).body.error.code).toBe('closed')
  expect((await shop.shopData()).shop).not.toHaveProperty('takesOrdersAhead')
  await rules({ hours: JSON.stringify(before?.hours) })
})
