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
  const formatter = formatterFor(currency, language)
  const digits = formatter.resolvedOptions().maximumFractionDigits ?? 2
  const parts = formatter.formatToParts(amountMinor / 10 ** digits)
  const figures = parts.flatMap((part) => (isFigure[part.type] ? part.value : []))
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

/** Digits behind the decimal point in this currency: 2 for CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

const isFigure: { readonly [type: string]: true } = {
  minusSign: true,
  integer: true,
  group: true,
  decimal: true,
  fraction: true,
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
