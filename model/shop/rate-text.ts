/** `13%` of 13,000 thousandths of a percent and `8.875%` of 8,875, as it is written in both languages. */
export function rateText(ratePcm: number): string {
  return `${ratePcm / 1000}%`
}
