/** A cart that was kept, and a menu that may be another one since. Pure; fetched by who comes back to a filled cart. */
import type { JsonValue } from '#model/json.ts'
import type { Dish, Menu } from '#model/shop/catalogue.ts'
import type { Cart, CartEntry } from './cart.ts'
import { groupsOf, isSoldOut, problemsOf, unitMinorOf } from './choice.ts'

export interface Reconciled {
  readonly cart: Cart
  /** Names of dishes taken out because they, or what was chosen of them, cannot be ordered now. */
  readonly dropped: readonly string[]
  /** Fewer are left than the cart wanted. */
  readonly reduced: readonly { readonly name: string; readonly left: number }[]
  readonly repriced: readonly { readonly name: string; readonly fromMinor: number; readonly toMinor: number }[]
}

/** Brings a saved cart up to the menu of today. */
export function reconcile(saved: Cart, menu: Menu, nowMs: number): Reconciled {
  const dropped: string[] = []
  const repriced: Reconciled['repriced'][number][] = []
  const reduced: Reconciled['reduced'][number][] = []
  const room = new Map<string, number>()
  const cart = saved.flatMap((entry) => {
    const dish = menu.dishes.find((each) => each.id === entry.dishId)
    if (!dish || !canOrder(dish, menu, entry, nowMs)) {
      dropped.push(dish?.name ?? entry.name)
      return []
    }
    const toMinor = unitMinorOf(dish, groupsOf(dish, menu), entry)
    if (toMinor !== entry.unitMinor) repriced.push({ name: dish.name, fromMinor: entry.unitMinor, toMinor })
    const now = { ...entry, name: dish.name, unitMinor: toMinor }
    const left = dish.variants.find(({ id }) => id === entry.variantId)?.left
    if (left === undefined) return [now]
    // Lines of one size, with other options, share what is left of it.
    const free = room.get(entry.variantId) ?? left
    room.set(entry.variantId, Math.max(0, free - entry.quantity))
    if (entry.quantity <= free) return [now]
    reduced.push({ name: dish.name, left })
    return free > 0 ? [{ ...now, quantity: free }] : []
  })
  return { cart, dropped: [...new Set(dropped)], reduced, repriced }
}

/** Reads what the storage gave back; lines of another shape are passed over. */
export function parseCart(stored: JsonValue | undefined): Cart {
  return Array.isArray(stored) ? stored.filter(isEntry) : []
}

function canOrder(dish: Dish, menu: Menu, entry: CartEntry, nowMs: number): boolean {
  const groups = groupsOf(dish, menu)
  if (isSoldOut(dish, groups, nowMs)) return false
  if (!dish.variants.some((variant) => variant.id === entry.variantId && !variant.soldOut)) return false
  const options = groups.flatMap((group) => group.options)
  const known = Object.entries(entry.chosen).every(([id, count]) =>
    options.some((each) => each.id === id && !each.soldOut && count <= each.maxQuantity),
  )
  const withinMax = groups.every(
    (group) => group.options.reduce((sum, each) => sum + (entry.chosen[each.id] ?? 0), 0) <= group.max,
  )
  return known && withinMax && !problemsOf(groups, entry.chosen).length
}

function isEntry(value: JsonValue): value is JsonValue & CartEntry {
  if (typeof value !== 'object' || value === null || !('chosen' in value)) return false
  const { key, dishId, variantId, chosen, note, quantity, name, unitMinor } = value
  const texts = [key, dishId, variantId, note, name].every((each) => typeof each === 'string')
  const counts = typeof chosen === 'object' && chosen !== null ? Object.values(chosen) : [null]
  return texts && [quantity, unitMinor, ...counts].every((each) => Number.isSafeInteger(each)) && Number(quantity) > 0
}
