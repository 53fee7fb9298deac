/** Where a stream is in its life. `soon`: the last minutes before it begins. */
export type Stage = 'unset' | 'coming' | 'soon' | 'live' | 'over'

const soonMs = 15 * 60_000

/** @param startsAtMs - null while nobody has picked a moment */
export function stageOf(startsAtMs: number | null, lastsMinutes: number, nowMs: number): Stage {
  if (startsAtMs === null) return 'unset'
  if (nowMs >= startsAtMs + lastsMinutes * 60_000) return 'over'
  if (nowMs >= startsAtMs) return 'live'
  return nowMs >= startsAtMs - soonMs ? 'soon' : 'coming'
}
