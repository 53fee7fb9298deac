/** Buffers and gaps, tables that are pushed together, classes with seats, rooms by nights: on a real database, by HTTP. */
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Booking, Hold, Service, Slot } from '#model/shop/bookings.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { testSeed } from '#platform/shop/testing/seed.ts'
import { createShopFixture } from '#platform/shop/testing/shop-fixture.ts'
import type { Reply, ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import type { ServiceSeed } from '#templates/template.ts'
import { loadMoveSlots } from './load-slots.ts'
import { moveBooking } from './move-booking.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const both = (text: string) => ({ en: text, 'zh-CN': text })
const [ann, bo] = [both('Ann'), both('Bo')]
const plain: ServiceSeed = {
  key: '',
  kind: 'appointment',
  name: both(''),
  description: both(''),
  durationMinutes: 60,
  slotStepMinutes: 30,
  priceMinor: 10_000,
  minParty: 1,
  maxParty: 1,
  minNoticeMinutes: 0,
  maxAdvanceDays: 60,
  staff: [],
}
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const services: readonly ServiceSeed[] = [
  { ...plain, key: 'table', kind: 'table', name: both('Table'), durationMinutes: 90, maxParty: 10, priceMinor: 0 },
  { ...plain, key: 'cut', name: both('Cut'), staff: [ann, bo], bufferAfterMinutes: 15 },
  {
    ...plain,
    key: 'colour',
    name: both('Colour'),
    durationMinutes: 120,
    staff: [ann],
    gaps: [{ fromMinutes: 30, minutes: 60 }],
  },
  { ...plain, key: 'blow-dry', name: both('Blow-dry'), durationMinutes: 30, staff: [ann] },
  {
    ...plain,
    key: 'yoga',
    kind: 'class',
    name: both('Yoga'),
    maxParty: 4,
    seats: 20,
    timetable: everyDay.map((day) => ({ day, time: '18:30' })),
  },
  {
    ...plain,
    key: 'room',
    kind: 'room',
    name: both('Garden room'),
    priceMinor: 42_000,
    maxParty: 2,
    stay: { checkIn: '15:00', checkOut: '11:00', maxNights: 7 },
    rooms: [
      { label: both('Room 1'), seats: 2 },
      { label: both('Room 2'), seats: 2 },
    ],
  },
]

let shop: ShopFixture
let zone: string
let offered: readonly Service[]

beforeAll(async () => {
  const tables = [
    { label: 'T1', seats: 2, joinsNext: true },
    { label: 'T2', seats: 4 },
    { label: 'T3', seats: 4 },
  ]
  shop = await createShopFixture({ connections: 20, seed: { ...testSeed, services, tables } })
  const data = await shop.shopData()
  offered = data.services
  zone = data.shop.timeZone
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

type Refusable<Body> = Body & { error: { code: string } }

const dateIn = (days: number) => Temporal.Now.zonedDateTimeISO(zone).toPlainDate().add({ days })
const at = (days: number, time: string) =>
  dateIn(days).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString()
const named = (name: string) => offered.find((each) => each.name === name)?.id ?? ''

async function slots(name: string, days: number, more: Record<string, string> = {}): Promise<readonly Slot[]> {
  const query = new URLSearchParams({ serviceId: named(name), date: dateIn(days).toString(), partySize: '1', ...more })
  return (await (await shop.visitor()).call<Slot[]>('GET', `${visitorPaths.slots}?${query}`)).body
}
const free = async (name: string, days: number, more?: Record<string, string>) =>
  (await slots(name, days, more)).filter(({ available }) => available).map(({ localTime }) => localTime)

function hold(
  name: string,
  startsAtIso: string,
  more: object = {},
  who?: TestVisitor,
): Promise<Reply<Refusable<Hold>>> {
  const wish = { serviceId: named(name), startsAtIso, partySize: 1, ...more }
  return who
    ? who.call('POST', visitorPaths.holds, wish)
    : shop.visitor().then((visitor) => visitor.call('POST', visitorPaths.holds, wish))
}
async function book(name: string, startsAtIso: string, more: object = {}, who?: TestVisitor): Promise<Booking> {
  const visitor = who ?? (await shop.visitor())
  const held = await hold(name, startsAtIso, more, visitor)
  if (held.status !== 201) throw new Error(held.body.error.code)
  const person = { name: 'Bo', phone: '13800138000', note: '', consent: true }
  return (await visitor.call<Booking>('POST', visitorPaths.bookings, { bookingId: held.body.bookingId, ...person }))
    .body
}
const codeOf = ({ status, body }: Reply<Refusable<Hold>>) => [status, body.error.code]

test('the customer chooses who does it, or takes whoever is free; the buffer keeps the next one away', async () => {
  const staff = offered.find(({ name }) => name === 'Cut')?.staff ?? []
  expect(staff.map(({ label }) => label)).toEqual(['Ann', 'Bo'])
  const withBo = { resourceId: staff[1]?.id ?? '' }
  expect((await book('Cut', at(3, '10:00'), withBo)).resourceLabels).toEqual(['Bo'])
  expect(codeOf(await hold('Cut', at(3, '10:00'), withBo))).toEqual([409, 'slot-taken'])
  // An hour and a quarter: from eleven on the clock Bo tidies up.
  expect(await free('Cut', 3, withBo)).not.toContain('11:00')
  expect(await free('Cut', 3, withBo)).toContain('11:30')
  expect(await free('Cut', 3)).toContain('10:00')
  expect((await book('Cut', at(3, '10:00'))).resourceLabels).toEqual(['Ann'])
  expect(codeOf(await hold('Cut', at(3, '10:30')))).toEqual([409, 'slot-taken'])
  expect(codeOf(await hold('Blow-dry', at(3, '14:00'), withBo))).toEqual([422, 'wrong-choice'])
})

test('while the colour works Ann dries somebody else’s hair, and not when she is back', async () => {
  await book('Colour', at(4, '10:00'))
  const times = await free('Blow-dry', 4)
  expect(['09:30', '10:00', '10:30', '11:00', '11:30', '12:00'].filter((time) => times.includes(time))).toEqual([
    '09:30',
    '10:30',
    '11:00',
    '12:00',
  ])
  expect((await book('Blow-dry', at(4, '11:00'))).resourceLabels).toEqual(['Ann'])
  expect(codeOf(await hold('Blow-dry', at(4, '11:30')))).toEqual([409, 'slot-taken'])
  expect(codeOf(await hold('Colour', at(4, '11:00')))).toEqual([409, 'slot-taken'])
  // Two colours at a time, each in the gap of the other.
  expect((await hold('Colour', at(4, '10:30'))).status).toBe(201)
})

test('a party of six sits at two tables that stand together, and both are taken', async () => {
  const booked = await book('Table', at(5, '19:00'), { partySize: 6 })
  expect(booked.resourceLabels).toEqual(['T1', 'T2'])
  expect(codeOf(await hold('Table', at(5, '19:00'), { partySize: 6 }))).toEqual([409, 'slot-taken'])
  expect((await book('Table', at(5, '19:30'), { partySize: 2 })).resourceLabels).toEqual(['T3'])
  expect(codeOf(await hold('Table', at(5, '19:00'), { partySize: 1 }))).toEqual([409, 'slot-taken'])
  expect(await free('Table', 5, { partySize: '6' })).toContain('20:30')
  expect(codeOf(await hold('Table', at(5, '12:00'), { partySize: 7 }))).toEqual([409, 'slot-taken'])
})

test('60 parties of all sizes at once: no table is taken twice, nobody has half of a pair', async () => {
  const parties = Array.from({ length: 60 }, (_, index) => 1 + (index % 6))
  const replies = await Promise.all(parties.map((partySize) => hold('Table', at(6, '19:00'), { partySize })))
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201, 409]))
  const rows = await shop.sql<{ party_size: number; seats: number }>(
    `SELECT b.party_size, sum(r.seats)::int AS seats FROM booking b JOIN booking_resource br ON br.booking_id = b.id
     JOIN resource r ON r.id = br.resource_id WHERE b.starts_at = $1 GROUP BY b.id, b.party_size`,
    [at(6, '19:00')],
  )
  expect(rows).toHaveLength(replies.filter(({ status }) => status === 201).length)
  for (const { party_size, seats } of rows) expect(seats).toBeGreaterThanOrEqual(party_size)
})

test('class of 20, 300 people: 20', async () => {
  const people = await Promise.all(Array.from({ length: 300 }, () => shop.visitor()))
  const replies = await Promise.all(people.map((who) => hold('Yoga', at(7, '18:30'), {}, who)))
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(20)
  expect(replies.filter(({ status, body }) => status === 409 && body.error.code === 'slot-taken')).toHaveLength(280)
  expect(await slots('Yoga', 7)).toMatchObject([{ localTime: '18:30', seatsLeft: 0, available: false }])
  expect(await shop.sql('SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()')).toEqual([
    { deadlocks: 0 },
  ])
})

test('seats of a class come back when a hold is over, one is called off, or moves to another evening', async () => {
  const visitor = await shop.visitor()
  const booked = await book('Yoga', at(8, '18:30'), { partySize: 4 }, visitor)
  expect(booked).toMatchObject({ partySize: 4, priceMinor: 40_000, resourceLabels: [] })
  expect((await slots('Yoga', 8))[0]?.seatsLeft).toBe(16)
  const moved = await visitor.call<Booking>('POST', visitorPaths.moveBooking(booked.id), {
    startsAtIso: at(9, '18:30'),
    partySize: 3,
  })
  expect([moved.status, moved.body.priceMinor]).toEqual([200, 30_000])
  expect([(await slots('Yoga', 8))[0]?.seatsLeft, (await slots('Yoga', 9))[0]?.seatsLeft]).toEqual([20, 17])
  await visitor.call('POST', visitorPaths.cancelBooking(booked.id))
  expect((await slots('Yoga', 9))[0]?.seatsLeft).toBe(20)

  for (let count = 0; count < 5; count++) await hold('Yoga', at(10, '18:30'), { partySize: 4 })
  expect(codeOf(await hold('Yoga', at(10, '18:30')))).toEqual([409, 'slot-taken'])
  await shop.sql('UPDATE booking SET hold_until = now() WHERE starts_at = $1', [at(10, '18:30')])
  expect((await slots('Yoga', 10))[0]?.seatsLeft).toBe(20)
  expect((await hold('Yoga', at(10, '18:30'), { partySize: 4 })).status).toBe(201)
})

test('a class is full for three where two seats are left; times off its timetable are not offered', async () => {
  for (const partySize of [4, 4, 4, 4, 2]) await hold('Yoga', at(11, '18:30'), { partySize })
  expect(await slots('Yoga', 11, { partySize: '3' })).toMatchObject([{ seatsLeft: 2, available: false }])
  expect(codeOf(await hold('Yoga', at(11, '18:30'), { partySize: 3 }))).toEqual([409, 'slot-taken'])
  expect((await hold('Yoga', at(11, '18:30'), { partySize: 2 })).status).toBe(201)
  expect(codeOf(await hold('Yoga', at(11, '18:00')))).toEqual([409, 'slot-taken'])
})

test('a room is taken for its nights, from check-in to check-out, at the price of each', async () => {
  const booked = await book('Garden room', at(20, '15:00'), { nights: 3, partySize: 2 })
  expect(booked).toMatchObject({
    nights: 3,
    priceMinor: 126_000,
    resourceLabels: ['Room 1'],
    startsAtIso: new Date(at(20, '15:00')).toISOString(),
    endsAtIso: new Date(at(23, '11:00')).toISOString(),
  })
  expect((await book('Garden room', at(22, '15:00'), { nights: 2 })).resourceLabels).toEqual(['Room 2'])
  const nights = (await slots('Garden room', 19)).slice(0, 6).map(({ roomIds }) => roomIds?.length)
  expect(nights).toEqual([2, 1, 1, 0, 1, 2])
  // Free on each night, yet in no room on all of them.
  expect(codeOf(await hold('Garden room', at(21, '15:00'), { nights: 2 }))).toEqual([409, 'slot-taken'])
  expect((await book('Garden room', at(23, '15:00'), { nights: 1 })).resourceLabels).toEqual(['Room 1'])
  for (const [nights, code] of [
    [undefined, 'wrong-choice'],
    [8, 'wrong-choice'],
  ] as const)
    expect((await hold('Garden room', at(30, '15:00'), { nights })).body.error.code).toBe(code)
  expect(codeOf(await hold('Garden room', at(30, '14:00'), { nights: 1 }))).toEqual([409, 'slot-taken'])
  expect((await hold('Cut', at(30, '14:00'), { nights: 1 })).body.error.code).toBe('wrong-choice')
})

test('100 people at once for overlapping nights of two rooms: never two in one room', async () => {
  const people = await Promise.all(Array.from({ length: 100 }, () => shop.visitor()))
  const replies = await Promise.all(
    people.map((who, index) => hold('Garden room', at(40 + (index % 5), '15:00'), { nights: 1 + (index % 3) }, who)),
  )
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201, 409]))
  const overlaps = await shop.sql(
    `SELECT 1 FROM booking_resource a JOIN booking_resource b ON a.resource_id = b.resource_id
     AND a.booking_id < b.booking_id AND a.during && b.during WHERE a.active AND b.active`,
  )
  expect(overlaps).toEqual([])
  // The database says so by itself, whoever writes.
  const [one] = await shop.sql<{ booking_id: string; resource_id: string }>(
    'SELECT booking_id, resource_id FROM booking_resource br JOIN booking b ON b.id = br.booking_id WHERE b.nights > 0 AND active LIMIT 1',
  )
  const twice = shop.sql(
    `INSERT INTO booking_resource (tenant_id, program_id, booking_id, resource_id, during)
     SELECT tenant_id, program_id, (SELECT id FROM booking WHERE nights = 0 LIMIT 1), resource_id, during
     FROM booking_resource WHERE booking_id = $1 AND resource_id = $2`,
    [one?.booking_id, one?.resource_id],
  )
  await expect(twice).rejects.toThrow('one_booking_at_a_time')
})

test('the counter moves a stay to other nights and into the room it names, a party to a named pair of tables', async () => {
  const stay = await book('Garden room', at(50, '15:00'), { nights: 2 })
  const offers = await shop.inShop((tx) => loadMoveSlots(tx, stay, dateIn(51).toString()))
  expect(offers).toMatchObject([{ localTime: '15:00', free: [{ label: 'Room 1' }, { label: 'Room 2' }] }])
  const to = { startsAtIso: at(51, '15:00'), resourceId: offers[0]?.free[1]?.id, ifVersion: stay.version }
  await shop.inShop((tx) => moveBooking(tx, stay.id, to, 'user:owner'))
  expect((await slots('Garden room', 50)).slice(0, 3).map(({ roomIds }) => roomIds?.length)).toEqual([2, 1, 1])

  const party = await book('Table', at(12, '12:00'), { partySize: 6 })
  const times = await shop.inShop((tx) => loadMoveSlots(tx, party, dateIn(12).toString()))
  const one = times.find(({ localTime }) => localTime === '13:00')
  expect(one?.free.map(({ label }) => label)).toEqual(['T1 + T2'])
  const pair = { startsAtIso: at(12, '13:00'), resourceId: one?.free[0]?.id, ifVersion: party.version }
  await shop.inShop((tx) => moveBooking(tx, party.id, pair, 'user:owner'))
  expect(await free('Table', 12, { partySize: '6' })).not.toContain('14:00')

  const lesson = await book('Yoga', at(13, '18:30'))
  expect(await shop.inShop((tx) => loadMoveSlots(tx, lesson, dateIn(14).toString()))).toMatchObject([
    { localTime: '18:30', available: true, seatsLeft: 20, free: [] },
  ])
})
