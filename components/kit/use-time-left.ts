import { useEffect, useState } from 'react'
import { timeLeft, type TimeLeft } from './time-left.ts'

/** What is left until a moment, ticking between the minutes that the page's clock tells; undefined once it is over. */
export function useTimeLeft(endsAtMs: number | null, nowMs: number, ticks: boolean): TimeLeft | undefined {
  const [sinceMs, setSince] = useState(0)
  const lives = ticks && endsAtMs !== null && nowMs < endsAtMs
  useEffect(() => {
    setSince(0)
    if (!lives) return
    const start = Date.now()
    const timer = setInterval(() => setSince(Date.now() - start), 1000)
    return () => clearInterval(timer)
  }, [lives, nowMs])
  return endsAtMs === null ? undefined : timeLeft(endsAtMs, nowMs + (lives ? sinceMs : 0))
}
