/**
 * The cart: lines with what they showed when they were put in, so that a saved cart can say what has changed since
 * (`kept-cart.ts`). Pure.
 */
import type { Dish, Menu } from '#model/shop/catalogue.ts'
import { type Choice, groupsOf, unitMinorOf } from './choice.ts'

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

function keyOf(dishId: string, choice: Choice, note: string): string {
  const options = Object.entries(choice.chosen)
    .map(([id, count]) => `${id}*${count}`)
    .toSorted()
  return [dishId, choice.variantId, ...options, note].join('|')
}
