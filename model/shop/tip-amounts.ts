/** Apart from the schemas of tips: pages work this out, and must not load what checks those. */

/** An order may be tipped for so long after it was placed. */
export const tipDays = 7

/** A share of what was paid, rounded half up once. */
export function tipMinor(totalMinor: number, percent: number): number {
  return Math.floor((totalMinor * percent + 50) / 100)
}
