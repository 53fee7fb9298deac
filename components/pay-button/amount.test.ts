import { expect, test } from 'vitest'
import { limitsOf, payableAmount } from './payable-amount.ts'
import { typedAmountMinor } from '../kit/typed-amount.ts'

const fixed = { kind: 'fixed', amountMinor: 2850, minMinor: 1, maxMinor: 9 } as const
const typed = { kind: 'typed', amountMinor: 2850, minMinor: 500, maxMinor: 10_000 } as const

test('amounts are read as people type them', () => {
  const read = (text: string) => typedAmountMinor(text, 2)
  expect(['28', '28.5', ' 28.50 ', '0.05', '28.', '1,280.00', '28,5', '28。5', '２８．５'].map(read)).toEqual([
    2800, 2850, 2850, 5, 2800, 128_000, 2850, 2850, 2850,
  ])
})

test('what is not one clear amount is not guessed', () => {
  for (const text of ['', '.', '-3', '1e3', '28.555', '1.2.3', '二十', '¥28', '99999999999', '0x10', 'NaN'])
    expect(typedAmountMinor(text, 2), text).toBeNull()
})

test('currencies without decimals have none', () => {
  expect(typedAmountMinor('500', 0)).toBe(500)
  expect(typedAmountMinor('500.5', 0)).toBeNull()
})

test('a fixed amount is what it is, whatever was typed', () => {
  expect(payableAmount(fixed, null)).toBe(2850)
  expect(payableAmount(fixed, 1)).toBe(2850)
  expect(payableAmount({ ...fixed, amountMinor: null }, 100)).toBeNull()
  expect(payableAmount({ ...fixed, amountMinor: 20_000_000 }, null)).toBeNull()
})

test('a typed amount counts within its limits, both included', () => {
  expect([499, 500, 10_000, 10_001].map((minor) => payableAmount(typed, minor))).toEqual([null, 500, 10_000, null])
  for (const minor of [null, 0, -500, 500.5, Number.NaN, Infinity]) expect(payableAmount(typed, minor)).toBeNull()
})

test('limits that contradict each other still make sense', () => {
  expect(limitsOf({ ...typed, minMinor: null, maxMinor: null })).toEqual({ minMinor: 1, maxMinor: 10_000_000 })
  expect(limitsOf({ ...typed, minMinor: 900, maxMinor: 100 })).toEqual({ minMinor: 900, maxMinor: 900 })
  expect(limitsOf(fixed)).toBeNull()
})
