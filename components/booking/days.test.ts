import { expect, test } from 'vitest'
import type { Service, Slot } from '#model/shop/bookings.ts'
import { mockShop } from '../kit/stories/mock-shop.ts'
import { exampleSlots, nearestSlots, nextOpenDay, stripDays } from './days.ts'

const service: Service = {
  id: 'table',
  kind: 'table',
  name: 'A table',
  description: '',
  durationMinutes: 90,
  priceMinor: 0,
  minParty: 1,
  maxParty: 8,
  minNoticeMinutes: 60,
  maxAdvanceDays: 20,
}
// Friday 2 October in London and 2 p.m., but already Saturday in Auckland.
const now = Date.parse('2026-10-02T13:00:00Z')

test('the strip begins with the shop’s own today', () => {
  const first = (timeZone: string) => stripDays(mockShop('en', { timeZone }), service, now)[0]?.day
  expect(first('Europe/London')).toBe('2026-10-02')
  expect(first('Pacific/Auckland')).toBe('2026-10-03')
  expect(first('America/Los_Angeles')).toBe('2026-10-02')
})

test('two weeks at least, further when the service allows it, never without end', () => {
  const days = (maxAdvanceDays: number) => stripDays(mockShop('en'), { ...service, maxAdvanceDays }, now)
  expect(days(20)).toHaveLength(21)
  expect(days(3)).toHaveLength(14)
  expect(
    days(3)
      .filter((each) => each.open)
      .map((each) => each.day),
  ).toEqual(['2026-10-02', '2026-10-03', '2026-10-04'])
  expect(days(1000)).toHaveLength(62)
})

test('no day twice and none left out when the clocks change', () => {
  const days = stripDays(mockShop('en', { timeZone: 'Europe/London' }), { ...service, maxAdvanceDays: 40 }, now)
  expect(new Set(days.map((each) => each.day)).size).toBe(41)
  expect(days.at(-1)?.day).toBe('2026-11-11')
})

test('closed days and days within the notice are greyed, and passed over for the first choice', () => {
  // The mock shop rests on Mondays.
  const shop = mockShop('en', {
    hours: { ...mockShop('en').hours, exceptions: [{ date: '2026-10-03', periods: [], note: 'Holiday' }] },
  })
  const days = stripDays(shop, { ...service, minNoticeMinutes: 24 * 60 }, now)
  expect(days.slice(0, 5).map((each) => each.open)).toEqual([false, false, true, false, true])
  expect(nextOpenDay(days, '2026-10-02')).toBe('2026-10-04')
  expect(nextOpenDay(days, '2026-10-05')).toBe('2026-10-06')
  expect(nextOpenDay([], '2026-10-05')).toBe(undefined)
})

test('alternatives to a taken slot are the nearest that are left, in the order of the day', () => {
  const slot = (hour: number, available = true): Slot => ({
    startsAtIso: `2026-10-04T${hour}:00:00Z`,
    localTime: `${hour}:00`,
    partOfDay: 'evening',
    available,
  })
  const slots = [slot(16), slot(17), slot(18, false), slot(19), slot(20, false), slot(21)]
  expect(nearestSlots(slots, slot(19), 2).map((each) => each.localTime)).toEqual(['17:00', '21:00'])
})

test('the canvas draws slots from the opening hours', () => {
  const slots = exampleSlots(mockShop('en'), '2026-10-03')
  expect(slots[0]).toMatchObject({ localTime: '11:00', partOfDay: 'morning' })
  expect(slots.map((each) => each.localTime)).toContain('23:00')
  expect(exampleSlots(mockShop('en'), '2026-10-05')).toEqual([])
})
