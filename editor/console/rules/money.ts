import { refused, succeeded, type Outcome } from '#model/outcome.ts'

/** As the contract limits a dish's price. */
const largestMinor = 10_000_000

/** `¥12.50`, as people who read that language write it. */
export function moneyText(amountMinor: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return format.format(amountMinor / 10 ** digitsOf(currency))
}

/** `¥`, to stand beside an input. */
export function currencySign(currency: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return parts.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency
}

/** What stands in an input: `12.5` for 1250, without symbol or grouping. */
export function priceInputText(amountMinor: number, currency: string): string {
  const digits = digitsOf(currency)
  const whole = String(Math.trunc(amountMinor / 10 ** digits))
  const fraction = String(amountMinor % 10 ** digits).padStart(digits, '0')
  return digits === 0 || Number(fraction) === 0 ? whole : `${whole}.${fraction}`
}

/**
 * Reads a price as a person types it: `12.5`, `¥12.50`, `12,5`, `1,234.50`, full-width figures from a Chinese keyboard.
 * Worked out on the digits, never in fractions.
 */
export function parsePrice(
  text: string,
  currency: string,
): Outcome<'empty' | 'not-a-price' | 'too-fine' | 'too-large', number> {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\p{Sc}元]/gu, '')
    .replaceAll('。', '.')
  if (plain === '') return refused('empty')
  const grouped = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.')
  const match = /^(\d+)(?:\.(\d*))?$/.exec(grouped)
  if (!match) return refused('not-a-price')
  const digits = digitsOf(currency)
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  if (fraction.length > digits) return refused('too-fine')
  const amountMinor = Number((match[1] ?? '') + fraction.padEnd(digits, '0'))
  return amountMinor > largestMinor ? refused('too-large') : succeeded(amountMinor)
}

function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}
