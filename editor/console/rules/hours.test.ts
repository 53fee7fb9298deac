import { expect, test } from 'vitest'
import type { OpeningHours } from '#model/shop/catalogue.ts'
import { asUsualOn, closedOn, hoursProblems, inOrder, nextPeriod, readTime, upcoming } from './hours.ts'
import { momentOf, tomorrowsOpening } from './wall-clock.ts'

const weekly = (...periods: [day: number, opens: string, closes: string][]): OpeningHours => ({
  weekly: periods.map(([day, opens, closes]) => ({ day, opens, closes })),
  exceptions: [],
})

test('good hours have no problem, also late and around the clock', () => {
  expect(hoursProblems(weekly([1, '11:00', '14:00'], [1, '17:00', '02:00'], [2, '02:00', '10:00']))).toEqual([])
  expect(hoursProblems(weekly([7, '20:00', '04:00'], [1, '04:00', '05:00']))).toEqual([])
  expect(hoursProblems(weekly([3, '08:00', '08:00']))).toEqual([])
})

test('hours that overlap are named by their day, also over midnight and the end of the week', () => {
  const overlap = (day: number) => ({ kind: 'overlap', where: { day } })
  expect(hoursProblems(weekly([1, '11:00', '14:00'], [1, '13:59', '20:00']))).toEqual([overlap(1)])
  expect(hoursProblems(weekly([1, '20:00', '03:00'], [2, '02:00', '10:00']))).toEqual([overlap(1), overlap(2)])
  expect(hoursProblems(weekly([7, '20:00', '03:00'], [1, '02:00', '10:00']))).toEqual([overlap(1), overlap(7)])
})

test('a missing time and a date given twice are told', () => {
  expect(hoursProblems(weekly([4, '', '14:00']))).toEqual([{ kind: 'bad-time', where: { day: 4 } }])
  expect(hoursProblems(weekly([4, '24:00', '14:00']))).toEqual([{ kind: 'bad-time', where: { day: 4 } }])
  const exceptions = [
    { date: '2026-10-01', periods: [], note: '' },
    { date: '2026-10-01', periods: [], note: '' },
    {
      date: '2026-10-02',
      note: '',
      periods: [
        { opens: '10:00', closes: '15:00' },
        { opens: '14:00', closes: '16:00' },
      ],
    },
  ]
  expect(hoursProblems({ weekly: [], exceptions })).toEqual([
    { kind: 'same-date', where: { date: '2026-10-01' } },
    { kind: 'overlap', where: { date: '2026-10-02' } },
  ])
})

test('times are read as people type them', () => {
  const good = { '9': '09:00', '930': '09:30', '9:30': '09:30', '0930': '09:30', '21：30': '21:30', '9.30': '09:30' }
  for (const [typed, time] of Object.entries(good)) expect(readTime(typed), typed).toBe(time)
  for (const typed of ['', '24', '9:60', '12345', 'noon', '9:3']) expect(readTime(typed), typed).toBeUndefined()
})

test('"closed today" replaces what stood there, and goes away again', () => {
  const hours = closedOn(closedOn(weekly([1, '11:00', '14:00']), '2026-10-05', 'a'), '2026-10-05', 'b')
  expect(hours.exceptions).toEqual([{ date: '2026-10-05', periods: [], note: 'b' }])
  expect(asUsualOn(hours, '2026-10-05').exceptions).toEqual([])
  expect(upcoming(hours.exceptions, '2026-10-06')).toEqual([])
})

test('hours are kept in reading order', () => {
  const sorted = inOrder(weekly([2, '09:00', '10:00'], [1, '17:00', '20:00'], [1, '09:00', '12:00']))
  expect(sorted.weekly.map(({ day, opens }) => `${day} ${opens}`)).toEqual(['1 09:00', '1 17:00', '2 09:00'])
})

test('a further period never overlaps the ones that are there', () => {
  for (const closes of ['10:00', '14:30', '21:30', '22:00', '23:59']) {
    const first = { opens: '09:30', closes }
    const added = nextPeriod([first])
    expect(hoursProblems(weekly([1, first.opens, first.closes], [1, added.opens, added.closes])), closes).toEqual([])
  }
})

test('the wall of the shop tells the moment, wherever the tablet is', () => {
  const at = (day: string, time: string, zone: string) => new Date(momentOf(day, time, zone)).toISOString()
  expect(at('2026-10-05', '10:30', 'Asia/Shanghai')).toBe('2026-10-05T02:30:00.000Z')
  expect(at('2026-07-01', '10:30', 'Europe/Berlin')).toBe('2026-07-01T08:30:00.000Z')
  expect(at('2026-12-01', '10:30', 'America/St_Johns')).toBe('2026-12-01T14:00:00.000Z')
  // Clocks go from 02:00 to 03:00: half past two does not exist and is taken an hour later.
  expect(at('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  // Clocks go from 03:00 back to 02:00: half past two comes twice, the first counts.
  expect(at('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
})

test('sold out "until tomorrow" ends when the shop opens, or at midnight when it stays closed', () => {
  const hours = closedOn(weekly([1, '17:00', '22:00'], [1, '10:30', '14:00']), '2026-10-12', '')
  expect(tomorrowsOpening(hours, '2026-10-04', 'Asia/Shanghai')).toBe('2026-10-05T02:30:00.000Z')
  expect(tomorrowsOpening(hours, '2026-10-11', 'Asia/Shanghai')).toBe('2026-10-11T16:00:00.000Z')
})
