/** What a coupon is worth on a bill. Pure; the only place that works it out. */
import type { OrderLine } from '#model/shop/orders.ts'
import type { CouponTerms } from './coupon-terms.ts'

export interface Bill {
  readonly lines: readonly Pick<OrderLine, 'dishId' | 'unitMinor' | 'modifiers'>[]
  readonly subtotalMinor: number
  /** What the member's tier takes off by itself. */
  readonly memberDiscountMinor: number
}

export type CouponValue =
  | {
      readonly ok: true
      /** Always more than 0. */
      readonly couponMinor: number
      /** What is left of it beside the coupon: all, or nothing. */
      readonly memberDiscountMinor: number
    }
  | {
      readonly ok: false
      readonly obstacle:
        | { readonly kind: 'min-spend'; readonly missingMinor: number }
        | { readonly kind: 'dish-missing'; readonly dishId: string }
        | { readonly kind: 'member-price-is-better' }
    }

/**
 * What a coupon takes off a bill. The least to spend is held against the dishes' own prices, before any discount. A
 * coupon that adds to the member's price works on what that leaves, and never takes off more than there is; one that
 * stands in for it applies only where it takes off more. Shares are rounded half up, once.
 */
export function couponValue(terms: CouponTerms, bill: Bill): CouponValue {
  const { gain, minSpendMinor, addsToMemberPrice } = terms
  if (bill.subtotalMinor < minSpendMinor)
    return { ok: false, obstacle: { kind: 'min-spend', missingMinor: minSpendMinor - bill.subtotalMinor } }
  const dishMinor = gain.kind === 'item' ? cheapestOf(gain.dishId, bill) : 0
  if (gain.kind === 'item' && dishMinor === undefined)
    return { ok: false, obstacle: { kind: 'dish-missing', dishId: gain.dishId } }
  const memberDiscountMinor = addsToMemberPrice ? bill.memberDiscountMinor : 0
  const leftMinor = bill.subtotalMinor - memberDiscountMinor
  const couponMinor = Math.min(leftMinor, gain.kind === 'item' ? (dishMinor ?? 0) : gainOn(gain, leftMinor))
  if (couponMinor + memberDiscountMinor <= bill.memberDiscountMinor)
    return { ok: false, obstacle: { kind: 'member-price-is-better' } }
  return { ok: true, couponMinor, memberDiscountMinor }
}

function gainOn(gain: Exclude<CouponTerms['gain'], { readonly kind: 'item' }>, leftMinor: number): number {
  if (gain.kind === 'amount') return gain.amountMinor
  const share = Math.floor((leftMinor * gain.percent + 50) / 100)
  return gain.mostMinor === null ? share : Math.min(share, gain.mostMinor)
}

/** One piece without its extras. */
function cheapestOf(dishId: string, { lines }: Bill): number | undefined {
  const prices = lines
    .filter((line) => line.dishId === dishId)
    .map(({ unitMinor, modifiers }) =>
      modifiers.reduce((left, { priceMinor, quantity }) => left - priceMinor * quantity, unitMinor),
    )
  return prices.length > 0 ? Math.min(...prices) : undefined
}
