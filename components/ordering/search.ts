import type { Dish, Menu } from '#model/shop/catalogue.ts'
import { finderOf } from '../kit/finder.ts'

/** A category with the dishes to show under it. */
export interface MenuSection {
  readonly id: string
  readonly name: string
  readonly dishes: readonly Dish[]
}

/**
 * The menu by category, in the shop's order, without empty ones. With a query, only dishes whose name or description
 * has every word of it; case, full-width forms and accents do not matter.
 */
export function sectionsOf(menu: Menu, query: string): readonly MenuSection[] {
  const isFound = finderOf(query)
  const fits = (dish: Dish) => isFound(`${dish.name} ${dish.description}`)
  return menu.categories
    .map((category) => ({
      ...category,
      dishes: menu.dishes.filter((dish) => dish.categoryId === category.id && fits(dish)),
    }))
    .filter((section) => section.dishes.length)
}
