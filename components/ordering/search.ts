import type { Dish, Menu } from '#model/shop/catalogue.ts'

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
  const words = plain(query).split(/\s+/).filter(Boolean)
  const fits = (dish: Dish) => {
    if (words.length === 0) return true
    const text = plain(`${dish.name} ${dish.description}`)
    return words.every((word) => text.includes(word))
  }
  return menu.categories
    .map((category) => ({
      ...category,
      dishes: menu.dishes.filter((dish) => dish.categoryId === category.id && fits(dish)),
    }))
    .filter((section) => section.dishes.length)
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}
