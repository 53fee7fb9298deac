/** Every pair of states, deposits and what becomes of them, requests that the shop answers: on a real database. */
import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { bookingStatusAfter, mayAct, waitingStatuses } from '#model/shop/booking-moves.ts'
import { bookingAction, bookingStatus } from '#model/shop/bookings.ts'
import type { Booking, BookingAction, BookingStatus, Hold } from '#model/shop/bookings.ts'
import type { PaymentIntent } from '#model/shop/orders.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { testSeed } from '#platform/shop/testing/seed.ts'
import { atCashier, createShopFixture } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import type { ServiceSeed } from '#templates/template.ts'
import { actOnBooking } from './change-booking.ts'
import { moveBooking } from './move-booking.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const both = (text: string) => ({ en: text, 'zh-CN': text })
const plain: ServiceSeed = {
  key: '',
  kind: 'appointment',
  name: both('Plain'),
  description: both(''),
  durationMinutes: 60,
  slotStepMinutes: 60,
  priceMinor: 20_000,
  minParty: 1,
  maxParty: 1,
  minNoticeMinutes: 0,
  maxAdvanceDays: 366,
  staff: [both('Ann')],
}
const deposit = { amountMinor: 5_001, freeCancelMinutes: 1440, lateRefundPercent: 50 }
const services: readonly ServiceSeed[] = [
  { ...plain, key: 'plain' },
  { ...plain, key: 'asked', name: both('Asked'), needsApproval: true },
  { ...plain, key: 'paid', name: both('Paid'), deposit },
  { ...plain, key: 'both', name: both('Both'), deposit, needsApproval: true },
]

let shop: ShopFixture
let zone: string
let ann: TestVisitor
const ids = new Map<string, string>()
let nextDay = 1

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20, seed: { ...testSeed, services } })
  const data = await shop.shopData()
  zone = data.shop.timeZone
  for (const { id, name } of data.services) ids.set(name, id)
  ann = await shop.visitor()
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

type Refusable<Body> = Body & { error: { code: string } }
const at = (days: number, time = '12:00') =>
  Temporal.Now.zonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days })
    .toZonedDateTime({ timeZone: zone, plainTime: time })
    .toInstant()
    .toString()
const contact = { name: 'Bo', phone: '13800138000', note: '', consent: true }

/** On a day of its own. */
async function book(name: string): Promise<Booking> {
  const wish = { serviceId: ids.get(name), startsAtIso: at(++nextDay), partySize: 1 }
  const { bookingId } = (await ann.call<Hold>('POST', visitorPaths.holds, wish)).body
  return (await ann.call<Booking>('POST', visitorPaths.bookings, { bookingId, ...contact })).body
}
const pay = (bookingId: string, key = randomUUID()) =>
  ann.call<Refusable<PaymentIntent>>(
    'POST',
    visitorPaths.payDeposit(bookingId),
    { returnTo: '/book?from=cashier' },
    key,
  )
async function bookAndPay(name: string): Promise<Booking> {
  const booked = await book(name)
  await atCashier((await pay(booked.id)).body.cashierUrl)
  await shop.commerce.runDue()
  return own(booked.id)
}
const act = (bookingId: string, action: BookingAction) =>
  shop.inShop((tx) => actOnBooking(tx, bookingId, action, 'user:owner'))
const cancel = (bookingId: string) => ann.call<Refusable<Booking>>('POST', visitorPaths.cancelBooking(bookingId))
async function own(bookingId: string): Promise<Booking> {
  const found = (await ann.call<Booking[]>('GET', visitorPaths.bookings)).body.find(({ id }) => id === bookingId)
  if (!found) throw new Error('no such booking')
  return found
}
async function startIn(bookingId: string, minutes: number): Promise<void> {
  await shop.sql(
    `UPDATE booking SET starts_at = now() + $2 * interval '1 minute', ends_at = now() + ($2 + 60) * interval '1 minute' WHERE id = $1`,
    [bookingId, minutes],
  )
  await shop.sql(
    `UPDATE booking_resource r SET during = tstzmultirange(tstzrange(b.starts_at, b.ends_at))
     FROM booking b WHERE b.id = r.booking_id AND b.id = $1`,
    [bookingId],
  )
}
async function timeIsOver(bookingId: string): Promise<void> {
  await shop.sql('UPDATE booking SET hold_until = now() WHERE id = $1', [bookingId])
  await shop.sql('UPDATE shop_timer SET due_at = now() WHERE subject_id = $1', [bookingId])
  await shop.commerce.runDue()
}

test('every pair of states that is not in the table is refused with 409, and nothing changes', async () => {
  const booked = await book('Plain')
  await startIn(booked.id, -5)
  const { id } = booked
  const everything = () =>
    shop.sql(
      `SELECT b.*, (SELECT count(*) FROM booking_event e WHERE e.booking_id = b.id) AS events,
         (SELECT count(*) FROM payment p WHERE p.booking_id = b.id) AS payments,
         (SELECT array_agg(r.active) FROM booking_resource r WHERE r.booking_id = b.id) AS places
       FROM booking b WHERE b.id = $1`,
      [id],
    )
  const refused = new Map<string, (status: BookingStatus) => boolean>()
  // Begun five minutes ago: what is confirmed is the shop's to change.
  refused.set('confirm', (status) => status !== 'held')
  refused.set('pay', (status) => status !== 'unpaid')
  refused.set('cancel', (status) => status !== 'held')
  refused.set('move', () => true)
  const asCustomer: { readonly [name: string]: () => Promise<{ readonly status: number }> } = {
    confirm: () => ann.call('POST', visitorPaths.bookings, { bookingId: id, ...contact }),
    pay: () => pay(id),
    cancel: () => cancel(id),
    move: () => ann.call('POST', visitorPaths.moveBooking(id), { startsAtIso: at(300), partySize: 1 }),
  }
  let tried = 0
  for (const status of bookingStatus.options) {
    const waits = (waitingStatuses as readonly BookingStatus[]).includes(status)
    await shop.sql(`UPDATE booking SET status = $2, hold_until = CASE WHEN $3 THEN $4::timestamptz END WHERE id = $1`, [
      id,
      status,
      waits,
      at(1),
    ])
    const before = await everything()
    for (const [name, call] of Object.entries(asCustomer)) {
      if (!refused.get(name)?.(status)) continue
      expect([name, status, (await call()).status]).toEqual([name, status, 409])
      tried++
      expect(await everything()).toEqual(before)
    }
    for (const action of bookingAction.options) {
      if (mayAct(status, action)) continue
      const failure = await act(id, action).catch((error: unknown) => error)
      const expected = status === 'held' ? 'not-found' : 'conflict'
      expect([status, action, failure instanceof ShopRefusal && failure.failure.code]).toEqual([
        status,
        action,
        expected,
      ])
      tried++
      expect(await everything()).toEqual(before)
    }
    if (status !== 'confirmed') {
      const to = { startsAtIso: at(301), ifVersion: booked.version }
      const failure = await shop.inShop((tx) => moveBooking(tx, id, to, 'user:owner')).catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(ShopRefusal)
      tried++
      expect(await everything()).toEqual(before)
    }
  }
  expect(tried).toBeGreaterThan(70)
  await shop.sql("UPDATE booking SET status = 'confirmed', hold_until = NULL WHERE id = $1", [id])
  for (const action of ['check-in', 'complete'] as const) await act(id, action)
  expect((await own(id)).status).toBe(bookingStatusAfter.complete)
})

test('nobody fails to come before it begins', async () => {
  const { id } = await book('Plain')
  await expect(act(id, 'no-show')).rejects.toThrow('before it begins')
  await startIn(id, -1)
  await act(id, 'no-show')
  expect((await own(id)).status).toBe('no_show')
})

test('a request waits for the shop, keeps its place meanwhile, and is accepted or declined', async () => {
  const asked = await book('Asked')
  expect([asked.status, asked.waitsUntilIso !== undefined]).toEqual(['requested', true])
  const same = { serviceId: ids.get('Plain'), startsAtIso: asked.startsAtIso, partySize: 1 }
  const other = await shop.visitor()
  expect((await other.call('POST', visitorPaths.holds, same)).status).toBe(409)
  await act(asked.id, 'accept')
  expect((await own(asked.id)).status).toBe('confirmed')

  const second = await book('Asked')
  await act(second.id, 'decline')
  expect((await own(second.id)).status).toBe('declined')
  const again = await other.call('POST', visitorPaths.holds, { ...same, startsAtIso: second.startsAtIso })
  expect(again.status).toBe(201)
})

test('a request that nobody answers runs out, and the customer is told', async () => {
  const asked = await book('Asked')
  await timeIsOver(asked.id)
  expect((await own(asked.id)).status).toBe('expired')
})

test('with a deposit it is confirmed when that is paid, once, however often the button is pressed', async () => {
  const booked = await book('Paid')
  expect(booked).toMatchObject({ status: 'unpaid', priceMinor: 20_000, deposit: { ...deposit, paidMinor: 0 } })
  const ways = await Promise.all([pay(booked.id), pay(booked.id), pay(booked.id)])
  expect(new Set(ways.map(({ status, body }) => `${status} ${body.paymentId}`)).size).toBe(1)
  expect(ways[0]?.body).toMatchObject({ amountMinor: 5_001 })
  const done = await atCashier(ways[0]?.body.cashierUrl ?? '')
  expect(done.status).toBeLessThan(400)
  await shop.commerce.runDue()
  expect(await own(booked.id)).toMatchObject({ status: 'confirmed', deposit: { paidMinor: 5_001, returnedMinor: 0 } })
  expect((await pay(booked.id)).status).toBe(409)
  const [payment] = await shop.sql<{ return_url: string }>('SELECT return_url FROM payment WHERE booking_id = $1', [
    booked.id,
  ])
  expect(payment?.return_url).toBe(`${shop.program.origin}/book?from=cashier`)
  const away = { returnTo: '//evil.example/' }
  expect((await ann.call('POST', visitorPaths.payDeposit(booked.id), away)).status).toBe(400)
})

test('paid and to be agreed to: it waits for the shop after the money came', async () => {
  const booked = await bookAndPay('Both')
  expect(booked).toMatchObject({ status: 'requested', deposit: { paidMinor: 5_001 } })
  await act(booked.id, 'accept')
  expect((await own(booked.id)).status).toBe('confirmed')
})

test('not paid in time, the place is free again; money that comes later goes back whole', async () => {
  const booked = await book('Paid')
  const { cashierUrl } = (await pay(booked.id)).body
  await shop.sql('UPDATE booking SET hold_until = now() WHERE id = $1', [booked.id])
  const other = await shop.visitor()
  const same = { serviceId: ids.get('Plain'), startsAtIso: booked.startsAtIso, partySize: 1 }
  expect((await other.call('POST', visitorPaths.holds, same)).status).toBe(201)
  expect((await own(booked.id)).status).toBe('expired')
  await atCashier(cashierUrl)
  await shop.commerce.runDue()
  await shop.commerce.runDue()
  const { status, deposit: paid } = await own(booked.id)
  expect([status, paid?.paidMinor, paid?.returnedMinor].join()).toMatch(/^expired,(5001,5001|0,0)$/)
})

test.each([
  ['in good time, all of it', 1441, 5_001],
  ['late, by the rule', 1439, 2_501],
])('called off %s comes back', async (_when, minutes, back) => {
  const booked = await bookAndPay('Paid')
  await startIn(booked.id, minutes)
  expect((await cancel(booked.id)).body.status).toBe('cancelled')
  await shop.commerce.runDue()
  expect((await own(booked.id)).deposit).toMatchObject({ paidMinor: 5_001, returnedMinor: back })
  expect((await cancel(booked.id)).status).toBe(409)
  expect((await own(booked.id)).deposit?.returnedMinor).toBe(back)
})

test('what the shop calls off or declines goes back whole, however late; who does not come loses it', async () => {
  const [called, declined, missed] = [await bookAndPay('Paid'), await bookAndPay('Both'), await bookAndPay('Paid')]
  await startIn(called.id, 10)
  await act(called.id, 'cancel')
  await act(declined.id, 'decline')
  await startIn(missed.id, -120)
  await act(missed.id, 'no-show')
  await shop.commerce.runDue()
  const returned = await Promise.all(
    [called, declined, missed].map(async ({ id }) => (await own(id)).deposit?.returnedMinor),
  )
  expect(returned).toEqual([5_001, 5_001, 0])
})

test('a request with a deposit that nobody answers gives the money back', async () => {
  const booked = await bookAndPay('Both')
  await timeIsOver(booked.id)
  await shop.commerce.runDue()
  expect(await own(booked.id)).toMatchObject({ status: 'expired', deposit: { returnedMinor: 5_001 } })
})

test('with a deposit the time changes in good time only: moving is no way around the rule', async () => {
  const booked = await bookAndPay('Paid')
  const move = () => ann.call(`POST`, visitorPaths.moveBooking(booked.id), { startsAtIso: at(200), partySize: 1 })
  await startIn(booked.id, 1439)
  expect((await move()).status).toBe(409)
  await startIn(booked.id, 1500)
  expect((await move()).status).toBe(200)
})
