/** What a cart costs. Pure: the catalogue in, lines and totals out; the only place that multiplies prices. */
import { priceFor } from '#model/shop/price-for.ts'
import type { PriceChannel } from '#model/shop/catalogue.ts'
import type { ShopFailure, ShopFailureCode } from '#model/shop/failure.ts'
import type { CartLine, OrderLine } from '#model/shop/orders.ts'
import type { Catalogue, CatalogueDish, CatalogueModifierGroup } from '#platform/catalogue/load-catalogue.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import type { CouponTerms } from '#platform/coupons/coupon-terms.ts'
import type { SoldLine } from '#platform/flash-sales/share-sales.ts'
import { couponValue } from '#platform/coupons/coupon-value.ts'

/** The dishes of a bill; what is added to them is `price-bill.ts`. */
export interface PricedCart {
  readonly lines: readonly OrderLine[]
  readonly subtotalMinor: number
  /** By tier and coupon together. */
  readonly discountMinor: number
  /** The coupon's part of it; 0 where it does not apply. */
  readonly couponMinor: number
  readonly totalMinor: number
}

export type CartFailure = { readonly ok: false; readonly failure: ShopFailure }

/** No order comes to more. */
export const mostTotalMinor = 100_000_000_000
const mostOf = { lines: 60, quantity: 99 }

/**
 * Prices a cart by ids and quantities alone. Amounts are exact: prices are at most 10,000,000 and counts bounded, so
 * every product stays far below 2^53; what comes to more than a billion yuan is refused. The discount is rounded half up, once, on the subtotal.
 * @param channel - how it is ordered: variants may cost more or less by that
 * @param discountPercent - of the member's tier; 0 for everyone else
 * @param coupon - takes off what `couponValue` says; nothing where it does not apply
 * @returns the reason when any line cannot be sold as it is; everything sold out is named at once
 */
export function priceCart(
  catalogue: Catalogue,
  cart: readonly SoldLine[],
  {
    discountPercent,
    language,
    channel = 'dine_in',
    coupon,
  }: {
    discountPercent: number
    language: ShopLanguage
    channel?: PriceChannel
    coupon?: CouponTerms | undefined
  },
): { readonly ok: true; readonly value: PricedCart } | CartFailure {
  const count = cart.filter(({ isRest }) => !isRest).length
  if (count === 0 || count > mostOf.lines) return failed('bad-request', 'A cart has 1 to 60 lines')
  const dishes = new Map(catalogue.dishes.map((dish) => [dish.id, dish]))
  const groups = new Map(catalogue.modifierGroups.map((group) => [group.id, group]))
  const lines: OrderLine[] = []
  const soldOut = new Set<string>()
  for (const line of cart) {
    const priced = priceLine(line, dishes.get(line.dishId), groups, { language, channel })
    if (priced.ok) lines.push(priced.value)
    else if (priced.failure.code === 'sold-out') soldOut.add(line.dishId)
    else return priced
  }
  if (soldOut.size > 0) return failed('sold-out', 'Some dishes are sold out', [...soldOut])
  const subtotalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0)
  if (subtotalMinor > mostTotalMinor) return failed('amount-out-of-range', 'No order is that large')
  const memberDiscountMinor = Math.floor((subtotalMinor * discountPercent + 50) / 100)
  const taken = coupon && couponValue(coupon, { lines, subtotalMinor, memberDiscountMinor })
  const couponMinor = taken?.ok ? taken.couponMinor : 0
  const discountMinor = couponMinor + (taken?.ok ? taken.memberDiscountMinor : memberDiscountMinor)
  return {
    ok: true,
    value: { lines, subtotalMinor, discountMinor, couponMinor, totalMinor: subtotalMinor - discountMinor },
  }
}

/** True when both would charge the same for every line and in all; names may differ. */
export function chargesTheSame(a: PricedCart, b: PricedCart): boolean {
  return (
    a.totalMinor === b.totalMinor &&
    a.discountMinor === b.discountMinor &&
    a.couponMinor === b.couponMinor &&
    a.lines.length === b.lines.length &&
    a.lines.every((line, index) => line.totalMinor === b.lines[index]?.totalMinor)
  )
}

function priceLine(
  line: SoldLine,
  dish: CatalogueDish | undefined,
  groups: ReadonlyMap<string, CatalogueModifierGroup>,
  { language, channel }: { readonly language: ShopLanguage; readonly channel: PriceChannel },
): { readonly ok: true; readonly value: OrderLine } | CartFailure {
  if (!isCount(line.quantity, mostOf.quantity))
    return failed('bad-request', 'A quantity is a whole number from 1 to 99')
  // A hidden dish is told apart from an unknown one by nobody.
  if (!dish || dish.status !== 'on') return failed('not-found', 'There is no such dish', [line.dishId])
  const variant = dish.variants.find(({ id }) => id === line.variantId)
  if (!variant) return failed('wrong-choice', 'The dish has no such variant', [dish.id])
  if (dish.soldOut || variant.soldOut) return failed('sold-out', 'The dish is sold out', [dish.id])
  const own = dish.modifierGroupIds.map((id) => groups.get(id)).filter((group) => group !== undefined)
  const modifiers = chosenModifiers(line, dish, own, language)
  if (!modifiers.ok) return modifiers
  const extrasMinor = modifiers.value.reduce((sum, { priceMinor, quantity }) => sum + priceMinor * quantity, 0)
  const ownMinor = priceFor(variant, channel)
  const unitMinor = Math.min(ownMinor, line.sale?.priceMinor ?? ownMinor) + extrasMinor
  return {
    ok: true,
    value: {
      dishId: dish.id,
      name: dish.name[language],
      variantName: variant.name[language],
      modifiers: modifiers.value,
      note: line.note,
      quantity: line.quantity,
      unitMinor,
      totalMinor: unitMinor * line.quantity,
    },
  }
}

/** In the order of the menu, whatever order they were sent in. */
function chosenModifiers(
  line: CartLine,
  dish: CatalogueDish,
  own: readonly CatalogueModifierGroup[],
  language: ShopLanguage,
): { readonly ok: true; readonly value: OrderLine['modifiers'] } | CartFailure {
  const wanted = new Map(line.modifiers.map(({ optionId, quantity }) => [optionId, quantity]))
  if (wanted.size !== line.modifiers.length) return failed('wrong-choice', 'An option is named twice', [dish.id])
  const chosen: OrderLine['modifiers'] = []
  for (const group of own) {
    let count = 0
    for (const option of group.options) {
      const quantity = wanted.get(option.id)
      if (quantity === undefined) continue
      wanted.delete(option.id)
      if (!isCount(quantity, option.maxQuantity)) return failed('wrong-choice', 'Too many of one option', [dish.id])
      if (option.soldOut) return failed('sold-out', 'An option is sold out', [dish.id, option.id])
      count += quantity
      chosen.push({ name: option.name[language], quantity, priceMinor: option.priceMinor })
    }
    if (count < group.min || count > group.max)
      return failed('wrong-choice', `Choose ${group.min} to ${group.max} of the group`, [dish.id, group.id])
  }
  if (wanted.size > 0) return failed('wrong-choice', 'The dish has no such option', [dish.id])
  return { ok: true, value: chosen }
}

function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most
}

function failed(code: ShopFailureCode, message: string, subjectIds?: string[]): CartFailure {
  return { ok: false, failure: subjectIds ? { code, message, subjectIds } : { code, message } }
}
