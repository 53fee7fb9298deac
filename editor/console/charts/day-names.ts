/** Names of a business day (`YYYY-MM-DD`), which is a date without a zone. */
export function dayNames(locale: string): { short(day: string): string; long(day: string): string } {
  const long = new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' })
  const short = new Intl.DateTimeFormat(locale, { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
  const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)
  return { short: (day) => short.format(dateOf(day)), long: (day) => long.format(dateOf(day)) }
}
