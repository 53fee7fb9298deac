import { expect, test } from 'vitest'
import { currencySign, moneyText, parsePrice, priceInputText } from './money.ts'

test('a price is read as people type it', () => {
  const read = (text: string, currency = 'CNY') => parsePrice(text, currency)
  const good: [string, number][] = [
    ['12.5', 1250],
    ['12.50', 1250],
    ['12,5', 1250],
    ['12', 1200],
    ['¥12.5', 1250],
    [' 12.5 元 ', 1250],
    ['１２。５', 1250],
    ['1,234.50', 123_450],
    ['0.07', 7],
    ['12.', 1200],
    ['12.500', 1250],
    ['0', 0],
  ]
  for (const [text, value] of good) expect(read(text), text).toEqual({ ok: true, value })
})

test('what is no price is refused with its reason', () => {
  const reason = (text: string, currency = 'CNY') => {
    const read = parsePrice(text, currency)
    return read.ok ? undefined : read.reason
  }
  expect(reason('  ')).toBe('empty')
  for (const text of ['abc', '-5', '1.2.3', '1e3', '12,34,5']) expect(reason(text), text).toBe('not-a-price')
  expect(reason('12.345')).toBe('too-fine')
  expect(reason('12.5', 'JPY')).toBe('too-fine')
  expect(reason('100000.01')).toBe('too-large')
})

test('currencies have the digits they have', () => {
  expect(parsePrice('1200', 'JPY')).toEqual({ ok: true, value: 1200 })
  expect(parsePrice('1.234', 'KWD')).toEqual({ ok: true, value: 1234 })
  expect(priceInputText(1250, 'CNY')).toBe('12.50')
  expect(priceInputText(1200, 'CNY')).toBe('12')
  expect(priceInputText(1205, 'KWD')).toBe('1.205')
  expect(priceInputText(1200, 'JPY')).toBe('1200')
})

test('an amount in the input reads back as itself', () => {
  for (const currency of ['CNY', 'JPY', 'KWD'])
    for (const amount of [0, 1, 9, 10, 99, 100, 101, 1999, 10_000_000])
      expect(parsePrice(priceInputText(amount, currency), currency)).toEqual({ ok: true, value: amount })
})

test('amounts are written in the language of the person', () => {
  expect(moneyText(184_250, 'CNY', 'zh-CN')).toBe('¥1,842.50')
  expect(moneyText(184_250, 'CNY', 'en')).toBe('¥1,842.50')
  expect(currencySign('EUR', 'en')).toBe('€')
})
