/** Token buckets in this process: a burst, then a steady trickle. */
export interface RateLimit {
  /** False when this key has to wait. */
  take(key: string): boolean
}

export interface Bucket {
  readonly burst: number
  readonly perMinute: number
}

/** So many keys are remembered; the one not seen for longest goes first, which gives it a full bucket again. */
const mostKeys = 50_000

export function createRateLimit({ burst, perMinute }: Bucket, now: () => number = Date.now): RateLimit {
  const buckets = new Map<string, { tokens: number; atMs: number }>()
  return {
    take(key) {
      const nowMs = now()
      const last = buckets.get(key)
      const refilled = last ? last.tokens + ((nowMs - last.atMs) / 60_000) * perMinute : burst
      const tokens = Math.min(refilled, burst)
      buckets.delete(key)
      if (buckets.size >= mostKeys) buckets.delete(buckets.keys().next().value ?? '')
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, atMs: nowMs })
      return tokens >= 1
    },
  }
}
