import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { occupiedSpans } from './occupation.ts'
import type { ServiceTimes, TakenSpan } from './occupation.ts'
import { openSlots } from './open-slots.ts'
import { seatingsFor } from './seatings.ts'
import { slotsOfDate } from './slots.ts'
import { findCheckIn, nightsFrom, stayOf } from './stays.ts'

const minuteMs = 60_000
const date = Temporal.PlainDate.from('2026-05-08')
const now = Temporal.Instant.from('2026-05-01T00:00Z')
const rules = {
  hours: { weekly: [{ day: 5, opens: '10:00', closes: '14:00' }], exceptions: [] },
  timeZone: 'UTC',
  durationMinutes: 60,
  slotStepMinutes: 30,
  minNoticeMinutes: 0,
  maxAdvanceDays: 30,
}
const plain: ServiceTimes = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0, gaps: [] }

const msAt = (time: string) => Date.parse(`2026-05-08T${time}:00Z`)
const taken = (resourceId: string, from: string, to: string): TakenSpan => ({
  resourceId,
  fromMs: msAt(from),
  toMs: msAt(to),
})
const timesOf = (times: ServiceTimes, busy: readonly TakenSpan[], seatings: readonly string[][] = [['ann']]) =>
  openSlots({ rules, times, seatings, taken: busy, date, now })
    .filter(({ free }) => free.length > 0)
    .map(({ localTime }) => localTime)
const shown = (times: ServiceTimes, minutes: number) =>
  occupiedSpans({ fromMs: 0, toMs: minutes * minuteMs }, times).map(
    ({ fromMs, toMs }) => `${fromMs / minuteMs}–${toMs / minuteMs}`,
  )

test('a visit takes its buffers too, and not its gaps', () => {
  expect(shown(plain, 60)).toEqual(['0–60'])
  const colour = { bufferBeforeMinutes: 10, bufferAfterMinutes: 15, gaps: [{ fromMinutes: 30, minutes: 45 }] }
  expect(shown(colour, 120)).toEqual(['-10–30', '75–135'])
  const two = {
    ...plain,
    gaps: [
      { fromMinutes: 60, minutes: 10 },
      { fromMinutes: 20, minutes: 10 },
    ],
  }
  expect(shown(two, 90)).toEqual(['0–20', '30–60', '70–90'])
  expect(shown({ ...plain, gaps: [{ fromMinutes: 200, minutes: 10 }] }, 60)).toEqual(['0–60'])
  expect(shown({ ...plain, gaps: [{ fromMinutes: 50, minutes: 30 }] }, 60)).toEqual(['0–50'])
})

test('buffers keep others away on both sides, and may lie outside the opening hours', () => {
  const busy = [taken('ann', '11:30', '12:00')]
  expect(timesOf(plain, busy)).toEqual(['10:00', '10:30', '12:00', '12:30', '13:00'])
  expect(timesOf({ ...plain, bufferAfterMinutes: 15 }, busy)).toEqual(['10:00', '12:00', '12:30', '13:00'])
  expect(timesOf({ ...plain, bufferBeforeMinutes: 15 }, busy)).toEqual(['10:00', '10:30', '12:30', '13:00'])
  expect(timesOf({ ...plain, bufferBeforeMinutes: 60, bufferAfterMinutes: 60 }, [])).toHaveLength(7)
})

test('in the gap of one another one fits', () => {
  const long = { ...rules, durationMinutes: 120 }
  const gap = { ...plain, gaps: [{ fromMinutes: 30, minutes: 60 }] }
  const busy = occupiedSpans({ fromMs: msAt('10:00'), toMs: msAt('12:00') }, gap).map((span) => ({
    ...span,
    resourceId: 'ann',
  }))
  expect(timesOf(plain, busy)).toEqual(['10:30', '12:00', '12:30', '13:00'])
  const again = openSlots({ rules: long, times: gap, seatings: [['ann']], taken: busy, date, now })
  expect(again.filter(({ free }) => free.length > 0).map(({ localTime }) => localTime)).toEqual([
    '10:30',
    '11:00',
    '12:00',
  ])
})

test('whoever is free does it, the first of the list before the others', () => {
  const busy = [taken('ann', '10:00', '11:00'), taken('bo', '10:30', '12:00')]
  const slots = openSlots({ rules, times: plain, seatings: [['ann'], ['bo']], taken: busy, date, now })
  expect(slots.map(({ localTime, free }) => `${localTime} ${free.flat().join('+')}`)).toEqual([
    '10:00 ',
    '10:30 ',
    '11:00 ann',
    '11:30 ann',
    '12:00 ann+bo',
    '12:30 ann+bo',
    '13:00 ann+bo',
  ])
})

const tables = [
  { id: 'T1', seats: 2, joinsNext: true },
  { id: 'T2', seats: 2, joinsNext: true },
  { id: 'T3', seats: 4, joinsNext: false },
  { id: 'T4', seats: 6, joinsNext: false },
]

test.each([
  [1, ['T1', 'T2', 'T3', 'T4']],
  [3, ['T3', 'T4', 'T1+T2']],
  [5, ['T4', 'T2+T3']],
  [6, ['T4', 'T2+T3']],
  [7, ['T1+T2+T3']],
  [8, ['T1+T2+T3']],
  [9, []],
])('%i people sit at the best table, or at some that stand together', (party, expected) => {
  expect(seatingsFor(party, tables).map((seating) => seating.join('+'))).toEqual(expected)
})

test('a party that needs two tables has none while one of them is taken', () => {
  const seatings = seatingsFor(7, tables)
  const slots = openSlots({ rules, times: plain, seatings, taken: [taken('T2', '12:00', '13:00')], date, now })
  expect(slots.filter(({ free }) => free.length > 0).map(({ localTime }) => localTime)).toEqual([
    '10:00',
    '10:30',
    '11:00',
    '13:00',
  ])
})

test('a class begins by its timetable, whenever the shop opens, and not on a closed day', () => {
  const timetable = [
    { day: 5, time: '18:30' },
    { day: 5, time: '07:00' },
    { day: 6, time: '09:00' },
  ]
  const times = (change: object = {}) =>
    slotsOfDate({ ...rules, timetable, ...change }, date, now).map(({ localTime }) => localTime)
  expect(times()).toEqual(['07:00', '18:30'])
  const holiday = { ...rules.hours, exceptions: [{ date: '2026-05-08', periods: [], note: '' }] }
  expect(times({ hours: holiday })).toEqual([])
  const berlin = { ...rules, timeZone: 'Europe/Berlin', timetable: [{ day: 7, time: '02:30' }] }
  const starts = (text: string) =>
    slotsOfDate({ ...berlin, maxAdvanceDays: 366 }, Temporal.PlainDate.from(text), now).map(({ start }) =>
      start.toString(),
    )
  expect(starts('2026-10-25')).toEqual(['2026-10-25T00:30:00Z'])
  expect(
    slotsOfDate(berlin, Temporal.PlainDate.from('2026-03-29'), Temporal.Instant.from('2026-03-20T00:00Z')),
  ).toEqual([])
})

const hotel = {
  timeZone: 'Europe/Berlin',
  checkIn: '15:00',
  checkOut: '11:00',
  maxNights: 7,
  minNoticeMinutes: 0,
  maxAdvanceDays: 366,
}
const iso = (ms: number) => new Date(ms).toISOString()

test('a night lasts from check-in to check-out on the wall clock, also when the clocks change in it', () => {
  const stay = stayOf(hotel, Temporal.PlainDate.from('2026-03-28'), 1)
  expect([iso(stay.fromMs), iso(stay.toMs)]).toEqual(['2026-03-28T14:00:00.000Z', '2026-03-29T09:00:00.000Z'])
  const autumn = stayOf(hotel, Temporal.PlainDate.from('2026-10-24'), 2)
  expect([iso(autumn.fromMs), iso(autumn.toMs)]).toEqual(['2026-10-24T13:00:00.000Z', '2026-10-26T10:00:00.000Z'])
})

test('each night says which rooms are free; one leaves as the next comes', () => {
  const from = Temporal.PlainDate.from('2026-05-08')
  const stay = stayOf(hotel, from.add({ days: 1 }), 2)
  const nights = nightsFrom(hotel, from, now, ['r1', 'r2'], [{ resourceId: 'r1', ...stay }])
  expect(nights).toHaveLength(42)
  expect(nights.slice(0, 4).map(({ roomIds }) => roomIds)).toEqual([['r1', 'r2'], ['r2'], ['r2'], ['r1', 'r2']])
  expect(nights[0]).toMatchObject({ startsAtIso: '2026-05-08T13:00:00Z', localTime: '15:00', available: true })
})

test('a stay begins at check-in, today at the earliest, and not beyond the horizon', () => {
  const at = (text: string) => Temporal.Instant.from(text)
  const evening = at('2026-05-08T20:00+02:00')
  expect(findCheckIn(hotel, at('2026-05-08T15:00+02:00'), evening)?.toString()).toBe('2026-05-08')
  expect(findCheckIn(hotel, at('2026-05-08T15:30+02:00'), evening)).toBeUndefined()
  expect(findCheckIn(hotel, at('2026-05-07T15:00+02:00'), evening)).toBeUndefined()
  expect(findCheckIn({ ...hotel, minNoticeMinutes: 720 }, at('2026-05-08T15:00+02:00'), evening)).toBeUndefined()
  expect(findCheckIn({ ...hotel, maxAdvanceDays: 3 }, at('2026-05-12T15:00+02:00'), evening)).toBeUndefined()
})
