/** Days of the week, and when a shop opens on them. */
import type { OpeningHours } from '#model/shop/catalogue.ts'
import { noonOf } from './shop-time.ts'

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: string): number {
  return new Date(noonOf(day)).getUTCDay() || 7
}

/** When the shop opens on that day; empty when it stays closed. An exception replaces the week's rule. */
export function periodsOn(
  hours: OpeningHours,
  day: string,
): readonly { readonly opens: string; readonly closes: string }[] {
  const exception = hours.exceptions.find((each) => each.date === day)
  return exception ? exception.periods : hours.weekly.filter((each) => each.day === weekdayOf(day))
}
