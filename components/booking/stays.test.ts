import { expect, test } from 'vitest'
import type { Slot } from '#model/shop/bookings.ts'
import { leavingDay, longestStay } from './stays.ts'

const zone = 'Asia/Shanghai'
const night = (day: string, ...roomIds: string[]): Slot => ({
  startsAtIso: new Date(`${day}T15:00:00+08:00`).toISOString(),
  localTime: '15:00',
  partOfDay: 'afternoon',
  available: roomIds.length > 0,
  roomIds,
})
const nights = [
  night('2026-10-16', 'r1', 'r2'),
  night('2026-10-17', 'r2'),
  night('2026-10-18', 'r1'),
  night('2026-10-19', 'r1', 'r2'),
  night('2026-10-21', 'r1'),
]
const from = (index: number) => nights[index] ?? night('2026-10-16')

test('a stay is as long as one room is free, not as some room is', () => {
  expect(longestStay(nights, from(0), 7, zone)).toBe(2)
  expect(longestStay(nights, from(1), 7, zone)).toBe(1)
  expect(longestStay(nights, from(2), 7, zone)).toBe(2)
  expect(longestStay(nights, from(0), 1, zone)).toBe(1)
  expect(longestStay(nights, night('2026-10-20'), 7, zone)).toBe(0)
})

test('one leaves the morning after the last night, also over the end of a month', () => {
  expect(leavingDay(night('2026-10-30', 'r1'), 3, zone)).toBe('2026-11-02')
})
