import { expect, test } from 'vitest'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import { newlyPlaced } from './newly-placed.ts'
import { withChanged, withNewer } from './newer.ts'
import { ageOf, arrangeBoard } from './order-board.ts'
import { columnOf, movesOf, statusAfter } from './order-rules.ts'

const noon = Date.parse('2026-10-04T04:00:00Z')
const minutesBefore = (minutes: number) => new Date(noon - minutes * 60_000).toISOString()

function orderOf(more: Partial<MerchantOrder> & { id: string }): MerchantOrder {
  return {
    number: 1,
    status: 'placed',
    payStatus: 'paid',
    channel: 'pickup',
    tableLabel: null,
    lines: [],
    currency: 'CNY',
    subtotalMinor: 0,
    discountMinor: 0,
    totalMinor: 0,
    createdAtIso: minutesBefore(60),
    placedAtIso: minutesBefore(0),
    pointsEarned: 0,
    timeline: [],
    reason: '',
    version: 1,
    contactPhone: null,
    memberName: null,
    ...more,
  }
}

test('only legal moves are offered', () => {
  expect(movesOf({ status: 'ready', channel: 'delivery' })).toEqual({ forward: 'send-out', back: null })
  expect(movesOf({ status: 'placed', channel: 'pickup' })).toEqual({ forward: 'accept', back: 'reject' })
  expect(movesOf({ status: 'accepted', channel: 'pickup' })).toEqual({ forward: 'prepare', back: 'cancel' })
  expect(movesOf({ status: 'preparing', channel: 'pickup' })).toEqual({ forward: 'ready', back: 'cancel' })
  expect(movesOf({ status: 'ready', channel: 'pickup' })).toEqual({ forward: 'complete', back: null })
  for (const over of ['draft', 'completed', 'rejected', 'cancelled', 'expired'] as const)
    expect(movesOf({ status: over, channel: 'pickup' }), over).toEqual({ forward: null, back: null })
})

test('going forward again and again ends with a completed order', () => {
  const path = []
  let status: MerchantOrder['status'] = 'placed'
  for (
    let action = movesOf({ status: status, channel: 'pickup' }).forward;
    action;
    action = movesOf({ status: status, channel: 'pickup' }).forward
  ) {
    status = statusAfter(action)
    path.push([status, columnOf(status)])
  }
  expect(path).toEqual([
    ['accepted', 'preparing'],
    ['preparing', 'preparing'],
    ['ready', 'ready'],
    ['completed', 'done'],
  ])
})

test('who waited longest stands first; what was finished last, too', () => {
  const board = arrangeBoard([
    orderOf({ id: 'b', placedAtIso: minutesBefore(2) }),
    orderOf({ id: 'a', placedAtIso: minutesBefore(9) }),
    orderOf({ id: 'c', status: 'accepted' }),
    orderOf({ id: 'd', status: 'preparing', placedAtIso: minutesBefore(30) }),
    orderOf({ id: 'e', status: 'rejected', timeline: [{ status: 'rejected', atIso: minutesBefore(8) }] }),
    orderOf({ id: 'f', status: 'completed', timeline: [{ status: 'completed', atIso: minutesBefore(1) }] }),
    orderOf({ id: 'g', status: 'expired' }),
    orderOf({ id: 'h', status: 'draft' }),
  ])
  const ids = Object.fromEntries(Object.entries(board).map(([name, orders]) => [name, orders.map(({ id }) => id)]))
  expect(ids).toEqual({ new: ['a', 'b'], preparing: ['d', 'c'], ready: [], done: ['f', 'e'] })
})

test('a card turns amber, then red; a ready one counts from when it was ready', () => {
  const age = (more: Partial<MerchantOrder>) => ageOf(orderOf({ id: 'a', ...more }), noon)
  expect(age({ placedAtIso: minutesBefore(2.9) })).toEqual({ minutes: 2, urgency: 'calm' })
  expect(age({ placedAtIso: minutesBefore(3) }).urgency).toBe('late')
  expect(age({ placedAtIso: minutesBefore(6) }).urgency).toBe('very-late')
  expect(age({ status: 'preparing', placedAtIso: minutesBefore(11) }).urgency).toBe('calm')
  expect(age({ status: 'preparing', placedAtIso: minutesBefore(12) }).urgency).toBe('late')
  const ready = { status: 'ready', placedAtIso: minutesBefore(40) } as const
  expect(age({ ...ready, timeline: [{ status: 'ready', atIso: minutesBefore(4) }] })).toEqual({
    minutes: 4,
    urgency: 'calm',
  })
  expect(age({ status: 'completed', placedAtIso: minutesBefore(500) }).urgency).toBe('calm')
})

test('a tablet whose clock is behind shows no negative age', () => {
  expect(ageOf(orderOf({ id: 'a', placedAtIso: minutesBefore(-5) }), noon).minutes).toBe(0)
})

test('a newer view takes the place of an older one, never the other way round', () => {
  const items = [
    { id: 'a', version: 3 },
    { id: 'b', version: 1 },
  ]
  expect(withNewer(items, { id: 'a', version: 2 })).toEqual(items)
  expect(withNewer(items, { id: 'a', version: 4 })[0]).toEqual({ id: 'a', version: 4 })
  expect(withNewer(items, { id: 'c', version: 1 }).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  expect(withChanged(items, 'b', (item) => ({ ...item, version: 9 }))[1]).toEqual({ id: 'b', version: 9 })
})

test('an order rings once: not when it changes, not when it was there before', () => {
  const orders = [orderOf({ id: 'a' }), orderOf({ id: 'b' }), orderOf({ id: 'c', status: 'accepted' })]
  expect(newlyPlaced(orders, new Set(['a']))).toEqual(['b'])
  expect(newlyPlaced(orders, new Set(['a', 'b']))).toEqual([])
})

const promised = (minutesAhead: number, isAsap: boolean) => ({
  promise: { atIso: new Date(noon + minutesAhead * 60_000).toISOString(), isAsap },
})

test('an order for later stands behind those for now until half an hour before its time', () => {
  const early = (minutesAhead: number) =>
    orderOf({ id: 'later', placedAtIso: minutesBefore(90), ...promised(minutesAhead, false) })
  const now = orderOf({ id: 'now', placedAtIso: minutesBefore(5), ...promised(10, true) })
  const newOnes = (minutesAhead: number) => arrangeBoard([early(minutesAhead), now]).new.map(({ id }) => id)
  expect(newOnes(60)).toEqual(['now', 'later'])
  expect(newOnes(20)).toEqual(['later', 'now'])
  expect(ageOf(early(60), noon)).toEqual({ minutes: 0, urgency: 'calm' })
  expect(ageOf(early(20), noon)).toEqual({ minutes: 10, urgency: 'very-late' })
})

test('what is cooked for a promised time is late by that time, however long it has been there', () => {
  const cooking = (minutesAhead: number) =>
    ageOf(
      orderOf({ id: 'a', status: 'preparing', placedAtIso: minutesBefore(40), ...promised(minutesAhead, true) }),
      noon,
    ).urgency
  expect([6, 4, -1].map(cooking)).toEqual(['calm', 'late', 'very-late'])
})
