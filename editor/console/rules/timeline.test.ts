import { expect, test } from 'vitest'
import type { Booking } from '#model/shop/bookings.ts'
import { bookingActions, isListed } from './booking-rules.ts'
import { minuteOnDay, nowOnTimeline, placeOnTimeline, timelineOf } from './timeline.ts'

const zone = 'Asia/Shanghai'
const day = '2026-10-05'
const hours = { weekly: [{ day: 1, opens: '10:30', closes: '21:00' }], exceptions: [] }

function bookingOf(from: string, to: string, status: Booking['status'] = 'confirmed'): Booking {
  return {
    id: from,
    code: 'K7QX',
    serviceId: 's',
    serviceName: 'Table',
    startsAtIso: from,
    endsAtIso: to,
    timeZone: zone,
    partySize: 2,
    resourceLabels: ['T1'],
    status,
    contactName: 'Lin',
    contactPhone: '1',
    note: '',
    version: 1,
  }
}

test('the day is as long as its hours and its bookings', () => {
  expect(timelineOf(hours, day, [], zone)).toEqual({ fromHour: 10, toHour: 21 })
  const late = bookingOf('2026-10-05T12:30:00Z', '2026-10-05T14:10:00Z')
  expect(timelineOf(hours, day, [late], zone)).toEqual({ fromHour: 10, toHour: 23 })
  expect(timelineOf(hours, day, [{ ...late, status: 'cancelled' }], zone)).toEqual({ fromHour: 10, toHour: 21 })
  expect(timelineOf(hours, '2026-10-06', [], zone)).toEqual({ fromHour: 11, toHour: 21 })
})

test('hours past midnight belong to the evening they began in', () => {
  const bar = { weekly: [{ day: 1, opens: '18:00', closes: '02:00' }], exceptions: [] }
  expect(timelineOf(bar, day, [], zone)).toEqual({ fromHour: 18, toHour: 26 })
  expect(minuteOnDay('2026-10-05T17:30:00Z', day, zone)).toBe(25 * 60 + 30)
})

test('a booking stands where its time is, and now where now is', () => {
  const line = { fromHour: 10, toHour: 20 }
  const place = placeOnTimeline(bookingOf('2026-10-05T04:00:00Z', '2026-10-05T05:30:00Z'), day, line)
  expect(place.top).toBeCloseTo(0.2)
  expect(place.height).toBeCloseTo(0.15)
  expect(nowOnTimeline(Date.parse('2026-10-05T07:00:00Z'), day, zone, line)).toBeCloseTo(0.5)
  expect(nowOnTimeline(Date.parse('2026-10-05T13:00:00Z'), day, zone, line)).toBeUndefined()
  expect(nowOnTimeline(Date.parse('2026-10-04T07:00:00Z'), day, zone, line)).toBeUndefined()
})

test('only what the shop may do with a booking is offered', () => {
  const startsAtIso = '2026-10-05T04:00:00Z'
  const nowMs = Date.parse(startsAtIso)
  const actions = (status: Booking['status'], ms = nowMs) => bookingActions({ status, startsAtIso }, ms)
  expect(actions('confirmed')).toEqual(['check-in', 'no-show', 'cancel'])
  expect(actions('confirmed', nowMs - 1)).toEqual(['check-in', 'cancel'])
  expect(actions('requested')).toEqual(['accept', 'decline'])
  expect(actions('unpaid')).toEqual(['cancel'])
  expect(actions('checked_in')).toEqual(['complete', 'cancel'])
  expect(actions('held')).toEqual([])
  for (const over of ['completed', 'no_show', 'cancelled', 'expired'] as const) expect(actions(over)).toEqual([])
  expect(isListed('expired')).toBe(false)
})
