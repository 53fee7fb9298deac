import { Button, Text, View } from '#components/primitives/index.ts'
import type { Reward } from '#model/shop/coupons.ts'
import { gainText, termTexts } from '../kit/coupon-terms.ts'
import type { RewardState } from './reward-state.ts'
import type { RewardScene } from './view.tsx'

interface RewardRowProps {
  readonly scene: RewardScene
  readonly reward: Reward
  readonly state: RewardState
  readonly points: number | null
  /** Absent on the canvas, where nothing reacts. */
  readonly onOpen?: (() => void) | undefined
}

/** One reward: what it is, what it costs, and how far it is. */
export function RewardRow({ scene, reward, state, points, onOpen }: RewardRowProps) {
  const { words } = scene
  const [large] = gainText(scene, reward)
  const price = words.price(reward.pricePoints)
  const isOff = state === 'gone' || state === 'soon'
  return (
    <View ariaRole="listitem">
      <Button className={`b-points-rewards__row${isOff ? ' b-points-rewards__row--off' : ''}`} onClick={onOpen}>
        <Text className={`b-points-rewards__gain${large.length > 5 ? ' b-points-rewards__gain--long' : ''}`}>
          {large}
        </Text>
        <View className="b-points-rewards__about">
          <Text className="b-points-rewards__name">{reward.title}</Text>
          <Text className="b-points-rewards__term">{termTexts(scene, reward)[0]}</Text>
        </View>
        <View className="b-points-rewards__cost">
          <Text className={`b-points-rewards__price b-points-rewards__price--${state}`}>{price}</Text>
          {state === 'far' && (
            <Text className="b-points-rewards__term">{words.missing(reward.pricePoints - (points ?? 0))}</Text>
          )}
          {isOff && <Text className="b-points-rewards__term">{words[state]}</Text>}
        </View>
      </Button>
    </View>
  )
}
