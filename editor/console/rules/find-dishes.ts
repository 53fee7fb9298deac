import type { MerchantDish } from '#platform/contract/merchant.ts'
import type { StockLevel } from '#platform/contract/stock.ts'
import { stockOf } from './stock.ts'

export type DishFilter = 'all' | 'low' | 'sold-out' | 'hidden' | { readonly categoryId: string }

/**
 * Dishes of that kind whose name, in any language, holds every word of the search.
 * @param levels - what is counted; needed for those that run low
 */
export function findDishes(
  dishes: readonly MerchantDish[],
  filter: DishFilter,
  search: string,
  levels: readonly StockLevel[] = [],
): MerchantDish[] {
  const wanted = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return dishes.filter((dish) => {
    const names = `${dish.name.en} ${dish.name['zh-CN']}`.toLocaleLowerCase()
    return isKind(dish, filter, levels) && wanted.every((word) => names.includes(word))
  })
}

function isKind(dish: MerchantDish, filter: DishFilter, levels: readonly StockLevel[]): boolean {
  if (filter === 'all') return true
  if (filter === 'sold-out') return dish.soldOut !== null
  if (filter === 'low') return stockOf(dish, levels)?.isLow === true
  if (filter === 'hidden') return dish.status === 'hidden'
  return dish.categoryId === filter.categoryId
}
