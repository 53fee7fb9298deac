const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** "just now", "5 minutes ago", "2 hours ago". @param justNow - for less than a minute */
export function since(atMs: number, nowMs: number, language: string, justNow: string): string {
  const passedMs = nowMs - atMs
  if (passedMs < MINUTE_MS) return justNow
  const format = new Intl.RelativeTimeFormat(language, { style: 'short' })
  return passedMs < HOUR_MS
    ? format.format(-Math.floor(passedMs / MINUTE_MS), 'minute')
    : format.format(-Math.floor(passedMs / HOUR_MS), 'hour')
}
