import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { OpeningHours } from './catalogue.ts'
import { findSlot, slotsOfDate } from './slots.ts'
import type { SlotRules } from './slots.ts'

const allDay: OpeningHours = {
  weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' })),
  exceptions: [],
}

function rulesFor(timeZone: string, hours: OpeningHours = allDay, change: Partial<SlotRules> = {}): SlotRules {
  return {
    timeZone,
    hours,
    durationMinutes: 30,
    slotStepMinutes: 30,
    minNoticeMinutes: 0,
    maxAdvanceDays: 366,
    ...change,
  }
}

const longBefore = Temporal.Instant.from('2026-01-01T00:00Z')

/** The hours around a change of the clocks, as local times with their UTC instants: written by hand from the zones' rules. */
const nights: [zone: string, date: string, from: string, to: string, expected: string[]][] = [
  ['Europe/Berlin', '2026-03-29', '01:30', '03:30', ['01:30 00:30Z', '03:00 01:00Z', '03:30 01:30Z']],
  [
    'Europe/Berlin',
    '2026-10-25',
    '01:30',
    '03:00',
    [
      '01:30 23:30Z',
      '02:00+02:00 00:00Z',
      '02:30+02:00 00:30Z',
      '02:00+01:00 01:00Z',
      '02:30+01:00 01:30Z',
      '03:00 02:00Z',
    ],
  ],
  ['Europe/London', '2026-03-29', '00:30', '02:30', ['00:30 00:30Z', '02:00 01:00Z', '02:30 01:30Z']],
  ['America/New_York', '2026-03-08', '01:30', '03:30', ['01:30 06:30Z', '03:00 07:00Z', '03:30 07:30Z']],
  [
    'America/New_York',
    '2026-11-01',
    '00:30',
    '02:00',
    [
      '00:30 04:30Z',
      '01:00-04:00 05:00Z',
      '01:30-04:00 05:30Z',
      '01:00-05:00 06:00Z',
      '01:30-05:00 06:30Z',
      '02:00 07:00Z',
    ],
  ],
  ['America/St_Johns', '2026-03-08', '01:30', '03:00', ['01:30 05:00Z', '03:00 05:30Z']],
  ['Australia/Sydney', '2026-10-04', '01:30', '03:00', ['01:30 15:30Z', '03:00 16:00Z']],
  // Clocks move by half an hour here: 02:00 to 02:30 in October, 02:00 back to 01:30 in April.
  ['Australia/Lord_Howe', '2026-10-04', '01:30', '03:00', ['01:30 15:00Z', '02:30 15:30Z', '03:00 16:00Z']],
  [
    'Australia/Lord_Howe',
    '2026-04-05',
    '01:00',
    '02:00',
    ['01:00 14:00Z', '01:30+11:00 14:30Z', '01:30+10:30 15:00Z', '02:00 15:30Z'],
  ],
  [
    'Pacific/Auckland',
    '2026-04-05',
    '01:30',
    '02:30',
    ['01:30 12:30Z', '02:00+13:00 13:00Z', '02:30+13:00 13:30Z', '02:00+12:00 14:00Z', '02:30+12:00 14:30Z'],
  ],
  ['Africa/Cairo', '2026-04-24', '00:00', '01:30', ['01:00 22:00Z', '01:30 22:30Z']],
  ['Asia/Shanghai', '2026-03-29', '01:30', '03:00', ['01:30 17:30Z', '02:00 18:00Z', '02:30 18:30Z', '03:00 19:00Z']],
  ['Asia/Kathmandu', '2026-03-29', '01:30', '02:00', ['01:30 19:45Z', '02:00 20:15Z']],
]

test.each(nights)('%s on %s: slots stand on the wall clock', (zone, date, from, to, expected) => {
  const slots = slotsOfDate(rulesFor(zone), Temporal.PlainDate.from(date), longBefore)
  const around = slots
    .filter(({ localTime }) => localTime.slice(0, 5) >= from && localTime.slice(0, 5) <= to)
    .map(({ localTime, start }) => `${localTime} ${start.toString().slice(11, 16)}Z`)
  expect(around).toEqual(expected)
})

test('a day has as many half-hours as it really lasts', () => {
  const count = (zone: string, date: string) =>
    slotsOfDate(rulesFor(zone), Temporal.PlainDate.from(date), longBefore).length
  expect(count('Europe/Berlin', '2026-03-29')).toBe(46)
  expect(count('Europe/Berlin', '2026-10-25')).toBe(50)
  expect(count('Australia/Lord_Howe', '2026-10-04')).toBe(47)
  expect(count('Australia/Lord_Howe', '2026-04-05')).toBe(49)
  expect(count('Asia/Shanghai', '2026-03-29')).toBe(48)
})

const evenings: OpeningHours = {
  weekly: [
    { day: 5, opens: '11:30', closes: '14:00' },
    { day: 5, opens: '17:00', closes: '01:00' },
  ],
  exceptions: [
    { date: '2026-05-15', periods: [], note: 'Holiday' },
    { date: '2026-05-16', periods: [{ opens: '12:00', closes: '13:00' }], note: '' },
  ],
}

test('slots end before the shop closes, also after midnight, and belong to their own date', () => {
  const rules = rulesFor('Asia/Shanghai', evenings, { durationMinutes: 90, slotStepMinutes: 60 })
  const timesOn = (date: string) =>
    slotsOfDate(rules, Temporal.PlainDate.from(date), longBefore).map(({ localTime }) => localTime)
  expect(timesOn('2026-05-08')).toEqual([
    '11:30',
    '12:30',
    '17:00',
    '18:00',
    '19:00',
    '20:00',
    '21:00',
    '22:00',
    '23:00',
  ])
  expect(timesOn('2026-05-09')).toEqual([])
  const short = { ...rules, durationMinutes: 30 }
  expect(
    slotsOfDate(short, Temporal.PlainDate.from('2026-05-09'), longBefore).map(({ localTime }) => localTime),
  ).toEqual(['00:00'])
  expect(timesOn('2026-05-15')).toEqual([])
  expect(
    slotsOfDate(short, Temporal.PlainDate.from('2026-05-16'), longBefore).map(({ localTime }) => localTime),
  ).toEqual(['12:00'])
})

test('parts of the day, notice and horizon', () => {
  const rules = rulesFor('Asia/Shanghai', evenings, { minNoticeMinutes: 60, maxAdvanceDays: 7, slotStepMinutes: 150 })
  const now = Temporal.Instant.from('2026-05-08T10:30:00+08:00')
  const today = slotsOfDate(rules, Temporal.PlainDate.from('2026-05-08'), now)
  expect(today.map(({ localTime, partOfDay }) => `${localTime} ${partOfDay}`)).toEqual([
    '11:30 morning',
    '17:00 evening',
    '19:30 evening',
    '22:00 evening',
  ])
  const later = now.add({ minutes: 1 })
  expect(slotsOfDate(rules, Temporal.PlainDate.from('2026-05-08'), later)[0]?.localTime).toBe('17:00')
  expect(slotsOfDate(rules, Temporal.PlainDate.from('2026-05-22'), now)).toEqual([])
  expect(findSlot(rules, Temporal.Instant.from('2026-05-08T17:00:00+08:00'), now)?.end.toString()).toBe(
    '2026-05-08T09:30:00Z',
  )
  expect(findSlot(rules, Temporal.Instant.from('2026-05-08T17:01:00+08:00'), now)).toBeUndefined()
})
