import type { ShopData } from '#components/kit/view.ts'

/**
 * The shop without what is true for an hour only: a package is looked at next month too, and two made an hour apart must
 * be the same.
 */
export function settleShopData(data: ShopData): ShopData {
  const dishes = data.menu.dishes.map((dish) => (dish.soldOut?.untilIso == null ? dish : { ...dish, soldOut: null }))
  return {
    ...data,
    shop: { ...data.shop, isOpen: true, changesAtIso: null, ordersPaused: false },
    menu: { ...data.menu, dishes },
  }
}
