import { useEffect, useState } from 'react'

const TICK_MS = 30_000

/** The present moment, for "5 minutes ago": told anew every half minute. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
