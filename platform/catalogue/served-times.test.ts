import { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { PlacedOrder, Quote } from '#model/shop/orders.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { shopDataTag } from '#platform/shop/load-shop-data.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { cartOf, createShopFixture, quoteFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { changeDish } from './change-dish.ts'
import { changeServed } from './change-category.ts'
import { servedState } from './served-times.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let shop: ShopFixture
let ann: TestVisitor

beforeAll(async () => {
  shop = await createShopFixture()
  ann = await shop.visitor()
  // Tomorrow as well, so that the hour at which the tests run does not matter.
  await shop.sql('UPDATE shop SET ahead_days = 1')
})
afterEach(() => shop.sql('UPDATE category SET served = NULL'))
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

const zone = 'Asia/Shanghai'
/** A period of the shop's wall, in hours from now; never longer than a day. */
function period(from: number, to: number) {
  const now = Temporal.Now.zonedDateTimeISO(zone)
  const wall = (hours: number) => now.add({ hours }).toPlainTime().toString().slice(0, 5)
  return { day: now.add({ hours: from }).dayOfWeek, opens: wall(from), closes: wall(to) }
}
const serveNoodles = async (...times: ReturnType<typeof period>[]) => {
  const { menu } = await shop.shopData()
  await shop.changeShop((at) => changeServed(at, menu.categories[0]?.id ?? '', times))
}
const ask = async (readyAtIso?: string) =>
  ann.call<Quote & { error: { code: string; subjectIds?: string[] } }>('POST', visitorPaths.quotes, {
    channel: 'pickup',
    tableId: null,
    lines: [await cartOf(shop)],
    ...(readyAtIso && { readyAtIso }),
  })
const place = (quote: Quote) =>
  ann.call<PlacedOrder & { error: { code: string } }>('POST', visitorPaths.orders, {
    quoteId: quote.id,
    payAt: 'counter',
    contactPhone: null,
  })

test('breakfast is from six to ten on weekdays, on the clock of the shop', () => {
  const breakfast = [1, 2, 3, 4, 5].map((day) => ({ day, opens: '06:00', closes: '10:00' }))
  const at = (wall: string) => servedState(breakfast, zone, Temporal.ZonedDateTime.from(`${wall}[${zone}]`).toInstant())
  const next = (wall: string) => at(wall).changesAt?.toZonedDateTimeISO(zone).toPlainDateTime().toString()
  expect(at('2026-10-09T05:59').isOpen).toBe(false)
  expect(at('2026-10-09T06:00').isOpen).toBe(true)
  expect(at('2026-10-09T10:00').isOpen).toBe(false)
  // From Friday on the next one is on Monday.
  expect(next('2026-10-09T10:00')).toBe('2026-10-12T06:00:00')
  expect(at('2026-10-10T08:00').isOpen).toBe(false)
})

test('what is not served now is refused by the server, and the menu says when it is', async () => {
  await serveNoodles(period(2, 4))
  const { menu } = await shop.shopData()
  expect(menu.categories[0]?.served?.isOn).toBe(false)
  expect(Date.parse(menu.categories[0]?.served?.changesAtIso ?? '')).toBeGreaterThan(Date.now())
  expect(menu.categories[1]).not.toHaveProperty('served')
  const { body } = await ask()
  expect(body.error).toMatchObject({ code: 'not-on-now', subjectIds: [menu.dishes[0]?.id] })
  await serveNoodles(period(-1, 2))
  expect((await ask()).status).toBe(201)
})

test('what is ordered for later is served then, or not', async () => {
  await serveNoodles(period(-1, 1))
  const { body: now } = await ask()
  const choices = now.promise?.choices ?? []
  const [soon, late] = [choices[1], choices.at(-1)]
  expect((await ask(soon)).status).toBe(201)
  expect((await ask(late)).body.error.code).toBe('not-on-now')
})

test('a quote from shortly before the end still becomes an order, an older one does not', async () => {
  const quote = await quoteFor(shop, ann)
  await serveNoodles(period(-2, 0))
  // Ended within this minute, so within the ten minutes of a quote.
  expect((await place(quote)).status).toBe(201)
  const other = await quoteFor(shop, ann, [await cartOf(shop)]).catch(() => undefined)
  expect(other).toBeUndefined()
})

test('the page is drawn anew when a time begins or ends', async () => {
  const tag = () => shop.inShop(({ tx, programId }) => shopDataTag(tx, programId, 'en'))
  const before = await tag()
  await serveNoodles(period(1, 2))
  const off = await tag()
  await shop.sql('UPDATE category SET served = $1 WHERE served IS NOT NULL', [JSON.stringify([period(-1, 2)])])
  expect(new Set([before, off, await tag()]).size).toBe(3)
})

test('each way to order has its price, and the server alone knows it', async () => {
  const { menu, shop: info } = await shop.shopData()
  const tea = menu.dishes[1]
  const [row] = await shop.sql<{ version: number }>('SELECT version FROM dish WHERE id = $1', [tea?.id])
  const variant = { id: tea?.variants[0]?.id ?? '', priceMinor: 1000, channelMinor: { pickup: 850 } }
  await shop.changeShop((at) => changeDish(at, tea?.id ?? '', { ifVersion: row?.version ?? 0, variants: [variant] }))
  const line = { dishId: tea?.id, variantId: variant.id, quantity: 2, modifiers: [], note: '' }
  const totalOf = async (channel: string, tableId: string | null) =>
    (await ann.call<Quote>('POST', visitorPaths.quotes, { channel, tableId, lines: [line] })).body.totalMinor
  expect(await totalOf('pickup', null)).toBe(1700)
  expect(await totalOf('dine_in', info.tables[0]?.id ?? '')).toBe(2000)
  expect((await shop.shopData()).menu.dishes[1]?.variants[0]).toMatchObject({
    priceMinor: 1000,
    channelMinor: { pickup: 850 },
  })
  const again = { ...variant, channelMinor: { pickup: null } }
  await shop.changeShop((at) =>
    changeDish(at, tea?.id ?? '', { ifVersion: (row?.version ?? 0) + 1, variants: [again] }),
  )
  expect(await totalOf('pickup', null)).toBe(2000)
})
