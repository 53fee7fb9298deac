import { beforeEach, expect, test } from 'vitest'
import type { Booking, Hold, Slot, SlotQuery } from '#model/shop/bookings.ts'
import type { JsonValue } from '#model/json.ts'
import type { PaymentIntent } from '#model/shop/orders.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import type { Answer, Host } from '../kit/host.ts'
import { type BookingState, createBookingFlow } from './booking-flow.ts'

const slot = (hour: number): Slot => ({
  startsAtIso: `2026-10-04T${hour}:00:00Z`,
  localTime: `${hour}:00`,
  partOfDay: 'evening',
  available: true,
})
const query: SlotQuery = { serviceId: 'table', date: '2026-10-04', partySize: 2 }
const contact = { name: ' Lin ', phone: '13800138000', note: '' }
const booking = { id: 'b1', code: 'K7QX' } as Booking
const now = Date.parse('2026-10-04T08:00:00Z')
const hold = (id: string): Answer<Hold> => ({
  ok: true,
  value: { bookingId: id, expiresAtIso: '2026-10-04T08:05:00Z' },
})
const intent: PaymentIntent = { paymentId: 'p1', cashierUrl: '/pay', amountMinor: 5000, currency: 'CNY' }
const no = (code: ShopFailureCode): Answer<never> => ({ ok: false, failure: { code, message: '' } })

let calls: [string, JsonValue, string][]
let answers: {
  slots: Answer<readonly Slot[]>[]
  hold: Answer<Hold>[]
  confirm: Answer<Booking>[]
  cancel: Answer<Booking>[]
  deposit?: Answer<PaymentIntent>[]
}
let state: BookingState
let refreshed: string[]

beforeEach(() => {
  calls = []
  refreshed = []
  answers = { slots: [], hold: [], confirm: [], cancel: [] }
})

function flow() {
  let made = 0
  const record =
    <Value>(name: keyof typeof answers, list: Answer<Value>[]) =>
    async (request: JsonValue, key = '') => {
      calls.push([name, request, key])
      return list.shift() ?? no('internal')
    }
  const host = {
    newKey: () => `key-${++made}`,
    refresh: (key: string) => refreshed.push(key),
    shop: {
      slots: record('slots', answers.slots),
      holdSlot: record('hold', answers.hold),
      confirmBooking: record('confirm', answers.confirm),
      cancelBooking: record('cancel', answers.cancel),
      payDeposit: record('deposit', answers.deposit ?? []),
    },
    async pay(asked: PaymentIntent) {
      calls.push(['pay', asked, ''])
      return no('offline')
    },
  } as unknown as Host
  return createBookingFlow(host, (next) => (state = next))
}
const called = (name: string) => calls.filter((each) => each[0] === name)

test('look, hold, confirm', async () => {
  answers = {
    slots: [{ ok: true, value: [slot(18)] }],
    hold: [hold('b1')],
    confirm: [{ ok: true, value: booking }],
    cancel: [],
  }
  const booking1 = flow()
  await booking1.look(query)
  expect(state.slots).toEqual([slot(18)])
  await booking1.pick(slot(18), now)
  expect(state).toMatchObject({ busy: null, hold: { bookingId: 'b1' } })
  await booking1.confirm(contact)
  expect(called('confirm')[0]?.[1]).toEqual({
    bookingId: 'b1',
    name: 'Lin',
    phone: '13800138000',
    note: '',
    consent: true,
  })
  expect(state).toMatchObject({ booked: { code: 'K7QX' }, hold: null, busy: null })
  expect(refreshed).toEqual(['bookings'])
})

test('a slot that was just taken brings the grid again, and the sheet stays with the reason', async () => {
  answers = {
    slots: [
      { ok: true, value: [slot(18)] },
      { ok: true, value: [slot(19)] },
    ],
    hold: [no('slot-taken')],
    confirm: [],
    cancel: [],
  }
  const booking1 = flow()
  await booking1.look(query)
  await booking1.pick(slot(18), now)
  expect(state).toMatchObject({ picked: slot(18), failure: { code: 'slot-taken' }, slots: [slot(19)], busy: null })
})

test('coming back to a slot takes up its hold while it lives; another one gives it back first', async () => {
  answers = { slots: [{ ok: true, value: [] }], hold: [hold('b1'), hold('b2'), hold('b3')], confirm: [], cancel: [] }
  const booking1 = flow()
  await booking1.look(query)
  await booking1.pick(slot(18), now)
  booking1.leave()
  expect(state).toMatchObject({ picked: null, hold: null })
  await booking1.pick(slot(18), now + 60_000)
  expect(state.hold?.bookingId).toBe('b1')
  await booking1.pick(slot(19), now + 60_000)
  expect(calls.slice(1).map(([name, request]) => [name, request])).toEqual([
    ['hold', { serviceId: 'table', startsAtIso: slot(18).startsAtIso, partySize: 2 }],
    ['cancel', 'b1'],
    ['hold', { serviceId: 'table', startsAtIso: slot(19).startsAtIso, partySize: 2 }],
  ])
  // Run out by the clock: asked for anew, with nothing to give back.
  await booking1.pick(slot(19), now + 600_000)
  expect(called('hold')).toHaveLength(3)
  expect(called('cancel')).toHaveLength(1)
})

test('a hold that ran out is asked for again with a key of its own', async () => {
  answers = {
    slots: [{ ok: true, value: [slot(18)] }],
    hold: [hold('b1'), hold('b2')],
    confirm: [no('hold-expired')],
    cancel: [],
  }
  const booking1 = flow()
  await booking1.look(query)
  await booking1.pick(slot(18), now)
  await booking1.confirm(contact)
  expect(state).toMatchObject({ hold: null, picked: slot(18), failure: { code: 'hold-expired' } })
  await booking1.pick(slot(18), now)
  expect(state).toMatchObject({ hold: { bookingId: 'b2' }, failure: null })
  expect(new Set(called('hold').map((each) => each[2])).size).toBe(2)
})

test('a confirmation whose answer was lost is repeated with the same key', async () => {
  answers = {
    slots: [{ ok: true, value: [] }],
    hold: [hold('b1')],
    confirm: [no('offline'), { ok: true, value: booking }],
    cancel: [],
  }
  const booking1 = flow()
  await booking1.look(query)
  await booking1.pick(slot(18), now)
  await booking1.confirm(contact)
  expect(state).toMatchObject({ failure: { code: 'offline' }, hold: { bookingId: 'b1' } })
  await booking1.confirm(contact)
  expect(new Set(called('confirm').map((each) => each[2])).size).toBe(1)
  expect(state.booked).toEqual(booking)
})

test('two taps hold once', async () => {
  answers = { slots: [{ ok: true, value: [] }], hold: [hold('b1'), hold('b2')], confirm: [], cancel: [] }
  const booking1 = flow()
  await booking1.look(query)
  await Promise.all([booking1.pick(slot(18), now), booking1.pick(slot(19), now)])
  expect(called('hold')).toHaveLength(1)
})

test('cancelling tells why it was refused, or frees the slot and loads what changed', async () => {
  answers = {
    slots: [
      { ok: true, value: [] },
      { ok: true, value: [slot(18)] },
    ],
    hold: [],
    confirm: [],
    cancel: [no('conflict'), { ok: true, value: booking }],
  }
  const booking1 = flow()
  await booking1.look(query)
  expect(await booking1.cancel('b1')).toMatchObject({ code: 'conflict' })
  expect(refreshed).toEqual([])
  expect(await booking1.cancel('b1')).toBe(null)
  expect(refreshed).toEqual(['bookings'])
})

test('nights and the chosen person are part of what is held; other nights are another hold', async () => {
  answers = { slots: [{ ok: true, value: [slot(15)] }], hold: [hold('b1'), hold('b2')], confirm: [], cancel: [] }
  const stay = flow()
  await stay.look({ ...query, resourceId: 'mei' })
  await stay.pick(slot(15), now, 2)
  const wish = { serviceId: 'table', startsAtIso: slot(15).startsAtIso, partySize: 2, resourceId: 'mei', nights: 2 }
  expect(called('hold')[0]?.[1]).toEqual(wish)
  stay.leave()
  await stay.pick(slot(15), now, 2)
  expect(called('hold')).toHaveLength(1)
  stay.leave()
  await stay.pick(slot(15), now, 3)
  expect(called('hold')[1]?.[1]).toEqual({ ...wish, nights: 3 })
  expect(called('cancel')[0]?.[1]).toBe('b1')
})

test('a deposit leads to the cashier; when it cannot, the booking is kept and can be paid again', async () => {
  const unpaid: Booking = { ...booking, status: 'unpaid' }
  answers = {
    slots: [{ ok: true, value: [slot(18)] }],
    hold: [hold('b1')],
    confirm: [{ ok: true, value: unpaid }],
    cancel: [],
    deposit: [no('offline'), { ok: true, value: intent }],
  }
  const booked = flow()
  await booked.look(query)
  await booked.pick(slot(18), now)
  await booked.confirm(contact)
  expect(state).toMatchObject({ busy: null, booked: unpaid, failure: { code: 'offline' } })
  expect(called('pay')).toEqual([])
  await booked.payDeposit('b1')
  expect(called('pay')[0]?.[1]).toEqual(intent)
  expect(called('deposit').map(([, id]) => id)).toEqual(['b1', 'b1'])
})
