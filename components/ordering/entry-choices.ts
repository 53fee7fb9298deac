import type { Menu } from '#model/shop/catalogue.ts'
import { counted } from '../kit/counted.ts'
import type { CartEntry } from './cart.ts'
import { groupsOf } from './choice.ts'

/** Size, options and note of a cart line in one text; empty when there is nothing to say. */
export function entryChoices(menu: Menu, entry: CartEntry): string {
  const dish = menu.dishes.find((each) => each.id === entry.dishId)
  if (!dish) return entry.note
  const variant = dish.variants.find((each) => each.id === entry.variantId)?.name
  const options = groupsOf(dish, menu)
    .flatMap((group) => group.options)
    .flatMap(({ id, name }) => {
      const count = entry.chosen[id]
      return count ? [counted(name, count)] : []
    })
  return [variant, ...options, entry.note].filter(Boolean).join(' · ')
}
