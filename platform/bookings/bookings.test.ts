import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Booking, Hold, Slot } from '#model/shop/bookings.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { createShopFixture } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let shop: ShopFixture
let table: string
let haircut: string
let zone: string

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20 })
  const data = await shop.shopData()
  table = data.services[0]?.id ?? ''
  haircut = data.services[1]?.id ?? ''
  zone = data.shop.timeZone
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

/** So many days from now, at a time of the shop's wall clock. */
function at(days: number, time: string): string {
  const date = Temporal.Now.zonedDateTimeISO(zone).toPlainDate().add({ days })
  return date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString()
}

function dateIn(days: number): string {
  return Temporal.Now.zonedDateTimeISO(zone).toPlainDate().add({ days }).toString()
}

const hold = (visitor: TestVisitor, startsAtIso: string, partySize = 2, serviceId = table, key = randomUUID()) =>
  visitor.call<Hold & { error: { code: string } }>(
    'POST',
    visitorPaths.holds,
    { serviceId, startsAtIso, partySize },
    key,
  )

const confirm = (visitor: TestVisitor, bookingId: string, key = randomUUID()) =>
  visitor.call<Booking & { error: { code: string } }>(
    'POST',
    visitorPaths.bookings,
    { bookingId, name: ' Bo ', phone: '13800138000', note: 'Window', consent: true },
    key,
  )

async function freeAt(visitor: TestVisitor, days: number, time: string, partySize = 2): Promise<boolean | undefined> {
  const { body } = await visitor.call<Slot[]>(
    'GET',
    `${visitorPaths.slots}?serviceId=${table}&date=${dateIn(days)}&partySize=${partySize}`,
  )
  return body.find(({ localTime }) => localTime === time)?.available
}

test('hold, confirm, and the smallest table is taken', async () => {
  const ann = await shop.visitor()
  expect(await freeAt(ann, 1, '19:00')).toBe(true)
  const held = await hold(ann, at(1, '19:00'))
  expect(held.status).toBe(201)
  const { body } = await confirm(ann, held.body.bookingId)
  expect(body).toMatchObject({
    status: 'confirmed',
    resourceLabels: ['T2'],
    contactName: 'Bo',
    contactPhone: '+8613800138000',
    timeZone: 'Asia/Shanghai',
    startsAtIso: new Date(at(1, '19:00')).toISOString(),
  })
  expect(body.code).toMatch(/^[3-9A-Y]{4}$/)
  expect((await ann.call<Booking[]>('GET', visitorPaths.bookings)).body).toEqual([body])
  expect((await (await shop.visitor()).call<Booking[]>('GET', visitorPaths.bookings)).body).toEqual([])
})

test('two go to the larger table when the small one is taken, four never sit at it', async () => {
  const [ann, bo, cy] = await Promise.all([shop.visitor(), shop.visitor(), shop.visitor()])
  expect((await hold(ann, at(2, '12:00'), 2)).status).toBe(201)
  expect(await freeAt(ann, 2, '12:00', 4)).toBe(true)
  expect((await hold(bo, at(2, '13:00'), 2)).status).toBe(201)
  expect(await freeAt(ann, 2, '12:00', 4)).toBe(false)
  const refused = await hold(cy, at(2, '12:30'), 1)
  expect([refused.status, refused.body.error.code]).toEqual([409, 'slot-taken'])
  expect((await hold(cy, at(2, '14:30'), 4)).status).toBe(201)
})

test('times and parties that are not offered are refused', async () => {
  const ann = await shop.visitor()
  expect((await hold(ann, at(3, '12:07'))).body.error.code).toBe('slot-taken')
  expect((await hold(ann, at(-1, '12:00'))).body.error.code).toBe('slot-taken')
  expect((await hold(ann, at(40, '12:00'))).body.error.code).toBe('slot-taken')
  expect((await hold(ann, 'tomorrow')).body.error.code).toBe('bad-request')
  expect((await hold(ann, at(3, '12:00'), 5)).body.error.code).toBe('wrong-choice')
  expect((await hold(ann, at(3, '12:00'), -1)).status).toBe(400)
  expect((await hold(ann, at(3, '12:00'), 2, randomUUID())).status).toBe(404)
  const wrongDate = await ann.call('GET', `${visitorPaths.slots}?serviceId=${table}&date=2026-02-31&partySize=2`)
  expect(wrongDate.body.error.code).toBe('bad-request')
})

test('200 people at once for the last table: one has it, the others are told, round after round', async () => {
  const people = await Promise.all(Array.from({ length: 200 }, () => shop.visitor()))
  for (let round = 0; round < 5; round++) {
    const replies = await Promise.all(people.map((person) => hold(person, at(10 + round, '19:00'), 1, haircut)))
    const statuses = replies.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(new Set(statuses)).toEqual(new Set([201, 409]))
    expect(new Set(replies.flatMap(({ body }) => (body.error ? [body.error.code] : [])))).toEqual(
      new Set(['slot-taken']),
    )
    const winner = statuses.indexOf(201)
    const confirmed = people[winner] && (await confirm(people[winner], replies[winner]?.body.bookingId ?? ''))
    expect(confirmed?.status).toBe(201)
  }
  expect(await shop.sql('SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()')).toEqual([
    { deadlocks: 0 },
  ])
})

test('one hold, sent 30 times with one key, is one hold', async () => {
  const ann = await shop.visitor()
  const key = randomUUID()
  const replies = await Promise.all(Array.from({ length: 30 }, () => hold(ann, at(4, '12:00'), 2, table, key)))
  expect(new Set(replies.map(({ status, body }) => `${status} ${body.bookingId}`)).size).toBe(1)
  expect((await hold(ann, at(4, '18:00'), 2, table, key)).body.error.code).toBe('conflict')
})

test('two holds at a time and no more, however fast', async () => {
  const ann = await shop.visitor()
  const replies = await Promise.all(
    ['09:00', '11:00', '13:00', '15:00', '17:00', '19:00'].map((time) => hold(ann, at(5, time))),
  )
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 201, 429, 429, 429, 429])
})

test('a hold that is over gives its table to the next, and cannot be confirmed', async () => {
  const [ann, bo] = await Promise.all([shop.visitor(), shop.visitor()])
  const held = await hold(ann, at(6, '12:00'), 4)
  expect((await hold(bo, at(6, '12:00'), 4)).status).toBe(409)
  await shop.sql('UPDATE booking SET hold_until = now() WHERE id = $1', [held.body.bookingId])
  expect(await freeAt(bo, 6, '12:00', 4)).toBe(true)
  const late = await confirm(ann, held.body.bookingId)
  expect([late.status, late.body.error.code]).toEqual([409, 'hold-expired'])
  const race = await Promise.all(
    [bo, await shop.visitor(), await shop.visitor()].map((who) => hold(who, at(6, '12:00'), 4)),
  )
  expect(race.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
  expect(await shop.sql('SELECT status FROM booking WHERE id = $1', [held.body.bookingId])).toEqual([
    { status: 'expired' },
  ])
})

test('the clock ends a hold by itself', async () => {
  const ann = await shop.visitor()
  const held = await hold(ann, at(7, '12:00'))
  await shop.sql('UPDATE booking SET hold_until = now() WHERE id = $1', [held.body.bookingId])
  await shop.sql('UPDATE shop_timer SET due_at = now() WHERE subject_id = $1', [held.body.bookingId])
  await shop.commerce.runDue()
  expect(await shop.sql('SELECT status, hold_until FROM booking WHERE id = $1', [held.body.bookingId])).toEqual([
    { status: 'expired', hold_until: null },
  ])
})

test('a cancelled booking frees its table; nobody else can cancel it', async () => {
  const [ann, bo] = await Promise.all([shop.visitor(), shop.visitor()])
  const { bookingId } = (await hold(ann, at(8, '12:00'), 4)).body
  await confirm(ann, bookingId)
  expect((await bo.call('POST', visitorPaths.cancelBooking(bookingId))).status).toBe(404)
  expect((await ann.call<Booking>('POST', visitorPaths.cancelBooking(bookingId))).body.status).toBe('cancelled')
  expect((await ann.call('POST', visitorPaths.cancelBooking(bookingId))).body.error.code).toBe('conflict')
  expect((await hold(bo, at(8, '12:00'), 4)).status).toBe(201)
})

test('consent is asked for, and noted', async () => {
  const ann = await shop.visitor()
  const { bookingId } = (await hold(ann, at(9, '12:00'))).body
  const request = { bookingId, name: 'Ann', phone: '13800138000', note: '' }
  expect((await ann.call('POST', visitorPaths.bookings, request)).status).toBe(400)
  expect((await ann.call('POST', visitorPaths.bookings, { ...request, consent: false })).status).toBe(400)
  expect((await ann.call('POST', visitorPaths.bookings, { ...request, consent: true })).status).toBe(201)
  expect(
    await shop.sql('SELECT c.purpose FROM consent c JOIN booking b ON b.visitor_id = c.visitor_id WHERE b.id = $1', [
      bookingId,
    ]),
  ).toEqual([{ purpose: 'booking' }])
})

test('80 callers for overlapping times and parties of every size overlap nowhere', async () => {
  const people = await Promise.all(Array.from({ length: 40 }, () => shop.visitor()))
  const times = ['10:00', '10:30', '11:00', '11:30', '12:00']
  const replies = await Promise.all(
    people.flatMap((person, index) =>
      [0, 1].map((turn) => hold(person, at(25, times[(index + turn * 3) % times.length] ?? ''), 1 + (index % 4))),
    ),
  )
  expect(replies.every(({ status }) => status === 201 || status === 409)).toBe(true)
  expect(replies.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(2)
})
