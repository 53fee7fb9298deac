/** Minutes from one party to the next while nothing is known of today. */
const usualMinutes = 8
const least = 1
const most = 60
/** Fewer calls than this tell nothing. */
const fewest = 3

/**
 * How fast a line moves: the mean of the gaps between its last calls today.
 * @param calledAtMs - moments of the last calls, in any order
 */
export function paceOf(calledAtMs: readonly number[]): number {
  if (calledAtMs.length < fewest) return usualMinutes
  const spanMs = Math.max(...calledAtMs) - Math.min(...calledAtMs)
  return Math.min(most, Math.max(least, spanMs / (calledAtMs.length - 1) / 60_000))
}

/** @param ahead - parties before this one */
export function waitFor(paceMinutes: number, ahead: number): number {
  return Math.ceil(paceMinutes * (ahead + 1))
}
