/** What a priced cart comes to with all that is added to it. Pure. */
import type { BillTax } from '#model/shop/taxes.ts'
import type { Catalogue } from '#platform/catalogue/load-catalogue.ts'
import type { ShopRow } from '#platform/shop/load-shop-data.ts'
import type { PricedCart } from './price-cart.ts'
import { taxOf } from './tax.ts'
import type { Tax, Taxable } from './tax.ts'

export interface Bill extends PricedCart {
  readonly tax: Tax
  /** 0 for what is not delivered. */
  readonly deliveryMinor: number
  /** On top of the dishes. */
  readonly addedMinor: number
  /** What is to be paid. */
  readonly totalMinor: number
}

export type TaxRules = Pick<ShopRow, 'tax_mode' | 'tax_pcm'>

/** @param deliveryMinor - the fee, at the shop's usual rate of tax */
export function priceBill(cart: PricedCart, catalogue: Catalogue, rules: TaxRules, deliveryMinor = 0): Bill {
  const fees = [{ ratePcm: rules.tax_pcm, amountMinor: deliveryMinor }]
  const tax = taxOf(taxablesOf(cart, catalogue, rules.tax_pcm), cart.discountMinor, rules.tax_mode, fees)
  const addedMinor = tax.addedMinor + deliveryMinor
  return { ...cart, tax, deliveryMinor, addedMinor, totalMinor: cart.subtotalMinor - cart.discountMinor + addedMinor }
}

/** Undefined where the shop says nothing of tax. */
export function presentTax({ mode, rates, taxMinor }: Tax): BillTax | undefined {
  return mode === 'none' ? undefined : { mode, taxMinor, rates: [...rates] }
}

function taxablesOf({ lines }: PricedCart, { categories, dishes }: Catalogue, usualPcm: number): readonly Taxable[] {
  const rates = new Map(categories.map(({ id, taxPcm }) => [id, taxPcm]))
  const categoryOf = new Map(dishes.map(({ id, categoryId }) => [id, categoryId]))
  return lines.map(({ dishId, totalMinor }) => ({
    ratePcm: rates.get(categoryOf.get(dishId) ?? '') ?? usualPcm,
    amountMinor: totalMinor,
  }))
}
