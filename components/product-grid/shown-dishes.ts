import type { Dish, Menu } from '#model/shop/catalogue.ts'
import type { ProductGridProps } from './definition.ts'

/** The dishes that a grid shows, in the shop's order. */
export function shownDishes(menu: Menu, props: Pick<ProductGridProps, 'which' | 'category' | 'most'>): readonly Dish[] {
  const { which, category, most } = props
  const fits = (dish: Dish) => {
    if (category !== '' && dish.categoryId !== category) return false
    if (which === 'all') return true
    return which === 'sale' ? dish.variants.some(({ sale }) => sale?.state === 'on') : dish.tags.includes(which)
  }
  return menu.categories
    .flatMap(({ id }) => menu.dishes.filter((dish) => dish.categoryId === id))
    .filter(fits)
    .slice(0, most)
}
