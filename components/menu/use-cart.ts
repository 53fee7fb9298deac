import { useEffect, useRef, useState } from 'react'
import type { Menu } from '#model/shop/catalogue.ts'
import type { Host } from '../kit/host.ts'
import { addEntry, type Cart, parseCart, type Reconciled, reconcile } from './cart.ts'

export interface CartState {
  readonly cart: Cart
  change(next: (cart: Cart) => Cart): void
  /** What today's menu changed about the cart, until it is dismissed. */
  readonly changes: Reconciled | null
  dismiss(): void
}

const cartKey = 'cart'

/** The cart of this visitor: kept in the host's storage, and brought up to the menu whenever that changes. */
export function useCart(host: Host, menu: Menu, nowMs: number, alive: boolean): CartState {
  const [cart, setCart] = useState<Cart>([])
  const [changes, setChanges] = useState<Reconciled | null>(null)
  // The latest cart, whatever drawing an event handler comes from.
  const latest = useRef<Cart>(cart)
  const loaded = useRef(false)

  const put = (next: Cart) => {
    latest.current = next
    setCart(next)
    if (loaded.current) void host.storage.set(cartKey, next)
  }
  const catchUp = (saved: Cart) => {
    const result = reconcile(saved, menu, nowMs)
    put(result.cart)
    if (result.dropped.length || result.repriced.length) setChanges(result)
  }

  useEffect(() => {
    if (!alive) return
    let gone = false
    void host.storage.get(cartKey).then((stored) => {
      if (gone) return
      loaded.current = true
      // Taps may have been faster than the storage.
      catchUp(latest.current.reduce(addEntry, parseCart(stored)))
    })
    return () => {
      gone = true
    }
  }, [alive])

  useEffect(() => {
    if (loaded.current) catchUp(latest.current)
  }, [menu])

  return {
    cart,
    change: (next) => put(next(latest.current)),
    changes,
    dismiss: () => setChanges(null),
  }
}
