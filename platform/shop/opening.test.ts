import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { OpeningHours } from '#model/shop/catalogue.ts'
import { businessDate, openState } from './opening.ts'

const noodleShop: OpeningHours = {
  weekly: [
    { day: 1, opens: '10:00', closes: '14:00' },
    { day: 1, opens: '17:00', closes: '22:00' },
    { day: 6, opens: '18:00', closes: '02:00' },
  ],
  exceptions: [
    { date: '2026-06-15', periods: [], note: 'Closed today' },
    { date: '2026-06-16', periods: [{ opens: '09:00', closes: '10:00' }], note: '' },
  ],
}

const at = (hours: OpeningHours, zone: string, local: string): string => {
  const now = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()
  const { isOpen, changesAt } = openState(hours, zone, now)
  const change = changesAt?.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  return `${isOpen ? 'open' : 'closed'} until ${change ?? 'further notice'}`
}

test.each([
  ['2026-06-08T09:59', 'closed until 2026-06-08T10:00'],
  ['2026-06-08T10:00', 'open until 2026-06-08T14:00'],
  ['2026-06-08T14:00', 'closed until 2026-06-08T17:00'],
  ['2026-06-13T23:00', 'open until 2026-06-14T02:00'],
  ['2026-06-14T01:59', 'open until 2026-06-14T02:00'],
  ['2026-06-14T02:00', 'closed until 2026-06-16T09:00'],
  ['2026-06-15T11:00', 'closed until 2026-06-16T09:00'],
  ['2026-06-16T09:30', 'open until 2026-06-16T10:00'],
])('at %s in Shanghai: %s', (local, expected) => {
  expect(at(noodleShop, 'Asia/Shanghai', local)).toBe(expected)
})

test('a shop that never closes, and one that never opens, have no next change', () => {
  const always = {
    weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' })),
    exceptions: [],
  }
  expect(at(always, 'Europe/Berlin', '2026-03-28T12:00')).toBe('open until further notice')
  expect(at({ weekly: [], exceptions: [] }, 'Asia/Tokyo', '2026-03-28T12:00')).toBe('closed until further notice')
})

test('the night on which clocks change is as long as it is', () => {
  const bar = { weekly: [{ day: 6, opens: '20:00', closes: '04:00' }], exceptions: [] }
  const hoursOpen = (zone: string, evening: string) => {
    const now = Temporal.PlainDateTime.from(evening).toZonedDateTime(zone).toInstant()
    return openState(bar, zone, now).changesAt?.since(now).total('hours')
  }
  expect(hoursOpen('Europe/Berlin', '2026-03-28T20:00')).toBe(7)
  expect(hoursOpen('Europe/Berlin', '2026-10-24T20:00')).toBe(9)
  expect(hoursOpen('America/Los_Angeles', '2026-03-07T20:00')).toBe(7)
  expect(hoursOpen('Asia/Shanghai', '2026-03-28T20:00')).toBe(8)
})

test('a closing time that occurs twice is the second one', () => {
  const bar = { weekly: [{ day: 6, opens: '20:00', closes: '02:30' }], exceptions: [] }
  const { changesAt } = openState(bar, 'Europe/Berlin', Temporal.Instant.from('2026-10-24T20:00Z'))
  expect(changesAt?.toString()).toBe('2026-10-25T01:30:00Z')
})

test('orders after midnight belong to the evening before', () => {
  const date = (local: string) =>
    businessDate(
      'Asia/Shanghai',
      '04:00',
      Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant(),
    )
  expect([date('2026-06-13T23:59'), date('2026-06-14T03:59'), date('2026-06-14T04:00')]).toEqual([
    '2026-06-13',
    '2026-06-13',
    '2026-06-14',
  ])
})
