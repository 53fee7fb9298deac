/** One row of the log, without what it holds. */
export interface LogRow {
  readonly seq: number
  readonly author: string
  readonly atMs: number
}

/** A stretch of work ends when nobody has written for this long … */
export const quietMs = 2 * 60_000
/** … or for this long, if somebody goes on who had not written in it … */
export const handOverMs = 20_000
/** … or when it has lasted this long … */
export const longestStretchMs = 10 * 60_000
/** … or holds so many updates. */
export const mostUpdates = 2000

/**
 * Where stretches of work end, as numbers of rows. Depends on the log alone, so that every process finds the same, whenever
 * it looks.
 * @param rows - since the last version, in order
 */
export function cutPoints(rows: readonly LogRow[], nowMs: number): readonly number[] {
  const cuts: number[] = []
  let authors = new Set<string>()
  let [startMs, count] = [0, 0]
  for (const [index, { seq, author, atMs }] of rows.entries()) {
    if (count === 0) startMs = atMs
    authors.add(author)
    count++
    const next = rows[index + 1]
    const pauseMs = (next?.atMs ?? nowMs) - atMs
    const ends =
      pauseMs >= quietMs ||
      count >= mostUpdates ||
      (next?.atMs ?? nowMs) - startMs >= longestStretchMs ||
      (next !== undefined && pauseMs >= handOverMs && !authors.has(next.author))
    if (!ends) continue
    cuts.push(seq)
    authors = new Set()
    count = 0
  }
  return cuts
}
