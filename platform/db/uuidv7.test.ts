import { expect, test } from 'vitest'
import { uuidv7 } from './uuidv7.ts'

test('ids made one after the other sort in that order, also within a millisecond and when the clock goes back', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) =>
    uuidv7(index < 10_000 ? 1_700_000_000_000 : 1_600_000_000_000),
  )
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

test('an id is a UUID of version 7 and carries its time', () => {
  const id = uuidv7(Date.parse('2100-01-01T00:00:00Z'))
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(4_102_444_800_000)
})
