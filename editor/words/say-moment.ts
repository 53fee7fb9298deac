const dayMs = 86_400_000

export function sayTime(atMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(atMs)
}

/** "8:05 PM" today, "22 Nov, 8:05 PM" this year, else with the year. */
export function sayMoment(atMs: number, nowMs: number, locale: string): string {
  if (startOfDay(atMs) === startOfDay(nowMs)) return sayTime(atMs, locale)
  const time = { hour: 'numeric', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    ...yearIfOther(atMs, nowMs),
    ...time,
  }).format(atMs)
}

/** "Today", "Yesterday", "Monday, 3 March", in this browser's time zone. */
export function sayDay(
  atMs: number,
  nowMs: number,
  locale: string,
  words: { readonly today: string; readonly yesterday: string },
): string {
  const days = Math.round((startOfDay(nowMs) - startOfDay(atMs)) / dayMs)
  if (days === 0) return words.today
  if (days === 1) return words.yesterday
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...yearIfOther(atMs, nowMs),
  }).format(atMs)
}

function yearIfOther(atMs: number, nowMs: number): { readonly year?: 'numeric' } {
  return new Date(atMs).getFullYear() === new Date(nowMs).getFullYear() ? {} : { year: 'numeric' }
}

function startOfDay(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0)
}
