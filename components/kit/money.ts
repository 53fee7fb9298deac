import type { BlockEnv } from './view.ts'

type Language = BlockEnv['language']

export interface MoneyParts {
  /** The currency's sign, set smaller than the figures. May come after them: `after` says so. */
  readonly sign: string
  readonly figures: string
  readonly after: boolean
}

/** An amount as sign and figures, e.g. `¥` and `32` or `9.50`; whole amounts have no decimals. */
export function moneyParts(amountMinor: number, currency: string, language: Language): MoneyParts {
  const plain = plainCurrencies[currency]
  if (plain) return { sign: plain.sign, figures: plainFigures(amountMinor, plain.digits), after: false }
  const formatter = formatterFor(currency, language)
  const digits = formatter.resolvedOptions().maximumFractionDigits ?? 2
  const parts = formatter.formatToParts(amountMinor / 10 ** digits)
  const figures = parts.flatMap(({ type, value }) => (type === 'currency' || type === 'literal' ? [] : value))
  const sign = parts.findIndex((part) => part.type === 'currency')
  return {
    sign: parts[sign]?.value ?? currency,
    figures: figures.join(''),
    after: sign > 0 && parts[0]?.type === 'integer',
  }
}

/** An amount in one piece, e.g. `¥32` or `€9.50`. */
export function formatMoney(amountMinor: number, currency: string, language: Language): string {
  const { sign, figures, after } = moneyParts(amountMinor, currency, language)
  return after ? `${figures} ${sign}` : sign + figures
}

/**
 * Written alike in both languages. The browser's own formatter says the same, but its first use costs a cheap phone a
 * tenth of a second.
 */
const plainCurrencies: { readonly [currency: string]: { readonly sign: string; readonly digits: number } } = {
  CNY: { sign: '¥', digits: 2 },
  HKD: { sign: '$', digits: 2 },
  USD: { sign: '$', digits: 2 },
  EUR: { sign: '€', digits: 2 },
  GBP: { sign: '£', digits: 2 },
  JPY: { sign: '¥', digits: 0 },
}

function plainFigures(amountMinor: number, digits: number): string {
  const minor = Math.abs(amountMinor)
  const unit = 10 ** digits
  const whole = String(Math.floor(minor / unit)).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  const rest = minor % unit
  return (amountMinor < 0 ? '-' : '') + whole + (rest > 0 ? `.${String(rest).padStart(digits, '0')}` : '')
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatterFor(currency: string, language: Language): Intl.NumberFormat {
  const key = language + currency
  const known =
    formatters.get(key) ??
    new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      trailingZeroDisplay: 'stripIfInteger',
    })
  formatters.set(key, known)
  return known
}
