import { expect, test } from 'vitest'
import type { Booking } from '#model/shop/bookings.ts'
import type { MoveSlot } from '#platform/contract/merchant.ts'
import { lanesOf, slotMeant, weekOf } from './calendar.ts'

const booking = (id: string, from: string, to: string) =>
  ({ id, startsAtIso: `2026-10-05T${from}:00Z`, endsAtIso: `2026-10-05T${to}:00Z` }) as Booking

test('what overlaps stands side by side, what follows takes the place that is free', () => {
  const lanes = lanesOf([
    booking('c', '11:00', '12:00'),
    booking('a', '10:00', '11:00'),
    booking('b', '10:30', '12:00'),
    booking('d', '12:00', '13:00'),
  ])
  expect([...lanes]).toEqual([
    ['a', { lane: 0, lanes: 2 }],
    ['b', { lane: 1, lanes: 2 }],
    ['c', { lane: 0, lanes: 2 }],
    ['d', { lane: 0, lanes: 1 }],
  ])
})

test('a week is Monday to Sunday, also over the end of a year', () => {
  expect(weekOf('2026-10-05')[0]).toBe('2026-10-05')
  expect(weekOf('2026-10-11')[0]).toBe('2026-10-05')
  expect(weekOf('2027-01-01')).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ])
})

const slot = (time: string, ...labels: string[]): MoveSlot => ({
  startsAtIso: `2026-10-05T${time}:00Z`,
  localTime: time,
  partOfDay: 'afternoon',
  available: labels.length > 0,
  free: labels.map((label) => ({ id: `id of ${label}`, label })),
})
const minuteOf = (iso: string) => Number(iso.slice(11, 13)) * 60 + Number(iso.slice(14, 16))

test('a drop means the nearest free time, at the table it was dropped on', () => {
  const slots = [slot('12:00', 'T1', 'T2'), slot('12:30', 'T2'), slot('13:00')]
  const meant = (minute: number, place: string | null) => {
    const found = slotMeant(slots, minute, minuteOf, place)
    return found && [found.slot.localTime, found.resourceId]
  }
  expect(meant(12 * 60 + 10, 'T1')).toEqual(['12:00', 'id of T1'])
  expect(meant(12 * 60 + 25, 'T1')).toEqual(['12:00', 'id of T1'])
  expect(meant(12 * 60 + 25, 'T2')).toEqual(['12:30', 'id of T2'])
  expect(meant(12 * 60 + 25, null)).toEqual(['12:30', null])
  expect(meant(13 * 60 + 5, 'T2')).toBeUndefined()
  expect(meant(12 * 60, 'T9')).toBeUndefined()
  expect(slotMeant([slot('18:00', 'T1 + T2')], 18 * 60, minuteOf, 'T2')?.resourceId).toBe('id of T1 + T2')
})
