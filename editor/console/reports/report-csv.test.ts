import { expect, test } from 'vitest'
import { en } from '#editor/words/en.ts'
import { zhCn } from '#editor/words/zh-cn.ts'
import type { SalesReport } from '#platform/contract/reports.ts'
import { reportCsv } from './report-csv.ts'

const totals = { orders: 2, salesMinor: 7250, refundedMinor: 600, bookings: 1, guests: 3, joined: 1 }
const report: SalesReport = {
  ...{ fromDay: '2026-03-01', toDay: '2026-03-02', currency: 'CNY', hasAny: true, totals, before: totals },
  series: [{ day: '2026-03-01', orders: 2, salesMinor: 7250, bookings: 1 }],
  hours: [{ hour: 4, orders: 2, salesMinor: 7250 }],
  channels: [
    { channel: 'dine_in', orders: 1, salesMinor: 3650 },
    { channel: 'of-a-newer-version', orders: 1, salesMinor: 3600 },
  ],
  dishes: [{ dishId: 'a', name: '=HYPERLINK("https://evil.example")', quantity: 2, salesMinor: 7250 }],
  services: [{ serviceId: 's', name: 'A table, by the window', bookings: 1, guests: 3, cancelled: 0, noShows: 1 }],
  members: { buyers: 2, returning: 1, salesMinor: 7250, returningSalesMinor: 3600 },
}

test('amounts are numbers that add up, hours and days are told plainly, and nothing becomes a formula', () => {
  const lines = reportCsv(report, en).split('\r\n')
  expect(lines).toContain('2026-03-01,72.50,2,1')
  expect(lines).toContain('04:00,72.50,2')
  expect(lines).toContain('Eat in,36.50,1')
  expect(lines).toContain('of-a-newer-version,36,1')
  expect(lines).toContain(`"'=HYPERLINK(""https://evil.example"")",72.50,2`)
  expect(lines).toContain('"A table, by the window",1,3,0,1')
  expect(lines).toContain('Came back,1,36')
})

test('in Chinese it has the same lines', () => {
  expect(reportCsv(report, zhCn).split('\r\n')).toHaveLength(reportCsv(report, en).split('\r\n').length)
})

test('a currency without small change has none', () => {
  expect(reportCsv({ ...report, currency: 'JPY' }, en)).toContain('2026-03-01,7250,2,1')
})
