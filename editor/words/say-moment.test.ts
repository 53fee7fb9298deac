import { expect, test } from 'vitest'
import { sayDay, sayMoment } from './say-moment.ts'

const now = new Date(2026, 10, 22, 20, 5).getTime()
const at = (...date: [year: number, month: number, day: number, hour: number]) => new Date(...date).getTime()
const words = { today: 'Today', yesterday: 'Yesterday' }

test('days are told as people tell them, by this browser’s midnight', () => {
  const days = [at(2026, 10, 22, 0), at(2026, 10, 21, 23), at(2026, 10, 20, 23), at(2025, 11, 31, 9)]
  expect(days.map((day) => sayDay(day, now, 'en', words))).toEqual([
    'Today',
    'Yesterday',
    'Friday, November 20',
    'Wednesday, December 31, 2025',
  ])
})

test('moments say no more than is needed', () => {
  const moments = [at(2026, 10, 22, 9), at(2026, 10, 21, 9), at(2025, 10, 22, 9)]
  expect(moments.map((moment) => sayMoment(moment, now, 'zh-CN'))).toEqual([
    '9:00',
    '11月21日 9:00',
    '2025年11月22日 9:00',
  ])
})
