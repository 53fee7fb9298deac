import { expect, test } from 'vitest'
import { mockNowMs } from '../kit/stories/mock-shop.ts'
import { sampleMenu } from '../menu/sample-menu.ts'
import { onSale } from '../ordering/sample-sales.ts'
import { roundsOf } from './rounds-of.ts'

const later = '2026-10-14T18:00:00+08:00'
const menu = onSale(onSale(onSale(sampleMenu('en'), 'tomato', { state: 'gone', left: 0 }), 'cucumber'), 'wonton', {
  state: 'soon',
  startsAtIso: later,
  endsAtIso: '2026-10-14T20:00:00+08:00',
})
const told = (nowMs = mockNowMs, announced = true) =>
  roundsOf(menu, nowMs, announced).map(({ kind, offers }) => [kind, ...offers.map(({ dish }) => dish.id)])

test('what runs first, and of that what is gone last; then what is announced', () => {
  expect(told()).toEqual([
    ['now', 'cucumber', 'tomato'],
    ['soon', 'wonton'],
  ])
  expect(told(mockNowMs, false)).toEqual([['now', 'cucumber', 'tomato']])
})

test('what ended since the server answered is not sold any more; what should begin waits for its word', () => {
  const atSix = Date.parse(later)
  expect(told(atSix + 1000)).toEqual([['soon', 'wonton']])
  expect(told(atSix + 2 * 3_600_000)).toEqual([])
})

test('rounds come in the order in which they end', () => {
  const two = onSale(onSale(sampleMenu('en'), 'tomato', { endsAtIso: later }), 'cucumber')
  expect(roundsOf(two, mockNowMs, true).map(({ offers }) => offers[0]?.dish.id)).toEqual(['cucumber', 'tomato'])
})
