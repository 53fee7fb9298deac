import { useEffect, useState } from 'react'
import type { Menu } from '#model/shop/catalogue.ts'
import type { Host } from '../kit/host.ts'
import { cartStoreOf, emptyCart, type CartStore, type ShownCart } from './cart-store.ts'

/** The cart of this visitor; empty, as the server draws it, until it is known. `isMine`: this one shows its bar. */
export function useCart(
  host: Host,
  menu: Menu,
  nowMs: number,
  alive: boolean,
): ShownCart & Pick<CartStore, 'change' | 'dismiss'> & { readonly isMine: boolean } {
  const [store] = useState(() => cartStoreOf(host))
  const [shown, setShown] = useState({ ...emptyCart, isMine: true })
  useEffect(
    () => (alive ? store.subscribe((now, isFirst) => setShown({ ...now, isMine: isFirst })) : undefined),
    [alive],
  )
  useEffect(() => {
    if (alive) store.bringUpTo(menu, nowMs).catch(() => {})
  }, [alive, menu])
  return { ...shown, change: store.change, dismiss: store.dismiss }
}
