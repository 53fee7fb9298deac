import { expect, test } from 'vitest'
import { formatMoney, moneyParts } from './money.ts'

test('whole amounts have no decimals, others have them all', () => {
  expect(formatMoney(3200, 'CNY', 'zh-CN')).toBe('¥32')
  expect(formatMoney(3250, 'CNY', 'en')).toBe('¥32.50')
  expect(formatMoney(128_000_05, 'USD', 'en')).toBe('$128,000.05')
})

test('minor units are the currency’s own', () => {
  expect(formatMoney(800, 'JPY', 'en')).toBe('¥800')
  expect(formatMoney(1250, 'KWD', 'en')).toMatch(/1\.250$/)
})

test('sign and figures apart', () => {
  expect(moneyParts(990, 'EUR', 'en')).toEqual({ sign: '€', figures: '9.90', after: false })
})
