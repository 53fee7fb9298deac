import { Text } from '#components/primitives/index.ts'
import { Price } from '../kit/price.tsx'
import type { StillScene } from './scene.ts'

/**
 * @param from - it is the lowest of several
 * @param wasMinor - what it costs when it is not on sale
 */
export function MenuPrice(props: {
  readonly scene: StillScene
  readonly amountMinor: number
  readonly from?: boolean
  readonly wasMinor?: number | undefined
}) {
  const { scene, amountMinor, from, wasMinor } = props
  const [before, after] = scene.words.from
  const price = (minor: number) => <Price amountMinor={minor} currency={scene.shop.currency} env={scene.env} />
  return (
    <Text className="b-menu__price">
      {from && before && <Text className="b-menu__from">{before}</Text>}
      {price(amountMinor)}
      {from && after && <Text className="b-menu__from">{after}</Text>}
      {wasMinor !== undefined && (
        <Text className="b-menu__was">
          <Text className="b-menu__unseen">{scene.words.usually}</Text>
          {price(wasMinor)}
        </Text>
      )}
    </Text>
  )
}
