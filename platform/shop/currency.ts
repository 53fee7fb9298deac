/** How many digits ISO 4217 gives a currency's minor unit. Those not named have two. */
const digitsOf: { readonly [currency: string]: number } = {
  ...Object.fromEntries(
    [
      'BIF',
      'CLP',
      'DJF',
      'GNF',
      'ISK',
      'JPY',
      'KMF',
      'KRW',
      'PYG',
      'RWF',
      'UGX',
      'UYI',
      'VND',
      'VUV',
      'XAF',
      'XOF',
      'XPF',
    ].map((currency) => [currency, 0]),
  ),
  ...Object.fromEntries(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((currency) => [currency, 3])),
}

export function minorDigits(currency: string): number {
  return digitsOf[currency] ?? 2
}

export function minorPerUnit(currency: string): number {
  return 10 ** minorDigits(currency)
}

/** `1234` of CNY as `12.34`: exact, by digits. */
export function decimalOf(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency)
  const text = String(amountMinor).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** The reverse; undefined for anything that is not an exact amount of this currency. */
export function minorOf(decimal: string, currency: string): number | undefined {
  const digits = minorDigits(currency)
  const match = /^(\d{1,13})(?:\.(\d+))?$/.exec(decimal)
  const fraction = match?.[2] ?? ''
  if (!match || fraction.length !== digits) return undefined
  return Number((match[1] ?? '') + fraction)
}
