/** The cart: lines with what they showed when they were put in, so that a saved cart can say what has changed since. Pure. */
import type { Dish, Menu } from '#model/shop/catalogue.ts'
import type { CartLine } from '#model/shop/orders.ts'
import type { JsonValue } from '#model/json.ts'
import { type Choice, groupsOf, isSoldOut, problemsOf, unitMinorOf } from './choice.ts'

export type CartEntry = {
  /** Same dish, size, options and note have the same key. */
  readonly key: string
  readonly dishId: string
  readonly variantId: string
  readonly chosen: Choice['chosen']
  readonly note: string
  readonly quantity: number
  /** As last shown to the visitor. */
  readonly name: string
  readonly unitMinor: number
}
export type Cart = readonly CartEntry[]

/** Limits of a quote request. */
const mostLines = 60
export const mostOfOne = 99

export function entryOf(dish: Dish, menu: Menu, choice: Choice, note: string, quantity: number): CartEntry {
  const trimmed = note.trim()
  return {
    key: keyOf(dish.id, choice, trimmed),
    dishId: dish.id,
    ...choice,
    note: trimmed,
    quantity,
    name: dish.name,
    unitMinor: unitMinorOf(dish, groupsOf(dish, menu), choice),
  }
}

/** Adds to the same line when there is one. A full cart stays as it is. */
export function addEntry(cart: Cart, entry: CartEntry): Cart {
  const same = cart.find((each) => each.key === entry.key)
  if (same) return setQuantity(cart, entry.key, same.quantity + entry.quantity)
  return cart.length < mostLines ? [...cart, entry] : cart
}

/** 0 or less takes the line out. */
export function setQuantity(cart: Cart, key: string, quantity: number): Cart {
  return cart.flatMap((entry) => {
    if (entry.key !== key) return [entry]
    return quantity > 0 ? [{ ...entry, quantity: Math.min(quantity, mostOfOne) }] : []
  })
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

export function countOfDish(cart: Cart, dishId: string): number {
  return cart.reduce((sum, entry) => sum + (entry.dishId === dishId ? entry.quantity : 0), 0)
}

export function countAll(cart: Cart): number {
  return cart.reduce((sum, entry) => sum + entry.quantity, 0)
}

/** An estimate until the server has quoted. */
export function estimateMinor(cart: Cart): number {
  return cart.reduce((sum, entry) => sum + entry.unitMinor * entry.quantity, 0)
}

export function linesOf(cart: Cart): CartLine[] {
  return cart.map(({ dishId, variantId, quantity, chosen, note }) => ({
    dishId,
    variantId,
    quantity,
    modifiers: Object.entries(chosen).map(([optionId, count]) => ({ optionId, quantity: count })),
    note,
  }))
}

export interface Reconciled {
  readonly cart: Cart
  /** Names of dishes taken out because they, or what was chosen of them, cannot be ordered now. */
  readonly dropped: readonly string[]
  readonly repriced: readonly { readonly name: string; readonly fromMinor: number; readonly toMinor: number }[]
}

/** Brings a saved cart up to the menu of today. */
export function reconcile(saved: Cart, menu: Menu, nowMs: number): Reconciled {
  const dropped: string[] = []
  const repriced: Reconciled['repriced'][number][] = []
  const cart = saved.flatMap((entry) => {
    const dish = menu.dishes.find((each) => each.id === entry.dishId)
    if (!dish || !canOrder(dish, menu, entry, nowMs)) {
      dropped.push(dish?.name ?? entry.name)
      return []
    }
    const toMinor = unitMinorOf(dish, groupsOf(dish, menu), entry)
    if (toMinor !== entry.unitMinor) repriced.push({ name: dish.name, fromMinor: entry.unitMinor, toMinor })
    return [{ ...entry, name: dish.name, unitMinor: toMinor }]
  })
  return { cart, dropped: [...new Set(dropped)], repriced }
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

function keyOf(dishId: string, choice: Choice, note: string): string {
  const options = Object.entries(choice.chosen)
    .map(([id, count]) => `${id}*${count}`)
    .toSorted()
  return [dishId, choice.variantId, ...options, note].join('|')
}

function isEntry(value: JsonValue): value is JsonValue & CartEntry {
  if (typeof value !== 'object' || value === null || !('chosen' in value)) return false
  const { key, dishId, variantId, chosen, note, quantity, name, unitMinor } = value
  const texts = [key, dishId, variantId, note, name].every((each) => typeof each === 'string')
  const counts = typeof chosen === 'object' && chosen !== null ? Object.values(chosen) : [null]
  return texts && [quantity, unitMinor, ...counts].every((each) => Number.isSafeInteger(each)) && Number(quantity) > 0
}
