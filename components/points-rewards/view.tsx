import './points-rewards.css'
import { useState } from 'react'
import { Text, View } from '#components/primitives/index.ts'
import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { Membership, MembershipProgramme } from '#model/shop/members.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { FailedBox } from '../kit/failed-box.tsx'
import { JoinFirst } from '../kit/join-first.tsx'
import { dayIn, dayText } from '../kit/shop-time.ts'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import type { BlockEnv, BlockViewProps } from '../kit/view.ts'
import type { PointsRewardsProps } from './definition.ts'
import { RewardRow } from './reward-row.tsx'
import { RewardSheet } from './reward-sheet.tsx'
import { nextReward, rewardState, shownRewards } from './reward-state.ts'
import { rewardWords, type RewardWords } from './words.ts'

/** What the parts of the block share. */
export interface RewardScene {
  readonly shop: ShopInfo
  readonly programme: MembershipProgramme
  readonly env: BlockEnv
  readonly words: RewardWords
}

export function PointsRewardsView({ props, data, host, env }: BlockViewProps<PointsRewardsProps>) {
  const { membership, shop, card } = data
  const words = rewardWords(env)
  const [openId, setOpen] = useState<string | null>(null)
  const failed = [membership, shop, card].find((each) => each.status === 'failed')
  if (failed?.status === 'failed') return <FailedBox env={env} code={failed.code} retry={failed.retry} />
  if (membership.status !== 'ready' || shop.status !== 'ready' || card.status !== 'ready')
    return (
      <LoadingBox env={env} className="b-points-rewards">
        <Bone height="148px" />
        <Bone height="76px" />
        <Bone height="76px" />
      </LoadingBox>
    )
  const scene: RewardScene = { shop: shop.value, programme: membership.value, env, words }
  const points = card.value && Math.max(0, card.value.pointsBalance)
  const rewards = shownRewards(membership.value.rewards ?? [], env.nowMs)
  const open = rewards.find(({ id }) => id === openId)
  const alive = env.mode !== 'canvas'
  return (
    <View className="b-points-rewards">
      <View className="b-points-rewards__panel">
        <EditableText
          prop="title"
          value={props.title}
          env={env}
          hint={words.titleHint}
          headingLevel={2}
          className="b-points-rewards__title"
        />
        {card.value ? (
          <Balance scene={scene} card={card.value} />
        ) : (
          <JoinFirst env={env} host={host} link={props.join} text={words.join} />
        )}
      </View>
      {rewards.length === 0 ? (
        <EmptyBox icon="gift" text={alive ? words.empty : words.emptyCanvas} />
      ) : (
        <View className="b-points-rewards__list" ariaRole="list" ariaLabel={words.rewards}>
          {rewards.map((reward) => (
            <RewardRow
              key={reward.id}
              scene={scene}
              reward={reward}
              points={points}
              state={rewardState(reward, points, env.nowMs)}
              onOpen={alive ? () => setOpen(reward.id) : undefined}
            />
          ))}
        </View>
      )}
      {open && <RewardSheet scene={scene} host={host} reward={open} points={points} onClose={() => setOpen(null)} />}
    </View>
  )
}

/** How many points there are, what they are on the way to, and when the next of them end. */
function Balance({ scene, card }: { readonly scene: RewardScene; readonly card: Membership }) {
  const { words, programme, shop, env } = scene
  const points = card.pointsBalance
  const rewards = shownRewards(programme.rewards ?? [], env.nowMs)
  const next = nextReward(rewards, points, env.nowMs)
  const share = next ? Math.max(0, Math.min(1, points / next.pricePoints)) : 1
  const { endingNext } = card
  const months = programme.pointsGoodForMonths
  return (
    <>
      <View className="b-points-rewards__balance" ariaLive="polite">
        <Text className="b-points-rewards__figures">{points.toLocaleString(env.language)}</Text>
        <Text>{words.points}</Text>
      </View>
      {rewards.length > 0 && (
        <View className="b-points-rewards__way">
          <View
            className="b-points-rewards__bar"
            ariaRole="progressbar"
            ariaLabel={words.progress}
            ariaValuenow={Math.round(share * 100)}
            ariaValuemin={0}
            ariaValuemax={100}
          >
            <View className="b-points-rewards__done" style={{ width: `${share * 100}%` }} />
          </View>
          <Text>{next ? words.toNext(next.pricePoints - points, next.title) : words.allInReach}</Text>
        </View>
      )}
      {endingNext ? (
        <Text className="b-points-rewards__end">
          {words.ending(endingNext.points, dayText(dayIn(shop.timeZone, Date.parse(endingNext.atIso)), env.language))}
        </Text>
      ) : (
        months !== undefined && <Text className="b-points-rewards__end">{words.goodFor(months)}</Text>
      )}
    </>
  )
}
