import './membership-card.css'
import { useState } from 'react'
import { View } from '#components/primitives/index.ts'
import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { Membership, MembershipProgramme } from '#model/shop/members.ts'
import { FailedBox } from '../kit/failed-box.tsx'
import { Bone, LoadingBox } from '../kit/state-boxes.tsx'
import { useLoginReturn } from '../kit/use-login-return.ts'
import type { BlockEnv, BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { MembershipCardProps } from './definition.ts'
import { Coupons } from './coupons.tsx'
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
  // Whoever turns out to have a card needs no form.
  const [isBack, setIsBack] = useState(false)
  useLoginReturn(host, nodeId, () => setIsBack(true))
  const failed = [membership, shop, card].find((each) => each.status === 'failed')
  if (failed?.status === 'failed') return <FailedBox env={env} code={failed.code} retry={failed.retry} />
  if (membership.status !== 'ready' || shop.status !== 'ready') return <CardSkeleton env={env} />
  if (card.status !== 'ready') return <CardSkeleton env={env} />
  const scene = { shop: shop.value, programme: membership.value, env, words: wordsFor(env.language, cardWords) }
  const own = card.value || joined
  return (
    <View className="b-membership-card">
      {own ? (
        <MemberCard scene={scene} host={host} nodeId={nodeId} card={own} />
      ) : (
        <Invitation
          nodeId={nodeId}
          scene={scene}
          host={host}
          text={props.invitation}
          isBack={isBack}
          onJoined={setJoined}
        />
      )}
      {own && <Coupons scene={scene} card={own} />}
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
