import type { MerchantDish } from '#platform/contract/merchant.ts'

export type DishFilter = 'all' | 'sold-out' | 'hidden' | { readonly categoryId: string }

/** Dishes of that kind whose name, in any language, holds every word of the search. */
export function findDishes(dishes: readonly MerchantDish[], filter: DishFilter, search: string): MerchantDish[] {
  const wanted = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return dishes.filter((dish) => {
    const names = `${dish.name.en} ${dish.name['zh-CN']}`.toLocaleLowerCase()
    return isKind(dish, filter) && wanted.every((word) => names.includes(word))
  })
}

function isKind(dish: MerchantDish, filter: DishFilter): boolean {
  if (filter === 'all') return true
  if (filter === 'sold-out') return dish.soldOut !== null
  if (filter === 'hidden') return dish.status === 'hidden'
  return dish.categoryId === filter.categoryId
}
