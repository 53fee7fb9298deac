import { useEffect, useRef } from 'react'
import type { Host, WishKind } from './host.ts'

/**
 * Follows links that lead to something inside a block: a dish of the menu, a service to book, a coupon.
 * @param show - called with the id that is asked for, once for each time a link is followed
 */
export function useWish(host: Pick<Host, 'wish'>, kind: WishKind, show: (id: string) => void): void {
  const latest = useRef(show)
  latest.current = show
  useEffect(() => {
    const look = () => {
      const id = host.wish?.take(kind)
      if (id !== undefined) latest.current(id)
    }
    look()
    return host.wish?.subscribe(look)
  }, [host, kind])
}
