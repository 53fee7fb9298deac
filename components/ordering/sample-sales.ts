/** The sample menu with flash sales, for stories and tests. Never part of a published program. */
import type { Menu, SaleOffer } from '#model/shop/catalogue.ts'

const usual: SaleOffer = {
  id: 'sale',
  state: 'on',
  priceMinor: 0,
  regularMinor: 0,
  startsAtIso: '2026-10-14T11:00:00+08:00',
  endsAtIso: '2026-10-14T13:30:00+08:00',
  perPerson: 2,
  percentSold: 60,
  left: null,
}

/** A dish for about two thirds of its price, unless told otherwise; all its sizes. */
export function onSale(menu: Menu, dishId: string, change: Partial<SaleOffer> = {}): Menu {
  return {
    ...menu,
    dishes: menu.dishes.map((dish) => {
      if (dish.id !== dishId) return dish
      const variants = dish.variants.map((variant) => {
        const priceMinor = Math.round(variant.priceMinor / 150) * 100 - 10
        const sale = { ...usual, id: `sale-${variant.id}`, priceMinor, regularMinor: variant.priceMinor, ...change }
        return { ...variant, priceMinor: sale.state === 'on' ? priceMinor : variant.priceMinor, sale }
      })
      return { ...dish, variants }
    }),
  }
}

/** Nothing of it can be had, half of it until tomorrow. @param every - only each of so many dishes */
export function soldOut(menu: Menu, every = 1): Menu {
  return {
    ...menu,
    dishes: menu.dishes.map((dish, index) =>
      index % every ? dish : { ...dish, soldOut: { untilIso: index % 2 ? null : '2026-10-15T11:20:00+08:00' } },
    ),
  }
}
