import { expect, test } from 'vitest'
import type { TicketStatus } from '#platform/contract/kitchen.ts'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import { arrangeKitchen, stationChoices } from './kitchen.ts'
import { withNewer } from './newer.ts'

const noon = Date.parse('2026-06-08T12:00:00Z')
const at = (minute: number) => new Date(noon + minute * 60_000).toISOString()

function order(
  number: number,
  tickets: readonly (readonly [stationId: string | null, status: TicketStatus])[],
  change: Partial<MerchantOrder> = {},
): MerchantOrder {
  const line = {
    dishId: 'd',
    name: '',
    variantName: '',
    modifiers: [],
    note: '',
    quantity: 1,
    unitMinor: 0,
    totalMinor: 0,
  }
  return {
    id: `order-${number}`,
    number,
    status: 'preparing',
    payStatus: 'paid',
    channel: 'pickup',
    tableLabel: null,
    lines: tickets.map((_, index) => ({ ...line, name: `dish ${number}.${index}` })),
    currency: 'CNY',
    subtotalMinor: 0,
    discountMinor: 0,
    totalMinor: 0,
    createdAtIso: at(number),
    placedAtIso: at(number),
    pointsEarned: 0,
    timeline: [],
    reason: '',
    version: 1,
    contactPhone: null,
    memberName: null,
    tickets: tickets.map(([stationId, status], index) => ({
      id: `${number}-${index}`,
      stationId,
      stationName: stationId ?? '',
      status,
      lines: [index],
      sinceIso: at(number + index),
    })),
    ...change,
  }
}

const orders = [
  order(3, [['wok', 'new']]),
  order(1, [
    ['wok', 'cooking'],
    ['bar', 'done'],
  ]),
  order(2, [[null, 'new']], { status: 'accepted' }),
  order(4, [['wok', 'done']], { status: 'completed' }),
  order(5, [['wok', 'done']], { status: 'ready' }),
  order(6, [['wok', 'cancelled']], { status: 'cancelled' }),
]
const shown = (station: string) => {
  const { open, done } = arrangeKitchen(orders, station)
  return [open.map(({ lines }) => lines[0]?.name).join(), done.map(({ lines }) => lines[0]?.name).join()]
}

test.each([
  ['all', 'dish 1.0,dish 2.0,dish 3.0', 'dish 5.0,dish 1.1'],
  ['wok', 'dish 1.0,dish 3.0', 'dish 5.0'],
  ['bar', '', 'dish 1.1'],
  ['none', 'dish 2.0', ''],
])('a screen at %s shows what is to be made, oldest first, and what can be called back', (station, open, done) => {
  expect(shown(station)).toEqual([open, done])
})

test('an order for later stands where its time puts it', () => {
  const later = order(0, [['wok', 'new']], { promise: { atIso: at(90), isAsap: false } })
  expect(arrangeKitchen([later, ...orders], 'wok').open.at(-1)?.order.number).toBe(0)
})

test('a screen can be at each station there is, and where a ticket waits that has none', () => {
  expect(stationChoices([{ id: 'bar', name: 'Bar' }], orders)).toEqual([
    { value: 'bar', name: 'Bar' },
    { value: 'wok', name: 'wok' },
    { value: 'none', name: null },
  ])
})

test('events that come twice, late or out of turn leave every ticket once and as it is now', () => {
  const versions = (['new', 'cooking', 'done'] as const).map((status, index) =>
    order(7, [['wok', status]], { version: index + 1 }),
  )
  const told = [2, 0, 2, 1, 0].flatMap((index) => versions[index] ?? [])
  const known = told.reduce<MerchantOrder[]>((list, each) => withNewer(list, each), [])
  expect(arrangeKitchen(known, 'all')).toMatchObject({ open: [], done: [{ ticket: { status: 'done' } }] })
})
