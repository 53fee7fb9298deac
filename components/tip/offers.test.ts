import { expect, test } from 'vitest'
import { offersOf } from './offers.ts'

const props = {
  kind: 'percent',
  percents: [{ percent: 5 }, { percent: 10 }, { percent: 5 }],
  amounts: [{ amountMinor: 300 }, { amountMinor: null }, { amountMinor: 300 }, { amountMinor: 500 }],
} as const

test('shares of the order, each once', () => {
  expect(offersOf(props, 3610)).toEqual([
    { key: '5%', percent: 5, amountMinor: 181 },
    { key: '10%', percent: 10, amountMinor: 361 },
  ])
})

test('amounts that are set, each once; nothing of nothing', () => {
  expect(offersOf({ ...props, kind: 'amount' }, 3610).map(({ amountMinor }) => amountMinor)).toEqual([300, 500])
  expect(offersOf(props, 0)).toEqual([])
})
