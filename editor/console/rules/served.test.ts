import { expect, test } from 'vitest'
import { servedText } from './served.ts'

const words = { dayNames: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], everyDay: 'every day', join: ', ' }
const on = (days: number[], opens: string, closes: string) => days.map((day) => ({ day, opens, closes }))

test('days with the same hours are said together', () => {
  expect(servedText(on([1, 2, 3, 4, 5], '06:00', '10:00'), words)).toBe('Mon–Fri 06:00–10:00')
  expect(servedText([...on([1, 2], '06:00', '10:00'), ...on([6], '08:00', '11:00')], words)).toBe(
    'Mon–Tue 06:00–10:00, Sat 08:00–11:00',
  )
  expect(servedText(on([1, 2, 3, 4, 5, 6, 7], '17:00', '22:00'), words)).toBe('every day 17:00–22:00')
  expect(servedText([...on([3], '17:00', '22:00'), ...on([3], '11:00', '14:00')], words)).toBe(
    'Wed 11:00–14:00 17:00–22:00',
  )
  expect(servedText([], words)).toBe('')
})
