export interface TimeLeft {
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

/** What is left until a moment in whole seconds, begun ones counted; undefined once it is over. */
export function timeLeft(endsAtMs: number, nowMs: number): TimeLeft | undefined {
  const all = Math.ceil((endsAtMs - nowMs) / 1000)
  if (all <= 0) return undefined
  return {
    days: Math.floor(all / 86_400),
    hours: Math.floor(all / 3600) % 24,
    minutes: Math.floor(all / 60) % 60,
    seconds: all % 60,
  }
}
