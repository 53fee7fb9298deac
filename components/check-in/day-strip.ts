import type { MembershipProgramme } from '#model/shop/members.ts'

type Rule = NonNullable<MembershipProgramme['checkIn']>

/** One day of the round that is under way. */
export interface StripDay {
  /** The how manyth in a row. */
  readonly day: number
  readonly points: number
  readonly isDone: boolean
  /** With it come the points for days in a row. */
  readonly isPrize: boolean
}

const usualDays = 7
/** More do not fit a phone; of a longer round the part is shown that is under way. */
const mostDays = 7

/**
 * The days around today, of the round that today belongs to.
 * @param streak - days in a row so far
 * @param isDone - today is one of them
 */
export function dayStrip(rule: Rule, streak: number, isDone: boolean): readonly StripDay[] {
  const length = rule.streakDays ?? usualDays
  const today = isDone ? streak : streak + 1
  const first = today - ((today - 1) % length)
  const last = first + length - 1
  const from = Math.max(first, Math.min(today - Math.floor(mostDays / 2), last - mostDays + 1))
  const count = Math.min(length, mostDays)
  return Array.from({ length: count }, (_, index) => {
    const day = from + index
    return { day, points: pointsOn(rule, day), isDone: day <= streak, isPrize: isPrize(rule, day) }
  })
}

/** What this day in a row brings. */
export function pointsOn(rule: Rule, day: number): number {
  return rule.points + (isPrize(rule, day) ? (rule.streakPoints ?? 0) : 0)
}

function isPrize({ streakDays, streakPoints }: Rule, day: number): boolean {
  return streakDays !== undefined && Boolean(streakPoints) && day % streakDays === 0
}
