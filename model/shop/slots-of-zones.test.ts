import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { slotsOfDate } from './slots.ts'

interface ZoneOfTable {
  readonly zone: string
  /** The night on which the clocks are put forward, with the hours that the shop is open, and the slots: local time, UTC. */
  readonly forward: readonly [date: string, hours: string, slots: string]
  readonly back: readonly [date: string, hours: string, slots: string]
}

/**
 * Made by hand from the rules of the zones for 2026 (no library had a part in it). A slot each hour; the shop opens every
 * day at these hours, so what is open past midnight adds the first hours of the date.
 */
const table: readonly ZoneOfTable[] = [
  {
    zone: 'Europe/Berlin',
    forward: ['2026-03-29', '00:00-05:00', '00:00 23:00, 01:00 00:00, 03:00 01:00, 04:00 02:00'],
    back: [
      '2026-10-25',
      '00:00-05:00',
      '00:00 22:00, 01:00 23:00, 02:00+02:00 00:00, 02:00+01:00 01:00, 03:00 02:00, 04:00 03:00',
    ],
  },
  {
    zone: 'Europe/London',
    forward: ['2026-03-29', '00:00-05:00', '00:00 00:00, 02:00 01:00, 03:00 02:00, 04:00 03:00'],
    back: [
      '2026-10-25',
      '00:00-05:00',
      '00:00 23:00, 01:00+01:00 00:00, 01:00+00:00 01:00, 02:00 02:00, 03:00 03:00, 04:00 04:00',
    ],
  },
  // Midnight itself is skipped, and the hour after midnight comes twice.
  {
    zone: 'Atlantic/Azores',
    forward: ['2026-03-29', '00:00-05:00', '01:00 01:00, 02:00 02:00, 03:00 03:00, 04:00 04:00'],
    back: [
      '2026-10-25',
      '00:00-05:00',
      '00:00+00:00 00:00, 00:00-01:00 01:00, 01:00 02:00, 02:00 03:00, 03:00 04:00, 04:00 05:00',
    ],
  },
  {
    zone: 'America/New_York',
    forward: ['2026-03-08', '00:00-05:00', '00:00 05:00, 01:00 06:00, 03:00 07:00, 04:00 08:00'],
    back: [
      '2026-11-01',
      '00:00-05:00',
      '00:00 04:00, 01:00-04:00 05:00, 01:00-05:00 06:00, 02:00 07:00, 03:00 08:00, 04:00 09:00',
    ],
  },
  {
    zone: 'America/Los_Angeles',
    forward: ['2026-03-08', '00:00-05:00', '00:00 08:00, 01:00 09:00, 03:00 10:00, 04:00 11:00'],
    back: [
      '2026-11-01',
      '00:00-05:00',
      '00:00 07:00, 01:00-07:00 08:00, 01:00-08:00 09:00, 02:00 10:00, 03:00 11:00, 04:00 12:00',
    ],
  },
  {
    zone: 'America/St_Johns',
    forward: ['2026-03-08', '00:00-05:00', '00:00 03:30, 01:00 04:30, 03:00 05:30, 04:00 06:30'],
    back: [
      '2026-11-01',
      '00:00-05:00',
      '00:00 02:30, 01:00-02:30 03:30, 01:00-03:30 04:30, 02:00 05:30, 03:00 06:30, 04:00 07:30',
    ],
  },
  // Back at midnight: the last hour of the day before comes twice.
  {
    zone: 'America/Santiago',
    forward: ['2026-09-06', '00:00-05:00', '01:00 04:00, 02:00 05:00, 03:00 06:00, 04:00 07:00'],
    back: [
      '2026-04-04',
      '21:00-02:00',
      '00:00 03:00, 01:00 04:00, 21:00 00:00, 22:00 01:00, 23:00-03:00 02:00, 23:00-04:00 03:00',
    ],
  },
  {
    zone: 'Africa/Cairo',
    forward: ['2026-04-24', '00:00-05:00', '01:00 22:00, 02:00 23:00, 03:00 00:00, 04:00 01:00'],
    back: [
      '2026-10-29',
      '21:00-02:00',
      '00:00 21:00, 01:00 22:00, 21:00 18:00, 22:00 19:00, 23:00+03:00 20:00, 23:00+02:00 21:00',
    ],
  },
  // Before a Friday, and back on a Sunday.
  {
    zone: 'Asia/Jerusalem',
    forward: ['2026-03-27', '00:00-05:00', '00:00 22:00, 01:00 23:00, 03:00 00:00, 04:00 01:00'],
    back: [
      '2026-10-25',
      '00:00-05:00',
      '00:00 21:00, 01:00+03:00 22:00, 01:00+02:00 23:00, 02:00 00:00, 03:00 01:00, 04:00 02:00',
    ],
  },
  {
    zone: 'Australia/Sydney',
    forward: ['2026-10-04', '00:00-05:00', '00:00 14:00, 01:00 15:00, 03:00 16:00, 04:00 17:00'],
    back: [
      '2026-04-05',
      '00:00-05:00',
      '00:00 13:00, 01:00 14:00, 02:00+11:00 15:00, 02:00+10:00 16:00, 03:00 17:00, 04:00 18:00',
    ],
  },
  // By half an hour: of the whole hours only 02:00 is skipped, and none comes twice.
  {
    zone: 'Australia/Lord_Howe',
    forward: ['2026-10-04', '00:00-05:00', '00:00 13:30, 01:00 14:30, 03:00 16:00, 04:00 17:00'],
    back: ['2026-04-05', '00:00-05:00', '00:00 13:00, 01:00 14:00, 02:00 15:30, 03:00 16:30, 04:00 17:30'],
  },
  {
    zone: 'Pacific/Auckland',
    forward: ['2026-09-27', '00:00-05:00', '00:00 12:00, 01:00 13:00, 03:00 14:00, 04:00 15:00'],
    back: [
      '2026-04-05',
      '00:00-05:00',
      '00:00 11:00, 01:00 12:00, 02:00+13:00 13:00, 02:00+12:00 14:00, 03:00 15:00, 04:00 16:00',
    ],
  },
  // At a quarter to.
  {
    zone: 'Pacific/Chatham',
    forward: ['2026-09-27', '00:00-05:00', '00:00 11:15, 01:00 12:15, 02:00 13:15, 04:00 14:15'],
    back: [
      '2026-04-05',
      '00:00-05:00',
      '00:00 10:15, 01:00 11:15, 02:00 12:15, 03:00+13:45 13:15, 03:00+12:45 14:15, 04:00 15:15',
    ],
  },
  // By two hours.
  {
    zone: 'Antarctica/Troll',
    forward: ['2026-03-29', '00:00-05:00', '00:00 00:00, 03:00 01:00, 04:00 02:00'],
    back: [
      '2026-10-25',
      '00:00-05:00',
      '00:00 22:00, 01:00+02:00 23:00, 02:00+02:00 00:00, 01:00+00:00 01:00, 02:00+00:00 02:00, 03:00 03:00, 04:00 04:00',
    ],
  },
]

const nights = table.flatMap(({ zone, forward, back }) => [
  { zone, night: forward },
  { zone, night: back },
])

test.each(nights)(
  '$zone, $night.0: the slots are those of the hand-made table',
  ({ zone, night: [date, hours, slots] }) => {
    const [opens = '', closes = ''] = hours.split('-')
    const rules = {
      hours: { weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens, closes })), exceptions: [] },
      timeZone: zone,
      durationMinutes: 30,
      slotStepMinutes: 60,
      minNoticeMinutes: 0,
      maxAdvanceDays: 366,
    }
    const found = slotsOfDate(rules, Temporal.PlainDate.from(date), Temporal.Instant.from('2026-01-01T00:00Z'))
    expect(found.map(({ localTime, start }) => `${localTime} ${start.toString().slice(11, 16)}`).join(', ')).toBe(slots)
  },
)
