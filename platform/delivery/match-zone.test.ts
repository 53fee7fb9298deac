import { expect, test } from 'vitest'
import { feeOf, matchZone } from './match-zone.ts'

const zones = [
  { id: 'near', areas: ['200040', "Jing'an", '静安区'] },
  { id: 'city', areas: ['2000*', 'SW1A 1AA'] },
  { id: 'far', areas: ['20*'] },
]

test.each([
  ['200040', 'near'],
  [' 200 040 ', 'near'],
  ['２０００４０', 'near'],
  ["JING'AN", 'near'],
  ['静安区', 'near'],
  ['200041', 'city'],
  ['sw1a-1aa', 'city'],
  ['201100', 'far'],
  ['100000', undefined],
  ['静安', undefined],
  ['', undefined],
  ['*', undefined],
])('%s is in %s', (area, id) => {
  expect(matchZone(zones, area)?.id).toBe(id)
})

const zone = { id: 'z', name: '', feeMinor: 600, minSpendMinor: 0, rideMinutes: 0 }

test.each([
  [9999, 10_000, 600],
  [10_000, 10_000, 0],
  [10_000_000, null, 600],
])('%i spent, for free from %s: %i', (spent, freeFromMinor, fee) => {
  expect(feeOf({ ...zone, freeFromMinor }, spent)).toBe(fee)
})
