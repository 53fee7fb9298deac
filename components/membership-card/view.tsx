import './membership-card.css'
import { useState } from 'react'
import { View } from '#components/primitives/index.ts'
import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { Membership, MembershipProgramme } from '#model/shop/members.ts'
import { Bone, FailedBox, LoadingBox } from '../kit/state-boxes.tsx'
import type { BlockEnv, BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { MembershipCardProps } from './definition.ts'
import { Invitation } from './invitation.tsx'
import { MemberCard } from './member-card.tsx'
import { PointsHistory, TierList } from './perks.tsx'
import { cardWords, type CardWords } from './words.ts'

/** What the parts of the block share. */
export interface CardScene {
  readonly shop: ShopInfo
  readonly programme: MembershipProgramme
  readonly env: BlockEnv
  readonly words: CardWords
}

export function MembershipCardView({ props, data, host, env, nodeId }: BlockViewProps<MembershipCardProps>) {
  const { card, membership, shop } = data
  // Just joined: drawn at once, before the card has been loaded again.
  const [joined, setJoined] = useState<Membership | null>(null)
  const failed = [membership, shop, env.mode === 'canvas' ? null : card].find((each) => each?.status === 'failed')
  if (failed?.status === 'failed') return <FailedBox env={env} code={failed.code} retry={failed.retry} />
  if (membership.status !== 'ready' || shop.status !== 'ready') return <CardSkeleton env={env} />
  // On the canvas nobody is a member: the merchant sees what a new visitor sees.
  if (card.status !== 'ready' && env.mode !== 'canvas') return <CardSkeleton env={env} />
  const scene = { shop: shop.value, programme: membership.value, env, words: wordsFor(env.language, cardWords) }
  const own = env.mode === 'canvas' ? null : (card.status === 'ready' && card.value) || joined
  return (
    <View className="b-membership-card">
      {own ? (
        <MemberCard scene={scene} card={own} />
      ) : (
        <Invitation id={`card-${nodeId}`} scene={scene} host={host} text={props.invitation} onJoined={setJoined} />
      )}
      {props.tiers && <TierList scene={scene} card={own} />}
      {props.history && own && <PointsHistory scene={scene} card={own} />}
    </View>
  )
}

function CardSkeleton({ env }: { env: BlockEnv }) {
  return (
    <LoadingBox env={env}>
      <View className="b-membership-card">
        <Bone height="292px" />
        <Bone height="48px" />
        <Bone height="120px" />
      </View>
    </LoadingBox>
  )
}
