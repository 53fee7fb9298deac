/** The tax of a bill. Pure; the only place that works it out, in whole minor units of any currency. */
import type { TaxAtRate, TaxMode } from '#model/shop/taxes.ts'

/** Something on a bill, at its own price. */
export interface Taxable {
  readonly ratePcm: number
  readonly amountMinor: number
}

export interface Tax {
  readonly mode: TaxMode
  /** Lowest rate first. */
  readonly rates: readonly TaxAtRate[]
  readonly taxMinor: number
  /** The part of it that is not in the prices. */
  readonly addedMinor: number
}

const wholePcm = 100_000n

/**
 * Works out the tax of a bill: once per rate and rounded half up once per rate, as the rules for invoices that name each
 * rate ask (Japan's qualified invoices, the European directive), never line by line. A discount on the whole bill
 * belongs to its rates in proportion to what was bought at each, to the last unit.
 * @param goods - what the discount is taken off
 * @param extras - fees, at their full price
 * @param discountMinor - at most what the goods come to
 */
export function taxOf(
  goods: readonly Taxable[],
  discountMinor: number,
  mode: TaxMode,
  extras: readonly Taxable[] = [],
): Tax {
  if (mode === 'none') return { mode, rates: [], taxMinor: 0, addedMinor: 0 }
  const groups = byRate(goods)
  const shares = spread(
    discountMinor,
    groups.map(({ amountMinor }) => amountMinor),
  )
  const left = groups.map(({ ratePcm, amountMinor }, at) => ({ ratePcm, amountMinor: amountMinor - (shares[at] ?? 0) }))
  const rates = byRate([...left, ...extras])
    .filter(({ amountMinor }) => amountMinor > 0)
    .map(({ ratePcm, amountMinor }) => taxAt(ratePcm, amountMinor, mode))
  const taxMinor = rates.reduce((sum, rate) => sum + rate.taxMinor, 0)
  return { mode, rates, taxMinor, addedMinor: mode === 'excluded' ? taxMinor : 0 }
}

/**
 * Shares an amount out in proportion to weights; the shares add up to it exactly. What does not divide goes to the
 * largest remainders, the first of equals before the others.
 * @param weights - whole and not negative; when all are 0 only 0 can be shared out
 */
export function spread(amount: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (all === 0n) return weights.map(() => 0)
  const parts = weights.map((weight) => {
    const product = BigInt(amount) * BigInt(weight)
    return { share: product / all, rest: product % all }
  })
  let missing = BigInt(amount) - parts.reduce((sum, { share }) => sum + share, 0n)
  const inTurn = [...parts.keys()].toSorted((a, b) => Number((parts[b]?.rest ?? 0n) - (parts[a]?.rest ?? 0n)) || a - b)
  const extra = new Set<number>()
  for (const at of inTurn) {
    if (missing === 0n) break
    extra.add(at)
    missing -= 1n
  }
  return parts.map(({ share }, at) => Number(share) + (extra.has(at) ? 1 : 0))
}

/** Products of an amount and a rate go past 2^53, so they are worked out in big integers. */
function taxAt(ratePcm: number, amountMinor: number, mode: 'included' | 'excluded'): TaxAtRate {
  const product = BigInt(amountMinor) * BigInt(ratePcm)
  if (mode === 'excluded') return { ratePcm, netMinor: amountMinor, taxMinor: Number(halfUp(product, wholePcm)) }
  const taxMinor = Number(halfUp(product, wholePcm + BigInt(ratePcm)))
  return { ratePcm, netMinor: amountMinor - taxMinor, taxMinor }
}

function halfUp(numerator: bigint, denominator: bigint): bigint {
  return (numerator * 2n + denominator) / (denominator * 2n)
}

function byRate(parts: readonly Taxable[]): readonly Taxable[] {
  const amounts = new Map<number, number>()
  for (const { ratePcm, amountMinor } of parts) amounts.set(ratePcm, (amounts.get(ratePcm) ?? 0) + amountMinor)
  return [...amounts]
    .map(([ratePcm, amountMinor]) => ({ ratePcm, amountMinor }))
    .toSorted((a, b) => a.ratePcm - b.ratePcm)
}
