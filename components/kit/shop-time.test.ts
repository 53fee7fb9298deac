import { expect, test } from 'vitest'
import { periodsOn, weekdayOf } from './opening-periods.ts'
import { addDays, dayIn, isOpenAt, timeText, weekdayText, whenText } from './shop-time.ts'
import type { OpeningHours, ShopInfo } from '#model/shop/catalogue.ts'

const lateEvening = Date.parse('2026-10-02T16:30:00Z')

test('the day is the shop’s, whatever the day is elsewhere', () => {
  expect(dayIn('Asia/Shanghai', lateEvening)).toBe('2026-10-03')
  expect(dayIn('America/Los_Angeles', lateEvening)).toBe('2026-10-02')
  expect(dayIn('Pacific/Kiritimati', lateEvening)).toBe('2026-10-03')
})

test('days are counted over months, leap years and clock changes', () => {
  expect(addDays('2026-10-31', 1)).toBe('2026-11-01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  // Both sides of the change to and from summer time in Europe.
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
  expect(weekdayOf('2026-10-04')).toBe(7)
  expect(weekdayOf('2026-10-05')).toBe(1)
})

test('an exception replaces the rule of the week, also by closing', () => {
  const hours: OpeningHours = {
    weekly: [
      { day: 5, opens: '11:00', closes: '14:00' },
      { day: 5, opens: '17:00', closes: '22:00' },
      { day: 6, opens: '11:00', closes: '22:00' },
    ],
    exceptions: [
      { date: '2026-10-02', periods: [], note: 'National day' },
      { date: '2026-10-04', periods: [{ opens: '12:00', closes: '15:00' }], note: '' },
    ],
  }
  expect(periodsOn(hours, '2026-10-02')).toEqual([])
  expect(periodsOn(hours, '2026-10-03').map((each) => each.opens)).toEqual(['11:00'])
  expect(periodsOn(hours, '2026-10-04').map((each) => each.opens)).toEqual(['12:00'])
  expect(periodsOn(hours, '2026-10-09').map((each) => each.opens)).toEqual(['11:00', '17:00'])
})

test('moments are told as the shop would say them', () => {
  const at = (iso: string, language: 'en' | 'zh-CN') => whenText(iso, 'Asia/Shanghai', language, lateEvening)
  expect(at('2026-10-03T10:30:00Z', 'zh-CN')).toBe('18:30')
  expect(at('2026-10-04T02:00:00Z', 'zh-CN')).toBe('明天 10:00')
  expect(at('2026-10-04T02:00:00Z', 'en')).toBe('tomorrow 10:00')
  expect(at('2026-10-09T02:00:00Z', 'zh-CN')).toBe('10月9日 周五 10:00')
  expect(at('2026-10-09T02:00:00Z', 'en')).toBe('Fri 9 Oct 10:00')
  expect(at('2099-01-01T04:00:00Z', 'zh-CN')).toBe('2099年1月1日 12:00')
  expect(at('2020-01-01T04:00:00Z', 'en')).toBe('1 Jan 2020 12:00')
  expect(at('0002-01-01T04:00:00Z', 'zh-CN')).toMatch(/^2年1月/)
  expect(at('9999-12-31T23:00:00Z', 'en')).toBe('1 Jan 10000 07:00')
  expect(timeText('2026-10-02T16:00:00Z', 'Asia/Shanghai')).toBe('00:00')
  expect(weekdayText('2026-10-03', 'en', '2026-10-03')).toBe('Today')
})

test('an open page follows the shop’s next change', () => {
  const shop = { isOpen: true, changesAtIso: '2026-10-02T14:00:00Z' } as ShopInfo
  expect(isOpenAt(shop, Date.parse('2026-10-02T13:59:00Z'))).toBe(true)
  expect(isOpenAt(shop, Date.parse('2026-10-02T14:00:00Z'))).toBe(false)
  expect(isOpenAt({ ...shop, changesAtIso: null }, lateEvening)).toBe(true)
})
