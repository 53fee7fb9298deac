import type { CouponObstacle, QuotedCoupon } from '#model/shop/coupons.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import type { PricedCart } from '#platform/orders/price-cart.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import type { ClaimRow } from './claims.ts'
import type { CouponTerms, DishNames } from './coupon-terms.ts'
import { couponValue } from './coupon-value.ts'
import { loadDishNames, loadLiveClaims } from './load-coupons.ts'

export interface ChosenCoupon {
  readonly claimId: string
  readonly title: string
  readonly terms: CouponTerms
}

/**
 * Holds a visitor's own coupons against a cart, those that apply first and of these the best first.
 * @param plain - the cart's price without any coupon
 * @param wanted - a claim, null for none, undefined for the one that takes off most; one that cannot be used is as none
 */
export async function quoteCoupons(
  at: Pick<ShopTx, 'tx' | 'programId'>,
  visitorId: string | null,
  plain: PricedCart,
  wanted: string | null | undefined,
  language: ShopLanguage,
): Promise<{ readonly chosen: ChosenCoupon | undefined; readonly coupons: readonly QuotedCoupon[] }> {
  const claims = visitorId === null ? [] : await loadLiveClaims(at, visitorId)
  const dishNames = await loadDishNames(
    at,
    claims.map(({ terms }) => terms),
  )
  const coupons = claims
    .map((claim) => quoteOne(claim, plain, language, dishNames))
    // What runs out first stays first among equals.
    .toSorted((a, b) => b.takesOffMinor - a.takesOffMinor)
  const usable = coupons.filter(({ obstacle }) => obstacle === null)
  const found = wanted === undefined ? usable[0] : usable.find(({ id }) => id === wanted)
  const terms = claims.find(({ id }) => id === found?.id)?.terms
  return { chosen: found && terms && { claimId: found.id, title: found.title, terms }, coupons }
}

function quoteOne(claim: ClaimRow, plain: PricedCart, language: ShopLanguage, dishNames: DishNames): QuotedCoupon {
  const { discountMinor: memberDiscountMinor } = plain
  const value = couponValue(claim.terms, { ...plain, memberDiscountMinor })
  const shown = {
    id: claim.id,
    title: claim.terms.title[language],
    expiresAtIso: claim.expires_at?.toISOString() ?? null,
    takesOffMinor: 0,
  }
  const blocked = (obstacle: CouponObstacle) => ({ ...shown, obstacle })
  if (claim.status !== 'issued') return blocked({ kind: 'on-unpaid-order' })
  if (value.ok)
    return {
      ...shown,
      takesOffMinor: value.couponMinor + value.memberDiscountMinor - memberDiscountMinor,
      obstacle: null,
    }
  const { obstacle } = value
  return blocked(
    obstacle.kind === 'dish-missing'
      ? { ...obstacle, dishName: dishNames.get(obstacle.dishId)?.[language] ?? '' }
      : obstacle,
  )
}
