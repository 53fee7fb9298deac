import { useEffect, useRef, useState } from 'react'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import { newlyPlaced } from './rules/newly-placed.ts'
import { notifyOf } from './notification.ts'
import { ring } from './sound.ts'

/** An order nobody has looked after rings again. */
const ringAgainMs = 30_000
const highlightMs = 8000

/**
 * Rings when an order is placed and again while one waits, and says which cards have just come.
 * @param orders - undefined until they are known: what is there at first is not news
 */
export function useOrderAlarm(orders: readonly MerchantOrder[] | undefined): ReadonlySet<string> {
  const known = useRef<ReadonlySet<string>>(undefined)
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const waiting = orders?.filter(({ status }) => status === 'placed').length ?? 0

  useEffect(() => {
    if (!orders) return
    const news = known.current ? newlyPlaced(orders, known.current) : []
    known.current = new Set(orders.map(({ id }) => id))
    if (news.length === 0) return
    ring()
    notifyOf(orders.filter(({ id }) => news.includes(id)))
    setFresh((shown) => new Set([...shown, ...news]))
    setTimeout(() => setFresh((shown) => new Set([...shown].filter((id) => !news.includes(id)))), highlightMs)
  }, [orders])

  useEffect(() => {
    if (waiting === 0) return
    const timer = setInterval(ring, ringAgainMs)
    return () => clearInterval(timer)
  }, [waiting])
  return fresh
}
