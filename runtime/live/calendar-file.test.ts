import { expect, test } from 'vitest'
import type { Booking } from '#model/shop/bookings.ts'
import { calendarFile, eventFile } from './calendar-file.ts'

const booking: Booking = {
  id: 'b1',
  code: 'K7QX',
  serviceId: 's1',
  serviceName: 'Dinner; window, please',
  startsAtIso: '2026-03-29T17:30:00+08:00',
  endsAtIso: '2026-03-29T19:00:00+08:00',
  timeZone: 'Asia/Shanghai',
  partySize: 2,
  resourceLabels: ['T3', 'T4'],
  status: 'confirmed',
  contactName: 'Mei',
  contactPhone: '123',
  note: '',
  version: 3,
}
const shop = {
  name: '老街面馆',
  phone: '+86 21',
  address: {
    text: '上海市静安区延平路八十八号一楼靠近地铁站二号口的那一家小小面馆\n二楼',
    latitude: null,
    longitude: null,
  },
}
const nowMs = Date.parse('2026-03-01T00:00:00Z')

test('times are in UTC, texts escaped, lines end as the format asks', () => {
  const text = calendarFile(booking, undefined, nowMs)
  expect(text).toContain('\r\nDTSTART:20260329T093000Z\r\nDTEND:20260329T110000Z\r\n')
  expect(text).toContain('\r\nDTSTAMP:20260301T000000Z\r\n')
  expect(text).toContain(String.raw`SUMMARY:Dinner\; window\, please` + '\r\n')
  expect(text).toContain(String.raw`DESCRIPTION:K7QX\nT3\, T4` + '\r\n')
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('no line is longer than 75 bytes and no character is cut', () => {
  const text = calendarFile(booking, shop, nowMs)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n ', '')).toContain(String.raw`那一家小小面馆\n二楼`)
})

test('a cancelled booking says so as a later version of the same event', () => {
  const text = calendarFile({ ...booking, status: 'cancelled', version: 4 }, shop, nowMs)
  expect(text).toContain('STATUS:CANCELLED')
  expect(text).toContain('SEQUENCE:4')
  expect(text).toContain('UID:b1@shopwright')
})

test('what waits for a yes or for money is tentative, what the shop declined is off', () => {
  const statusOf = (status: Booking['status']) =>
    /STATUS:(\w+)/.exec(calendarFile({ ...booking, status }, shop, nowMs))?.[1]
  expect(statusOf('requested')).toBe('TENTATIVE')
  expect(statusOf('unpaid')).toBe('TENTATIVE')
  expect(statusOf('declined')).toBe('CANCELLED')
  expect(statusOf('confirmed')).toBe('CONFIRMED')
})

test('an event of a program is its own, and reminds of itself in time', () => {
  const text = eventFile(
    {
      id: 'n7',
      title: 'Live: knives, forks',
      text: 'On Douyin\nhttps://live.example/1',
      startsAtIso: '2026-10-14T20:00:00+08:00',
      endsAtIso: '2026-10-14T21:00:00+08:00',
      remindMinutes: 10,
    },
    'https://old-lane.example',
    nowMs,
  )
  expect(text).toContain('\r\nUID:n7@old-lane.example\r\n')
  expect(text).toContain('\r\nDTSTART:20261014T120000Z\r\nDTEND:20261014T130000Z\r\n')
  expect(text).toContain(String.raw`SUMMARY:Live: knives\, forks` + '\r\n')
  expect(text).toContain(String.raw`DESCRIPTION:On Douyin\nhttps://live.example/1` + '\r\n')
  expect(text).toContain('\r\nTRIGGER:-PT10M\r\n')
})
