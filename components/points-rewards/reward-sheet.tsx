import { useState } from 'react'
import { Button, Icon, Sheet, Text, View } from '#components/primitives/index.ts'
import type { Reward } from '#model/shop/coupons.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import { createAskOnce } from '../kit/ask-once.ts'
import { gainText, termTexts } from '../kit/coupon-terms.ts'
import { failureWords } from '../kit/failure-words.ts'
import type { Host } from '../kit/host.ts'
import { rewardState } from './reward-state.ts'
import type { RewardScene } from './view.tsx'

interface RewardSheetProps {
  readonly scene: RewardScene
  readonly host: Host
  readonly reward: Reward
  readonly points: number | null
  readonly onClose: () => void
}

/** All there is to know about a reward, and the button that buys it; then that it is theirs. */
export function RewardSheet({ scene, host, reward, points, onClose }: RewardSheetProps) {
  const { words, env } = scene
  const [busy, setBusy] = useState(false)
  const [isDone, setDone] = useState(false)
  const [failure, setFailure] = useState<ShopFailureCode | null>(null)
  const [askOnce] = useState(() => createAskOnce(host))
  const state = rewardState(reward, points, env.nowMs)
  const [large, small] = gainText(scene, reward)
  const redeem = async () => {
    setBusy(true)
    setFailure(null)
    const answer = await askOnce(host.shop.redeemReward, reward.id)
    setBusy(false)
    host.refresh('card')
    if (!answer.ok) return setFailure(answer.failure.code)
    host.refresh('wallet')
    setDone(true)
  }
  if (isDone)
    return (
      <Sheet open title={words.done} closeLabel={words.close} onClose={onClose}>
        <View className="b-points-rewards__sheet" ariaRole="status">
          <Icon name="check" size={48} className="b-points-rewards__tick" />
          <Text className="b-points-rewards__name">{reward.title}</Text>
          <Text className="b-points-rewards__term">{words.doneText}</Text>
          <Button className="b-points-rewards__main" onClick={onClose}>
            <Text>{words.fine}</Text>
          </Button>
        </View>
      </Sheet>
    )
  return (
    <Sheet open title={reward.title} closeLabel={words.close} onClose={onClose}>
      <View className="b-points-rewards__sheet">
        <View className="b-points-rewards__stub">
          <Text className="b-points-rewards__large">{large}</Text>
          {small && <Text>{small}</Text>}
        </View>
        <View className="b-points-rewards__terms" ariaRole="list">
          {termTexts(scene, reward).map((term) => (
            <Text key={term} className="b-points-rewards__term" ariaRole="listitem">
              {term}
            </Text>
          ))}
        </View>
        {state === 'ready' && (
          <>
            <Text className="b-points-rewards__term">{words.left((points ?? 0) - reward.pricePoints)}</Text>
            <Button className="b-points-rewards__main" disabled={busy} ariaBusy={busy} onClick={() => void redeem()}>
              <Text>{busy ? words.redeeming : words.redeem(reward.pricePoints)}</Text>
            </Button>
          </>
        )}
        {state === 'far' && (
          <Text className="b-points-rewards__name">
            {words.toNext(reward.pricePoints - (points ?? 0), reward.title)}
          </Text>
        )}
        {state === 'locked' && <Text className="b-points-rewards__name">{words.join}</Text>}
        {(state === 'gone' || state === 'soon') && <Text className="b-points-rewards__name">{words[state]}</Text>}
        {failure && (
          <Text className="b-points-rewards__failure" ariaRole="alert">
            {failureWords(failure, env.language)}
          </Text>
        )}
      </View>
    </Sheet>
  )
}
