import type { Selectable } from 'kysely'
import type { LocalText } from '#model/program-spec.ts'
import type { CouponGain, CouponOffer } from '#model/shop/coupons.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import type { CouponTable } from '#platform/db/coupon-tables.ts'

/** What a coupon takes off and when: stored with each claim, so that a promise that was made is kept. */
export interface CouponTerms {
  readonly title: LocalText
  readonly gain:
    | Exclude<CouponGain, { readonly kind: 'item' }>
    /** One piece of the dish at its lowest price in the cart, extras not included. */
    | { readonly kind: 'item'; readonly dishId: string }
  readonly minSpendMinor: number
  /** False: it stands in for the member's discount instead of adding to it. */
  readonly addsToMemberPrice: boolean
}

/** Names of dishes by id, for coupons that give one. */
export type DishNames = ReadonlyMap<string, LocalText>

export function termsOf(coupon: Selectable<CouponTable>): CouponTerms {
  return {
    title: coupon.title,
    gain: gainOf(coupon),
    minSpendMinor: coupon.min_spend_minor,
    addsToMemberPrice: coupon.adds_to_member_price,
  }
}

/** The columns of `kind` are there together: the table checks it. */
function gainOf({ kind, amount_minor, percent, most_minor, dish_id }: Selectable<CouponTable>): CouponTerms['gain'] {
  if (kind === 'amount') return { kind, amountMinor: amount_minor ?? 0 }
  if (kind === 'percent') return { kind, percent: percent ?? 0, mostMinor: most_minor }
  return { kind, dishId: dish_id ?? '' }
}

/** In one language, as visitors read it. */
export function presentTerms(
  { title, gain, minSpendMinor, addsToMemberPrice }: CouponTerms,
  language: ShopLanguage,
  dishNames: DishNames,
): Pick<CouponOffer, 'title' | 'gain' | 'minSpendMinor' | 'addsToMemberPrice'> {
  return {
    title: title[language],
    gain: gain.kind === 'item' ? { ...gain, dishName: dishNames.get(gain.dishId)?.[language] ?? '' } : gain,
    minSpendMinor,
    addsToMemberPrice,
  }
}
