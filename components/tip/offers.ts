import { tipMinor } from '#model/shop/tip-amounts.ts'
import type { TipProps } from './definition.ts'

/** One choice: what is asked of the shop, and what it comes to as far as this page knows. */
export interface Offer {
  readonly key: string
  readonly percent: number | null
  readonly amountMinor: number
}

/** What the block offers for an order of this much, each once and nothing that would be less than the smallest coin. */
export function offersOf(props: Pick<TipProps, 'kind' | 'percents' | 'amounts'>, totalMinor: number): readonly Offer[] {
  const offers =
    props.kind === 'percent'
      ? props.percents.map(({ percent }) => ({
          key: `${percent}%`,
          percent,
          amountMinor: tipMinor(totalMinor, percent),
        }))
      : props.amounts.flatMap(({ amountMinor }) =>
          amountMinor === null ? [] : [{ key: String(amountMinor), percent: null, amountMinor }],
        )
  return offers.filter(
    ({ key, amountMinor }, index) => amountMinor > 0 && offers.findIndex((each) => each.key === key) === index,
  )
}
