import { useEffect, useState } from 'react'
import type { Menu } from '#model/shop/catalogue.ts'
import type { Host } from '../kit/host.ts'
import { cartStoreOf, emptyCart, type CartStore, type ShownCart } from './cart-store.ts'

/** The cart of this visitor; empty, as the server draws it, until it is known. */
export function useCart(
  host: Host,
  menu: Menu,
  nowMs: number,
  alive: boolean,
): ShownCart & Pick<CartStore, 'change' | 'dismiss'> {
  const [store] = useState(() => cartStoreOf(host))
  const [shown, setShown] = useState(emptyCart)
  useEffect(() => (alive ? store.subscribe(setShown) : undefined), [alive])
  useEffect(() => {
    if (alive) store.bringUpTo(menu, nowMs).catch(() => {})
  }, [alive, menu])
  return { ...shown, change: store.change, dismiss: store.dismiss }
}
