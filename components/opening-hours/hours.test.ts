import { expect, test } from 'vitest'
import { mockNowMs, mockShop } from '../kit/stories/mock-shop.ts'
import { openStatus } from './status.ts'
import { exceptionsAhead, periodTexts, weekRows } from './week.ts'

const at = (iso: string) => ({ mode: 'live', language: 'en', nowMs: Date.parse(iso) }) as const
const open = mockShop('en', { isOpen: true, changesAtIso: '2026-10-14T14:00:00+08:00' })

test('an open shop says until when, and in minutes shortly before closing', () => {
  expect(openStatus(open, at('2026-10-14T11:20:00+08:00'))).toEqual({
    tone: 'open',
    state: 'Open now',
    change: 'until 14:00',
  })
  expect(openStatus(open, at('2026-10-14T13:40:00+08:00'))).toEqual({
    tone: 'soon',
    state: 'Open now',
    change: 'closes in 20 min',
  })
})

test('a page left open past the change says closed, and promises nothing it does not know', () => {
  expect(openStatus(open, at('2026-10-14T14:01:00+08:00'))).toEqual({ tone: 'closed', state: 'Closed now', change: '' })
})

test('a closed shop says when it opens', () => {
  const closed = mockShop('en', { isOpen: false, changesAtIso: '2026-10-15T11:00:00+08:00' })
  expect(openStatus(closed, at('2026-10-14T23:00:00+08:00')).change).toBe('opens tomorrow 11:00')
  const shut = mockShop('en', { isOpen: false, changesAtIso: null })
  expect(openStatus(shut, at('2026-10-14T23:00:00+08:00'))).toEqual({ tone: 'closed', state: 'Closed now', change: '' })
})

test('the week runs from Monday, with today in the shop’s zone', () => {
  const rows = weekRows(open, mockNowMs)
  expect(rows.map((row) => row.periods.length)).toEqual([0, 2, 2, 2, 2, 1, 1])
  expect(rows.filter((row) => row.isToday).map((row) => row.day)).toEqual(['2026-10-14'])
  // Still Wednesday in Shanghai's west, already Thursday in Shanghai.
  expect(weekRows(open, Date.parse('2026-10-14T16:30:00Z')).find((row) => row.isToday)?.weekday).toBe(4)
})

test('days that differ are told two weeks ahead, in order', () => {
  expect(exceptionsAhead(open, mockNowMs).map((each) => each.date)).toEqual(['2026-10-20', '2026-10-25'])
  expect(exceptionsAhead(open, Date.parse('2026-10-10T12:00:00Z')).map((each) => each.date)).toEqual(['2026-10-20'])
  expect(exceptionsAhead(open, Date.parse('2026-10-26T12:00:00Z'))).toEqual([])
})

test('periods are told in order of time, midnight as 24:00', () => {
  const periods = [
    { opens: '17:00', closes: '00:00' },
    { opens: '11:00', closes: '14:00' },
  ]
  expect(periodTexts(periods)).toEqual(['11:00–14:00', '17:00–24:00'])
})
