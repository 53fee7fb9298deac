const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Up to that age one version is kept in each stretch of that length; what is older than the last goes. */
export const thinning: readonly { readonly ageMs: number; readonly oneInMs: number }[] = [
  { ageMs: hourMs, oneInMs: 0 },
  { ageMs: dayMs, oneInMs: 10 * minuteMs },
  { ageMs: 7 * dayMs, oneInMs: hourMs },
  { ageMs: 90 * dayMs, oneInMs: dayMs },
]

export interface DatedVersion {
  readonly seq: number
  readonly atMs: number
  /** Somebody named it, or it was published. */
  readonly isKept: boolean
}

/**
 * The versions to drop, as numbers. Of each stretch its newest stays; and what is kept for good, the first and the newest.
 * Stretches are counted from 1970 in UTC, so that thinning again changes nothing until time has passed.
 * @param versions - of one document, the oldest first
 */
export function versionsToDrop(versions: readonly DatedVersion[], nowMs: number): readonly number[] {
  const last = versions.length - 1
  return versions.flatMap(({ seq, atMs, isKept }, index) => {
    if (isKept || index === 0 || index === last) return []
    const rule = thinning.find(({ ageMs }) => nowMs - atMs < ageMs)
    if (!rule) return [seq]
    const stretchOf = (ms: number) => Math.floor(ms / rule.oneInMs)
    const next = versions[index + 1]
    // Its stretch goes on after it: the newer one stands for both.
    return rule.oneInMs > 0 && next && stretchOf(next.atMs) === stretchOf(atMs) ? [seq] : []
  })
}
