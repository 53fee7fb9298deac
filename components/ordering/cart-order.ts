/** A cart on its way to becoming an order. Pure. */
import type { CartLine } from '#model/shop/orders.ts'
import { type Cart, setQuantity } from './cart.ts'

export function linesOf(cart: Cart): CartLine[] {
  return cart.map(({ dishId, variantId, quantity, chosen, note }) => ({
    dishId,
    variantId,
    quantity,
    modifiers: Object.entries(chosen).map(([optionId, count]) => ({ optionId, quantity: count })),
    note,
  }))
}

/** Takes away what an order that went through contained; what was added since stays. */
export function subtract(cart: Cart, ordered: Cart): Cart {
  return ordered.reduce((rest, { key, quantity }) => {
    const entry = rest.find((each) => each.key === key)
    return entry ? setQuantity(rest, key, entry.quantity - quantity) : rest
  }, cart)
}

/** The lines that one of these ids is about: a dish, a size or an option. */
export function entriesAbout(cart: Cart, ids: readonly string[]): Cart {
  return cart.filter((entry) =>
    [entry.dishId, entry.variantId, ...Object.keys(entry.chosen)].some((id) => ids.includes(id)),
  )
}
