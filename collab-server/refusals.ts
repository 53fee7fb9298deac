import type { Clock } from './clock.ts'
import type { Problem } from './problem.ts'
import { closeCodes } from './protocol.ts'

/** Told one by one in each minute; of more only the number, so that nobody fills a log by being refused. */
const mostTold = 20
const minuteMs = 60_000

const refused: ReadonlySet<number> = new Set([
  closeCodes.malformed,
  closeCodes.tooLarge,
  closeCodes.tooSlow,
  closeCodes.tooMany,
])

/**
 * Reports connections that were closed for what they sent, or did not read.
 * @returns to be called with each code that a connection is closed with; others than those are nothing to report
 */
export function createRefusalReports(clock: Clock, report: (problem: Problem) => void) {
  let told = 0
  let untold = 0
  const endOfMinute = () => {
    if (untold > 0) report({ code: 'connections-refused', docId: '', count: untold })
    told = untold = 0
  }
  return (docId: string, closeCode: number, reason: string): void => {
    if (!refused.has(closeCode)) return
    if (told === 0) clock.after(minuteMs, endOfMinute)
    if (told < mostTold) {
      told++
      report({ code: 'connection-refused', docId, closeCode, reason })
    } else untold++
  }
}
