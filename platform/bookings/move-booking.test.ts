import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Booking, Hold, Slot } from '#model/shop/bookings.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { createShopFixture } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { actOnBooking } from './change-booking.ts'
import { moveBooking } from './move-booking.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

type Reply = Booking & { error: { code: string } }

let shop: ShopFixture
let table: string
let zone: string

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20 })
  const data = await shop.shopData()
  table = data.services[0]?.id ?? ''
  zone = data.shop.timeZone
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

const dateIn = (days: number) => Temporal.Now.zonedDateTimeISO(zone).toPlainDate().add({ days })
const at = (days: number, time: string) =>
  dateIn(days).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString()

async function book(who: TestVisitor, startsAtIso: string, partySize = 2): Promise<Booking> {
  const wish = { serviceId: table, startsAtIso, partySize }
  const { bookingId } = (await who.call<Hold>('POST', visitorPaths.holds, wish)).body
  const person = { name: 'Bo', phone: '13800138000', note: '', consent: true }
  return (await who.call<Booking>('POST', visitorPaths.bookings, { bookingId, ...person })).body
}

const move = (who: TestVisitor, bookingId: string, startsAtIso: string, partySize = 2, key = randomUUID()) =>
  who.call<Reply>('POST', visitorPaths.moveBooking(bookingId), { startsAtIso, partySize }, key)

async function freeAt(who: TestVisitor, days: number, time: string, query = ''): Promise<boolean | undefined> {
  const { body } = await who.call<Slot[]>(
    'GET',
    `${visitorPaths.slots}?serviceId=${table}&date=${dateIn(days).toString()}&partySize=2${query}`,
  )
  return body.find(({ localTime }) => localTime === time)?.available
}

/** Both tables. */
const fillUp = async (iso: string) => {
  for (let count = 0; count < 2; count++) await book(await shop.visitor(), iso)
}

test('a booking goes to another time, keeps its code and its table, and its old time is free', async () => {
  const ann = await shop.visitor()
  await book(await shop.visitor(), at(2, '18:00'), 4)
  const booked = await book(ann, at(2, '18:00'))
  expect(booked.resourceLabels).toEqual(['T2'])
  expect(await freeAt(ann, 2, '18:00')).toBe(false)
  const { status, body } = await move(ann, booked.id, at(3, '19:30'))
  expect([status, body]).toEqual([
    200,
    {
      ...booked,
      startsAtIso: new Date(at(3, '19:30')).toISOString(),
      endsAtIso: new Date(at(3, '21:00')).toISOString(),
      version: booked.version + 1,
    },
  ])
  expect(await freeAt(ann, 2, '18:00')).toBe(true)
  const events = await shop.sql<{ at: Date }>(
    'SELECT starts_at AS at FROM booking_event WHERE booking_id = $1 AND starts_at IS NOT NULL',
    [booked.id],
  )
  expect(events.map((event) => event.at.toISOString())).toEqual([new Date(at(3, '19:30')).toISOString()])
})

test('half an hour later overlaps only itself, which is no obstacle; for more people it goes to a larger table', async () => {
  const ann = await shop.visitor()
  const booked = await book(ann, at(4, '12:00'))
  await book(await shop.visitor(), at(4, '12:00'))
  expect(await freeAt(ann, 4, '12:30')).toBe(false)
  expect(await freeAt(ann, 4, '12:30', `&bookingId=${booked.id}`)).toBe(true)
  // Whose booking it is not, sees it as what it is.
  expect(await freeAt(await shop.visitor(), 4, '12:30', `&bookingId=${booked.id}`)).toBe(false)
  expect((await move(ann, booked.id, at(4, '12:30'))).status).toBe(200)
  const larger = await move(ann, booked.id, at(4, '20:00'), 4)
  expect(larger.body).toMatchObject({ partySize: 4, resourceLabels: ['T4'] })
})

test('a time that is taken or not offered is refused, and the booking stays as it was', async () => {
  const ann = await shop.visitor()
  const booked = await book(ann, at(5, '12:00'))
  await fillUp(at(5, '18:00'))
  const refused = async (iso: string, partySize = 2) => {
    const { status, body } = await move(ann, booked.id, iso, partySize)
    return [status, body.error.code]
  }
  expect(await refused(at(5, '18:00'))).toEqual([409, 'slot-taken'])
  expect(await refused(at(5, '18:07'))).toEqual([409, 'slot-taken'])
  expect(await refused(at(400, '18:00'))).toEqual([409, 'slot-taken'])
  expect(await refused(at(5, '20:00'), 5)).toEqual([422, 'wrong-choice'])
  expect(await refused('tomorrow')).toEqual([400, 'bad-request'])
  const { body } = await ann.call<Booking[]>('GET', visitorPaths.bookings)
  expect(body).toEqual([booked])
  expect(await freeAt(ann, 5, '12:00', `&bookingId=${booked.id}`)).toBe(true)
})

test('nobody moves the booking of somebody else, one that was called off, or one that has begun', async () => {
  const ann = await shop.visitor()
  const bo = await shop.visitor()
  const booked = await book(ann, at(6, '12:00'))
  expect((await move(bo, booked.id, at(6, '14:00'))).status).toBe(404)
  expect((await move(ann, randomUUID(), at(6, '14:00'))).status).toBe(404)
  await ann.call('POST', visitorPaths.cancelBooking(booked.id))
  expect((await move(ann, booked.id, at(6, '14:00'))).body.error.code).toBe('conflict')
  const begun = await book(ann, at(6, '16:00'))
  await shop.sql("UPDATE booking SET starts_at = now() - interval '1 minute' WHERE id = $1", [begun.id])
  expect((await move(ann, begun.id, at(6, '18:00'))).body.error.code).toBe('conflict')
  expect((await ann.call<Reply>('POST', visitorPaths.cancelBooking(begun.id))).body.error.code).toBe('conflict')
  await shop.sql('UPDATE booking SET starts_at = $2 WHERE id = $1', [begun.id, at(6, '16:00')])
})

test('one key moves once, however often it is sent', async () => {
  const ann = await shop.visitor()
  const booked = await book(ann, at(7, '12:00'))
  const key = randomUUID()
  const replies = await Promise.all(Array.from({ length: 20 }, () => move(ann, booked.id, at(7, '15:00'), 2, key)))
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(replies.map(({ body }) => body.version))).toEqual(new Set([booked.version + 1]))
})

test('ten people move to the same time at once: two find a table, the others stay where they were, round after round', async () => {
  for (let round = 0; round < 5; round++) {
    const goal = at(8 + round, '20:00')
    const times = ['10:00', '12:00', '14:00', '16:00', '18:00'].flatMap((time) => [time, time])
    const people = await Promise.all(times.map(() => shop.visitor()))
    const booked: Booking[] = []
    for (const [index, who] of people.entries()) booked.push(await book(who, at(8 + round, times[index] ?? '')))
    const replies = await Promise.all(people.map((who, index) => move(who, booked[index]?.id ?? '', goal)))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 409]))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(2)
    for (const [index, who] of people.entries()) {
      const [own] = (await who.call<Booking[]>('GET', visitorPaths.bookings)).body
      const isMoved = replies[index]?.status === 200
      expect(own?.startsAtIso).toBe(new Date(isMoved ? goal : (booked[index]?.startsAtIso ?? '')).toISOString())
    }
  }
})

test('two that change places at once block each other for no time at all', async () => {
  for (let round = 0; round < 10; round++) {
    const ann = await shop.visitor()
    const bo = await shop.visitor()
    const [early, late] = [at(14, '12:00'), at(14, '18:00')]
    const [hers, his] = [await book(ann, early), await book(bo, late)]
    const replies = await Promise.all([move(ann, hers.id, late), move(bo, his.id, early)])
    // There are two tables, so both find one.
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    await ann.call('POST', visitorPaths.cancelBooking(hers.id))
    await bo.call('POST', visitorPaths.cancelBooking(his.id))
  }
})

test('the counter moves it to the table it names, however soon, unless somebody was faster', async () => {
  const ann = await shop.visitor()
  const booked = await book(ann, at(15, '12:00'))
  const [four] = await shop.sql<{ id: string }>("SELECT id FROM resource WHERE label = 'T4'")
  const by = (to: { startsAtIso: string; resourceId?: string; ifVersion: number }) =>
    shop
      .inShop((tx) => moveBooking(tx, booked.id, to, 'user:owner'))
      .then(
        () => 'done',
        (error: unknown) => (error instanceof ShopRefusal ? error.failure.code : String(error)),
      )
  const ifVersion = booked.version
  expect(await by({ startsAtIso: at(15, '13:00'), resourceId: four?.id ?? '', ifVersion })).toBe('done')
  expect(await by({ startsAtIso: at(15, '14:00'), ifVersion })).toBe('conflict')
  expect(await by({ startsAtIso: at(15, '14:00'), resourceId: randomUUID(), ifVersion: ifVersion + 1 })).toBe(
    'slot-taken',
  )
  const [own] = (await ann.call<Booking[]>('GET', visitorPaths.bookings)).body
  expect(own).toMatchObject({ resourceLabels: ['T4'], startsAtIso: new Date(at(15, '13:00')).toISOString() })
  await shop.inShop((tx) => actOnBooking(tx, booked.id, 'check-in', 'user:owner'))
  expect(await by({ startsAtIso: at(15, '14:00'), ifVersion: ifVersion + 2 })).toBe('conflict')
})
