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

test('currencies that are written without the formatter are written as it would', () => {
  for (const language of ['en', 'zh-CN'] as const)
    for (const currency of ['CNY', 'HKD', 'USD', 'EUR', 'GBP', 'JPY'])
      for (const amountMinor of [0, 5, 50, 99, 100, 1000, 99_999, 100_000, 123_456_789, -1234, -500_000]) {
        const formatter = new Intl.NumberFormat(language, {
          style: 'currency',
          currency,
          currencyDisplay: 'narrowSymbol',
          trailingZeroDisplay: 'stripIfInteger',
        })
        const digits = formatter.resolvedOptions().maximumFractionDigits ?? 2
        const parts = formatter.formatToParts(amountMinor / 10 ** digits)
        const figures = parts.filter(({ type }) => type !== 'currency').map(({ value }) => value)
        expect(moneyParts(amountMinor, currency, language), `${amountMinor} ${currency} ${language}`).toEqual({
          sign: parts.find(({ type }) => type === 'currency')?.value,
          figures: figures.join(''),
          after: false,
        })
      }
})
