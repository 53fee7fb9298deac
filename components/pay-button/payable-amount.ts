import type { PayButtonProps } from './definition.ts'

type AmountRules = Pick<PayButtonProps, 'kind' | 'amountMinor' | 'minMinor' | 'maxMinor'>

/** No button takes more than this in one payment, whatever its limits say. */
export const mostPayableMinor = 10_000_000

/** The limits of a typed amount, or null for a button that takes a fixed one. */
export function limitsOf(rules: AmountRules): { readonly minMinor: number; readonly maxMinor: number } | null {
  if (rules.kind === 'fixed') return null
  const minMinor = Math.max(1, rules.minMinor ?? 1)
  return { minMinor, maxMinor: Math.min(mostPayableMinor, Math.max(minMinor, rules.maxMinor ?? mostPayableMinor)) }
}

/**
 * What is to be paid when a visitor asks to pay `typedMinor`: the fixed amount whatever was typed, or the typed one if
 * it is a whole number within the limits. The view and the server decide by this same rule.
 * @returns null when nothing may be paid: no amount set, none typed, or out of range.
 */
export function payableAmount(rules: AmountRules, typedMinor: number | null): number | null {
  const limits = limitsOf(rules)
  if (!limits) return rules.amountMinor && rules.amountMinor <= mostPayableMinor ? rules.amountMinor : null
  if (typedMinor === null || !Number.isInteger(typedMinor)) return null
  return typedMinor >= limits.minMinor && typedMinor <= limits.maxMinor ? typedMinor : null
}
