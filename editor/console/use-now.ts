import { useEffect, useState } from 'react'

/** The time, moving on every few seconds; ages and the now-line follow it. */
export function useNow(everyMs = 10_000): number {
  const [nowMs, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return nowMs
}
