import type { ServedTimes } from '#model/shop/catalogue.ts'
import { isoDays } from './hours.ts'

/**
 * Served times in one line: days with the same hours together, e.g. `Mon–Fri 06:00–10:00, Sat 08:00–11:00`.
 * @param dayNames - Monday first, short
 */
export function servedText(
  served: ServedTimes,
  {
    dayNames,
    everyDay,
    join,
  }: { readonly dayNames: readonly string[]; readonly everyDay: string; readonly join: string },
): string {
  const hoursOf = (day: number) =>
    served
      .filter((period) => period.day === day)
      .map(({ opens, closes }) => `${opens}–${closes}`)
      .toSorted()
      .join(' ')
  const runs: { from: number; to: number; hours: string }[] = []
  for (const day of isoDays) {
    const hours = hoursOf(day)
    const last = runs.at(-1)
    if (last && last.hours === hours) last.to = day
    else runs.push({ from: day, to: day, hours })
  }
  const nameOf = (day: number) => dayNames[day - 1] ?? ''
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ from, to, hours }) => {
      if (from === 1 && to === 7) return `${everyDay} ${hours}`
      return `${from === to ? nameOf(from) : `${nameOf(from)}–${nameOf(to)}`} ${hours}`
    })
    .join(join)
}
