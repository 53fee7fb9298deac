/**
 * The visitor's cart: one for all menus of a page, kept in the host's storage, and brought up to the menu whenever that
 * changes. Holds no React.
 */
import type { Menu } from '#model/shop/catalogue.ts'
import type { Host } from '../kit/host.ts'
import { addEntry, type Cart } from './cart.ts'
import type { Reconciled } from './kept-cart.ts'

export interface ShownCart {
  readonly cart: Cart
  /** What today's menu changed about the cart, until it is dismissed. */
  readonly changes: Reconciled | null
}

export interface CartStore {
  /**
   * Told at once what there is, and then of every change. Of all who listen the first one shows the cart's bar; when it
   * goes, the next.
   * @returns stops it
   */
  subscribe(listener: (shown: ShownCart, isFirst: boolean) => void): () => void
  change(next: (cart: Cart) => Cart): void
  /**
   * Takes out what can no longer be ordered and sets today's prices, as soon as what was kept is there. Rejects when the
   * code for that could not be fetched.
   */
  bringUpTo(menu: Menu, nowMs: number): Promise<void>
  dismiss(): void
}

export const emptyCart: ShownCart = { cart: [], changes: null }
const cartKey = 'cart'
const stores = new WeakMap<Host, CartStore>()

/** The same store for all who show a cart through this host at the same time. */
export function cartStoreOf(host: Host): CartStore {
  const store = stores.get(host) ?? createCartStore(host.storage, () => stores.delete(host))
  stores.set(host, store)
  return store
}

/** @param left - called when nobody shows it any more */
function createCartStore(storage: Host['storage'], left: () => void): CartStore {
  const listeners = new Set<Parameters<CartStore['subscribe']>[0]>()
  let shown = emptyCart
  let isLoaded = false
  let loading: Promise<void> | undefined
  /** The menu that the cart is known to agree with, and the one that it is to be brought up to. */
  let agreed: Menu | undefined
  let wanted: Parameters<CartStore['bringUpTo']> | undefined

  const show = (next: Partial<ShownCart>) => {
    shown = { ...shown, ...next }
    if (next.cart && isLoaded) void storage.set(cartKey, next.cart)
    tell()
  }

  const tell = () => [...listeners].forEach((listener, index) => listener(shown, index === 0))

  async function load(menu: Menu): Promise<void> {
    const stored = await storage.get(cartKey)
    const kept = Array.isArray(stored) && stored.length > 0 ? (await loadKeptCart()).parseCart(stored) : []
    if (kept.length === 0) agreed = menu
    isLoaded = true
    // Taps may have been faster than the storage.
    shown = { ...shown, cart: shown.cart.reduce(addEntry, kept) }
  }

  async function bringUpTo(menu: Menu, nowMs: number): Promise<void> {
    wanted = [menu, nowMs]
    loading ??= load(menu)
    // Not reached: what was kept stays kept, and the next change tries again.
    loading.catch(() => (loading = undefined))
    await loading
    const { cart } = shown
    const result =
      menu === agreed || cart.length === 0
        ? { cart, dropped: [], reduced: [], repriced: [] }
        : (await loadKeptCart()).reconcile(cart, menu, nowMs)
    agreed = menu
    const isNews = result.dropped.length + result.reduced.length + result.repriced.length > 0
    show({ cart: result.cart, ...(isNews && { changes: result }) })
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      listener(shown, listeners.size === 1)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) left()
        else tell()
      }
    },
    change(next) {
      show({ cart: next(shown.cart) })
      if (!loading && wanted) bringUpTo(...wanted).catch(() => {})
    },
    dismiss: () => show({ changes: null }),
    bringUpTo,
  }
}

/** Most who look at a menu have no cart from before. */
const loadKeptCart = () => import('./kept-cart.ts')
