/** The least round number (1, 2 or 5 with noughts) that a chart's highest value fits under. */
export function niceTop(most: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return [1, 2, 5, 10].map((step) => step * size).find((top) => top >= most) ?? most
}
