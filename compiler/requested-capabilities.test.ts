import { expect, test } from 'vitest'
import { requestedCapabilities } from './requested-capabilities.ts'
import { shopProgram } from './testing/shop-program.ts'

const requestedBy = (...types: string[]) =>
  [...requestedCapabilities(shopProgram({ '': types.map((type) => ({ type })) }).pages)].toSorted()

test('a program requests what its blocks need, each once, and nothing for blocks that only show', () => {
  expect(requestedBy('heading', 'text')).toEqual([])
  expect(requestedBy('heading', 'menu', 'pay-button', 'menu')).toEqual([
    'shop.customer',
    'shop.order',
    'shop.pay',
    'storage',
  ])
  expect(requestedBy('booking')).toEqual(['shop.book', 'shop.pay', 'storage'])
})

test('a kind of block that nobody knows gets nothing', () => {
  expect(requestedBy('from-the-future', 'constructor')).toEqual([])
})
