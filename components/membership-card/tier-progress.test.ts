import { expect, test } from 'vitest'
import type { Membership, Tier } from '#model/shop/members.ts'
import { spacedNumber, tierProgress } from './tier-progress.ts'

const tier = (id: string, fromPoints: number): Tier => ({ id, name: id, fromPoints, discountPercent: 0, perk: '' })
const programme = { tiers: [tier('gold', 500), tier('regular', 0), tier('black', 2000)], pointsPerUnit: 1 }
const card = (tierId: string, pointsEarnedEver: number): Membership => ({
  cardNo: '',
  name: '',
  tierId,
  pointsBalance: 0,
  pointsEarnedEver,
  joinedAtIso: '',
  history: [],
})

test('the next tier and the way to it', () => {
  expect(tierProgress(programme, card('regular', 125))).toMatchObject({
    tier: { id: 'regular' },
    next: { id: 'gold' },
    missing: 375,
    share: 0.25,
  })
  expect(tierProgress(programme, card('gold', 1250))).toMatchObject({ next: { id: 'black' }, missing: 750, share: 0.5 })
})

test('at the top there is nothing left to earn', () => {
  expect(tierProgress(programme, card('black', 9000))).toMatchObject({ next: undefined, missing: 0, share: 1 })
})

test('a shop without tiers, or one whose tier is gone, still shows a card', () => {
  expect(tierProgress({ tiers: [], pointsPerUnit: 1 }, card('x', 10))).toMatchObject({
    tier: undefined,
    next: undefined,
    share: 1,
  })
  expect(tierProgress(programme, card('gone', 10))).toMatchObject({
    tier: undefined,
    next: { id: 'gold' },
    missing: 490,
  })
})

test('a tier given by hand shows an honest bar', () => {
  expect(tierProgress(programme, card('gold', 100))).toMatchObject({ next: { id: 'black' }, missing: 1900, share: 0 })
})

test('the number is read in fours', () => {
  expect(spacedNumber('880012345678')).toBe('8800 1234 5678')
  expect(spacedNumber('12345')).toBe('1234 5')
})
