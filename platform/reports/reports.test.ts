/** What a report says of a shop whose day starts at four in the morning, in Shanghai. */
import { Temporal } from 'temporal-polyfill'
import { beforeAll, afterAll, expect, test, vi } from 'vitest'
import { visitorPaths } from '#platform/contract/routes.ts'
import { reportDays, salesReport } from '#platform/contract/reports.ts'
import type { SalesReport } from '#platform/contract/reports.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { createShopFixture, orderFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { loadReport } from './load-report.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const zone = 'Asia/Shanghai'
let shop: ShopFixture
let today: Temporal.PlainDate
let empty: SalesReport

const report = (days = 28) => shop.inShop((at) => loadReport(at, days, 'en'))
/** An hour on the shop's clock, some days ago. */
const hourOn = (daysAgo: number, hour: number): Temporal.ZonedDateTime =>
  today.subtract({ days: daysAgo }).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) })

/** Ordered at the counter and paid, at another time than now. One bowl costs 36.00. */
async function sell(visitor: TestVisitor, daysAgo: number, hour: number, change = ''): Promise<void> {
  const { order } = await orderFor(shop, visitor)
  const at = hourOn(daysAgo, hour)
  const day = at.subtract({ hours: 4 }).toPlainDate().toString()
  const paid = `UPDATE shop_order SET status = 'completed', pay_status = 'paid', placed_at = $2, paid_at = $2, business_date = $3`
  await shop.sql(`${paid} WHERE id = $1`, [order.id, at.toInstant().toString(), day])
  if (change) await shop.sql(`UPDATE shop_order SET ${change} WHERE id = $1`, [order.id])
}

async function book(daysAgo: number, hour: number, status: string): Promise<void> {
  const [service] = await shop.sql<{ id: string }>(`SELECT id FROM service WHERE program_id = $1 ORDER BY id LIMIT 1`, [
    shop.program.programId,
  ])
  const [visitor] = await shop.sql<{ id: string }>('SELECT id FROM visitor WHERE program_id = $1 LIMIT 1', [
    shop.program.programId,
  ])
  const at = hourOn(daysAgo, hour).toInstant()
  await shop.sql(
    `INSERT INTO booking (tenant_id, program_id, id, service_id, visitor_id, code, status, starts_at, ends_at, time_zone, wall_start, party_size)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', 3)`,
    [
      shop.program.tenantId,
      shop.program.programId,
      uuidv7(),
      service?.id,
      visitor?.id,
      uuidv7().slice(-8),
      status,
    ].concat([at.toString(), at.add({ minutes: 60 }).toString(), zone]),
  )
}

beforeAll(async () => {
  shop = await createShopFixture()
  empty = await report()
  today = Temporal.PlainDate.from(empty.toDay)
  const [ann, bo, cy] = [await shop.visitor(), await shop.visitor(), await shop.visitor()]
  for (const member of [ann, bo])
    await member.call('POST', visitorPaths.card, { name: 'A member', phone: '13800138000', consent: true })
  // Ann comes back; Bo and Cy come once, and Cy is no member.
  await sell(ann, 40, 12)
  await sell(ann, 3, 12)
  await sell(bo, 3, 12, `refunded_minor = 600, pay_status = 'part_refunded'`)
  // Half past two at night still belongs to the day before.
  await sell(cy, 2, 2)
  // Given back whole, and called off: no sales.
  await sell(cy, 3, 13, `refunded_minor = total_minor, pay_status = 'refunded'`)
  await sell(cy, 3, 13, `status = 'cancelled'`)
  // Ordered and not paid yet.
  await orderFor(shop, cy)
  for (const status of ['confirmed', 'completed', 'no_show', 'cancelled', 'expired']) await book(3, 19, status)
  await book(2, 1, 'completed')
})
afterAll(() => shop.close())

test('a shop that never sold anything has a report of noughts for each time', async () => {
  expect(empty.hasAny).toBe(false)
  expect(empty.totals).toMatchObject({ orders: 0, salesMinor: 0, refundedMinor: 0, bookings: 0, guests: 0 })
  expect([empty.series.length, empty.hours.length, empty.channels, empty.dishes]).toEqual([28, 24, [], []])
  for (const days of reportDays) {
    const told = salesReport.parse(await report(Number(days)))
    expect(told.series).toHaveLength(Math.max(14, Number(days)))
  }
})

test('sales are what was paid less what was given back, on the shop’s own days', async () => {
  const told = await report()
  expect(told).toMatchObject({ hasAny: true, currency: 'CNY' })
  expect(told.totals).toMatchObject({ orders: 3, salesMinor: 3600 * 3 - 600, refundedMinor: 600 + 3600 })
  expect(told.before).toMatchObject({ orders: 1, salesMinor: 3600 })
  const onDay = (daysAgo: number) => told.series.find(({ day }) => day === today.subtract({ days: daysAgo }).toString())
  // Two at noon, and one of the night after.
  expect(onDay(3)).toMatchObject({ orders: 3, salesMinor: 3600 * 3 - 600 })
  expect(onDay(2)).toMatchObject({ orders: 0, salesMinor: 0 })
})

test('hours follow the shop’s clock, from the start of its day', async () => {
  const { hours } = await report()
  expect(hours.map(({ hour }) => hour)).toEqual([...Array.from({ length: 20 }, (_, at) => at + 4), 0, 1, 2, 3])
  expect(hours.filter(({ orders }) => orders > 0)).toEqual([
    { hour: 12, orders: 2, salesMinor: 3600 * 2 - 600 },
    { hour: 2, orders: 1, salesMinor: 3600 },
  ])
})

test('dishes and ways of selling add up to what was sold', async () => {
  const { dishes, channels } = await report()
  expect(dishes).toMatchObject([{ quantity: 3, salesMinor: 3600 * 3 }])
  expect(channels).toEqual([{ channel: 'pickup', orders: 3, salesMinor: 3600 * 3 - 600 }])
})

test('members who bought on an earlier day too have come back', async () => {
  expect((await report()).members).toEqual({
    ...{ buyers: 2, returning: 1, salesMinor: 3600 * 2 - 600, returningSalesMinor: 3600 },
  })
  // Ann’s day of three days ago is no return when nothing but that day is asked about and nothing was before it.
  expect((await report(90)).members).toMatchObject({ buyers: 2, returning: 1, salesMinor: 3600 * 3 - 600 })
})

test('bookings count on the day that they begin, and those that did not happen are told apart', async () => {
  const { totals, services, series } = await report()
  expect(totals).toMatchObject({ bookings: 3, guests: 9 })
  expect(services).toMatchObject([{ bookings: 3, guests: 9, cancelled: 1, noShows: 1 }])
  // One o’clock at night belongs to the day before.
  expect(series.find(({ day }) => day === today.subtract({ days: 3 }).toString())?.bookings).toBe(3)
})

test('a pay button’s payment counts on the business day that it was made', async () => {
  const ann = await shop.visitor()
  const { order } = await orderFor(shop, ann, 'online')
  const at = hourOn(5, 3).toInstant().toString()
  await shop.sql(
    `UPDATE payment SET order_id = NULL, node_id = 'n1', status = 'succeeded', captured_minor = amount_minor, provider_txn = 't', paid_at = $2
      WHERE order_id = $1`,
    [order.id, at],
  )
  const { channels, series } = await report()
  expect(channels).toContainEqual({ channel: 'direct', orders: 1, salesMinor: 3600 })
  expect(series.find(({ day }) => day === today.subtract({ days: 6 }).toString())).toMatchObject({ orders: 1 })
})
