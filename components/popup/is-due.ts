import type { JsonValue } from '#model/json.ts'

const dayMs = 24 * 60 * 60 * 1000

/**
 * Whether it should come up again.
 * @param lastMs - when it last did, as this phone remembers it
 */
export function isDue(often: 'once' | 'day' | 'visit', lastMs: JsonValue | undefined, nowMs: number): boolean {
  if (often === 'visit' || typeof lastMs !== 'number') return true
  // A clock that was set back must not keep it away for ever.
  return often === 'day' && Math.abs(nowMs - lastMs) >= dayMs
}
