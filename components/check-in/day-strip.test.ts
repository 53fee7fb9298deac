import { expect, test } from 'vitest'
import { dayStrip, pointsOn } from './day-strip.ts'

const rule = { points: 2, streakDays: 5, streakPoints: 10 }
const days = (...args: Parameters<typeof dayStrip>) => dayStrip(...args).map(({ day }) => day)

test('a round of days is shown whole, with what was done and where the prize is', () => {
  expect(dayStrip(rule, 2, true)).toEqual([
    { day: 1, points: 2, isDone: true, isPrize: false },
    { day: 2, points: 2, isDone: true, isPrize: false },
    { day: 3, points: 2, isDone: false, isPrize: false },
    { day: 4, points: 2, isDone: false, isPrize: false },
    { day: 5, points: 12, isDone: false, isPrize: true },
  ])
})

test('after a full round the next one begins with the next day, not with the last press', () => {
  expect(days(rule, 5, true)).toEqual([1, 2, 3, 4, 5])
  expect(days(rule, 5, false)).toEqual([6, 7, 8, 9, 10])
})

test('of a long round seven days are shown, today among them and the prize at the end', () => {
  const long = { ...rule, streakDays: 30 }
  expect(days(long, 0, false)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(days(long, 12, true)).toEqual([9, 10, 11, 12, 13, 14, 15])
  expect(days(long, 29, false)).toEqual([24, 25, 26, 27, 28, 29, 30])
})

test('without a prize for days in a row it is a week', () => {
  expect(days({ points: 3 }, 8, true)).toEqual([8, 9, 10, 11, 12, 13, 14])
  expect(pointsOn({ points: 3 }, 7)).toBe(3)
})
