import { expect, test } from 'vitest'
import { shareSales, takesOf } from './share-sales.ts'
import type { OpenSale, SoldLine } from './share-sales.ts'

const line = (variantId: string, quantity: number, note = '') => ({
  dishId: `dish of ${variantId}`,
  variantId,
  quantity,
  modifiers: [],
  note,
})
const sale = (change: Partial<OpenSale> = {}): OpenSale => ({
  id: 's',
  variantId: 'large',
  priceMinor: 990,
  available: 3,
  ...change,
})
const told = (lines: readonly SoldLine[]) =>
  lines.map(({ variantId, quantity, sale: at, isRest }) =>
    [variantId, quantity, at ? at.priceMinor : 'usual', ...(isRest ? ['rest'] : [])].join(' '),
  )

test('a line that a sale has enough of is sold at its price, others as ever', () => {
  const lines = shareSales([line('small', 2), line('large', 3)], [sale()])
  expect(told(lines)).toEqual(['small 2 usual', 'large 3 990'])
  expect(takesOf(lines)).toEqual(new Map([['s', 3]]))
})

test('of a line that is larger than what is left the rest costs the usual price', () => {
  expect(told(shareSales([line('large', 5, 'hot')], [sale({ available: 2 })]))).toEqual([
    'large 2 990',
    'large 3 usual rest',
  ])
})

test('several lines of one size share what is left, the first one first', () => {
  const lines = shareSales([line('large', 2), line('large', 2, 'mild'), line('large', 1, 'hot')], [sale()])
  expect(told(lines)).toEqual(['large 2 990', 'large 1 990', 'large 1 usual rest', 'large 1 usual'])
  expect(takesOf(lines)).toEqual(new Map([['s', 3]]))
})

test('a sale that has none left, or ever fewer, sells nothing', () => {
  for (const available of [0, -2])
    expect(told(shareSales([line('large', 1)], [sale({ available })]))).toEqual(['large 1 usual'])
  expect(takesOf(shareSales([line('large', 1)], [])).size).toBe(0)
})
