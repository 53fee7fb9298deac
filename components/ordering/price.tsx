import { Text } from '#components/primitives/index.ts'
import { Price } from '../kit/price.tsx'
import type { StillScene } from './scene.ts'

/** @param from - it is the lowest of several */
export function MenuPrice(props: {
  readonly scene: StillScene
  readonly amountMinor: number
  readonly from?: boolean
}) {
  const { scene, amountMinor, from } = props
  const [before, after] = scene.words.from
  return (
    <Text className="b-menu__price">
      {from && before && <Text className="b-menu__from">{before}</Text>}
      <Price amountMinor={amountMinor} currency={scene.shop.currency} env={scene.env} />
      {from && after && <Text className="b-menu__from">{after}</Text>}
    </Text>
  )
}
