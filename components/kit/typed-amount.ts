/**
 * An amount as a visitor types it, in minor units: `28`, `28.5`, `1,280.00`, `28。5`, full-width figures.
 * @param digits - how many digits the currency has behind the point
 * @returns null for anything that is not one clear amount
 */
export function typedAmountMinor(typed: string, digits: number): number | null {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replaceAll('。', '.')
    .replace(/,(?=\d{3}(\D|$))/g, '')
    .replace(',', '.')
  const match = /^(\d{1,9})(?:\.(\d*))?$/.exec(plain)
  const [, whole = '', part = ''] = match ?? []
  if (!match || part.length > digits) return null
  return Number(whole + part.padEnd(digits, '0'))
}
