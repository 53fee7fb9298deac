import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { OpeningHours } from '#model/shop/catalogue.ts'
import { promiseTimes, quarterOf } from './promise-times.ts'
import type { PromiseRules } from './promise-times.ts'

const everyDay = (opens: string, closes: string): OpeningHours => ({
  weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens, closes })),
  exceptions: [{ date: '2026-06-10', periods: [], note: 'Closed' }],
})

/** What is offered at this wall time, as wall times: the first and last, and how many. */
function offered(local: string, change: Partial<PromiseRules> = {}): string {
  const rules = {
    hours: everyDay('10:00', '14:00'),
    timeZone: 'Asia/Shanghai',
    leadMinutes: 20,
    aheadDays: 0,
    ...change,
  }
  const now = Temporal.PlainDateTime.from(local).toZonedDateTime(rules.timeZone).toInstant()
  const { asap, quarters } = promiseTimes(rules, now)
  const wall = (at: Temporal.Instant | null | undefined) =>
    at?.toZonedDateTimeISO(rules.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).slice(8) ?? 'never'
  return `${wall(asap)} | ${quarters.length} from ${wall(quarters[0])} to ${wall(quarters.at(-1))}`
}

test.each<[string, string, Partial<PromiseRules>?]>([
  // Closed: nothing at once; the first dish of the day takes as long as any other.
  ['2026-06-08T08:00', 'never | 15 from 08T10:30 to 08T14:00'],
  ['2026-06-08T10:00', '08T10:20 | 15 from 08T10:30 to 08T14:00'],
  ['2026-06-08T11:01', '08T11:25 | 11 from 08T11:30 to 08T14:00'],
  // What is ordered before the door closes is still cooked.
  ['2026-06-08T13:55', '08T14:15 | 0 from never to never'],
  ['2026-06-08T14:00', 'never | 0 from never to never'],
  ['2026-06-08T15:00', 'never | 15 from 09T10:30 to 09T14:00', { aheadDays: 1 }],
  // The closed day is left out.
  ['2026-06-09T15:00', 'never | 0 from never to never', { aheadDays: 1 }],
  ['2026-06-09T15:00', 'never | 15 from 11T10:30 to 11T14:00', { aheadDays: 2 }],
  ['2026-06-08T11:00', '08T12:30 | 7 from 08T12:30 to 08T14:00', { leadMinutes: 90 }],
  // A bar's evening ends tomorrow, and after midnight it is still that evening.
  ['2026-06-08T22:00', '08T22:20 | 15 from 08T22:30 to 09T02:00', { hours: everyDay('18:00', '02:00') }],
  [
    '2026-06-09T01:00',
    '09T01:20 | 3 from 09T01:30 to 09T02:00',
    { hours: { ...everyDay('18:00', '02:00'), weekly: [{ day: 1, opens: '18:00', closes: '02:00' }] } },
  ],
  ['2026-06-08T23:30', '08T23:50 | 1 from 09T00:00 to 09T00:00', { hours: everyDay('00:00', '00:00') }],
  // The clock is set forward at two, and back at three: the quarters that there are, each once.
  [
    '2026-03-29T01:10',
    '29T01:30 | 7 from 29T01:30 to 29T04:00',
    { hours: everyDay('01:00', '04:00'), timeZone: 'Europe/Berlin' },
  ],
  [
    '2026-10-25T01:10',
    '25T01:30 | 15 from 25T01:30 to 25T04:00',
    { hours: everyDay('01:00', '04:00'), timeZone: 'Europe/Berlin' },
  ],
  ['2026-06-08T11:01', '08T11:25 | 11 from 08T11:30 to 08T14:00', { timeZone: 'Asia/Kathmandu' }],
  ['2026-06-08T11:01', '08T11:25 | 11 from 08T11:30 to 08T14:00', { timeZone: 'Australia/Lord_Howe' }],
])('at %s: %s', (local, expected, change) => {
  expect(offered(local, change)).toBe(expected)
})

test('a long plan is cut where nobody would read on', () => {
  expect(offered('2026-06-08T00:00', { hours: everyDay('00:00', '00:00'), aheadDays: 14 })).toMatch(/\| 200 from/)
})

test('a quarter of an hour begins at or before what is in it', () => {
  const quarter = (text: string) => quarterOf(Temporal.Instant.from(text)).toString()
  expect(quarter('2026-06-08T12:00:00Z')).toBe('2026-06-08T12:00:00Z')
  expect(quarter('2026-06-08T12:14:59.999Z')).toBe('2026-06-08T12:00:00Z')
  expect(quarter('2026-06-08T12:15:00Z')).toBe('2026-06-08T12:15:00Z')
})
