import type { OpeningHours } from '#model/shop/catalogue.ts'

export type WeeklyPeriod = OpeningHours['weekly'][number]
export type HoursException = OpeningHours['exceptions'][number]
type Period = { readonly opens: string; readonly closes: string }

export const isoDays = [1, 2, 3, 4, 5, 6, 7] as const

const minutesPerDay = 1440
const minutesPerWeek = 7 * minutesPerDay

export type HoursProblem =
  | { readonly kind: 'bad-time'; readonly where: HoursPlace }
  | { readonly kind: 'overlap'; readonly where: HoursPlace }
  | { readonly kind: 'same-date'; readonly where: HoursPlace }

/** A row of the editor: a day of the week, or an exception by its date. */
export type HoursPlace = { readonly day: number } | { readonly date: string }

/** What is wrong with the hours as typed, the first problem of each row. Closing at or before opening is the next day. */
export function hoursProblems(hours: OpeningHours): HoursProblem[] {
  return [...weeklyProblems(hours.weekly), ...exceptionProblems(hours.exceptions)]
}

function weeklyProblems(weekly: readonly WeeklyPeriod[]): HoursProblem[] {
  const problems: HoursProblem[] = []
  const spans = weekly.map((period) => ({ day: period.day, span: spanOf(period, period.day) }))
  for (const day of isoDays) {
    const own = spans.filter((each) => each.day === day)
    if (own.some((each) => !each.span)) problems.push({ kind: 'bad-time', where: { day } })
    else if (
      own.some((each) => spans.some((other) => other !== each && overlaps(each.span, other.span, minutesPerWeek)))
    )
      problems.push({ kind: 'overlap', where: { day } })
  }
  return problems
}

function exceptionProblems(exceptions: readonly HoursException[]): HoursProblem[] {
  const problems: HoursProblem[] = []
  const seen = new Set<string>()
  for (const { date, periods } of exceptions) {
    const spans = periods.map((period) => spanOf(period, 1))
    if (seen.has(date)) problems.push({ kind: 'same-date', where: { date } })
    else if (spans.some((span) => !span)) problems.push({ kind: 'bad-time', where: { date } })
    else if (spans.some((span, at) => spans.slice(at + 1).some((other) => overlaps(span, other, minutesPerWeek))))
      problems.push({ kind: 'overlap', where: { date } })
    seen.add(date)
  }
  return problems
}

interface Span {
  readonly from: number
  readonly minutes: number
}

function spanOf({ opens, closes }: Period, day: number): Span | undefined {
  const from = minutesOf(opens)
  const to = minutesOf(closes)
  if (from === undefined || to === undefined) return undefined
  return { from: (day - 1) * minutesPerDay + from, minutes: to > from ? to - from : to + minutesPerDay - from }
}

/** On a circle: Sunday night may run into Monday morning. */
function overlaps(a: Span | undefined, b: Span | undefined, circle: number): boolean {
  if (!a || !b) return false
  const gap = (((b.from - a.from) % circle) + circle) % circle
  return gap < a.minutes || circle - gap < b.minutes
}

/** Reads a time as people type it: `9`, `930`, `9:30`, `21：30`, `9.30`. Undefined when it is none. */
export function readTime(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').trim()
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(plain)
  if (!match) return undefined
  const hours = Number(match[1])
  const minutes = Number(match[2] ?? '0')
  return hours < 24 && minutes < 60 ? timeOf(hours * 60 + minutes) : undefined
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined
}

/** The exceptions that still matter, soonest first. */
export function upcoming(exceptions: readonly HoursException[], today: string): HoursException[] {
  return exceptions.filter((each) => each.date >= today).toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/** The hours with this day closed, whatever stood there before. */
export function closedOn(hours: OpeningHours, date: string, note: string): OpeningHours {
  return {
    ...hours,
    exceptions: [...hours.exceptions.filter((each) => each.date !== date), { date, periods: [], note }],
  }
}

/** The hours with the week's rule back on this day. */
export function asUsualOn(hours: OpeningHours, date: string): OpeningHours {
  return { ...hours, exceptions: hours.exceptions.filter((each) => each.date !== date) }
}

/** Sorted as people read them: by day, then by time. */
export function inOrder(hours: OpeningHours): OpeningHours {
  const byTime = (a: Period, b: Period) => (a.opens < b.opens ? -1 : 1)
  return {
    weekly: hours.weekly.toSorted((a, b) => a.day - b.day || byTime(a, b)),
    exceptions: hours.exceptions
      .map((each) => ({ ...each, periods: each.periods.toSorted(byTime) }))
      .toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  }
}

/** A sensible further period of a day: behind the last one, or before the first when the evening is taken. */
export function nextPeriod(periods: readonly Period[]): Period {
  const sorted = periods.toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
  const opens = minutesOf(sorted[0]?.opens ?? '')
  const closes = minutesOf(sorted.at(-1)?.closes ?? '')
  if (opens === undefined || closes === undefined) return { opens: '11:00', closes: '21:00' }
  const after = closes + 120
  if (closes > opens && after <= 21 * 60) return { opens: timeOf(after), closes: timeOf(Math.max(after + 60, 21 * 60)) }
  const before = Math.max(60, opens - 60)
  return { opens: timeOf(Math.max(0, before - 180)), closes: timeOf(before) }
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
