import './coupon-wall.css'
import { useState } from 'react'
import { Sheet, Text, View } from '#components/primitives/index.ts'
import type { CouponOffer } from '#model/shop/coupons.ts'
import { termTexts } from '../kit/coupon-terms.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { FailedBox } from '../kit/failed-box.tsx'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import { useWish } from '../kit/use-wish.ts'
import type { BlockViewProps } from '../kit/view.ts'
import type { CouponWallProps } from './definition.ts'
import { ClaimButton, Gain, Ticket } from './ticket.tsx'
import { ticketState } from './ticket-state.ts'
import { useClaims } from './use-claims.ts'
import { wallScene, wallWords, type WallScene } from './words.ts'

export function CouponWallView(view: BlockViewProps<CouponWallProps>) {
  const { props, data, env } = view
  const words = wallWords(env)
  const { coupons, shop } = data
  const failed = [coupons, shop].find((each) => each.status === 'failed')
  return (
    <View className="b-coupon-wall">
      <EditableText
        prop="title"
        value={props.title}
        env={env}
        hint={words.titleHint}
        headingLevel={2}
        className="b-coupon-wall__title"
      />
      {failed?.status === 'failed' ? (
        <FailedBox env={env} code={failed.code} retry={failed.retry} />
      ) : coupons.status === 'ready' && shop.status === 'ready' ? (
        <Wall view={view} scene={wallScene(shop.value, env)} all={coupons.value} />
      ) : (
        <LoadingBox env={env} className="b-coupon-wall__tickets">
          <Bone height="88px" />
          <Bone height="88px" />
        </LoadingBox>
      )}
    </View>
  )
}

interface WallProps {
  readonly view: BlockViewProps<CouponWallProps>
  readonly scene: WallScene
  readonly all: readonly CouponOffer[]
}

function Wall({ view, scene, all }: WallProps) {
  const { props, data, host, env } = view
  const { words } = scene
  const alive = env.mode !== 'canvas'
  const { fresh, busyIds, claim } = useClaims(host, env)
  const [openId, setOpen] = useState<string | null>(null)
  useWish(host, 'coupon', setOpen)
  const known = data.wallet.status === 'ready' ? data.wallet.value : []
  const wallet = [...known, ...fresh.filter(({ id }) => !known.some((own) => own.id === id))]
  const stateOf = (offer: CouponOffer) => ticketState(offer, wallet, env.nowMs)
  const shown = all
    .filter(({ id }) => props.coupon === '' || id === props.coupon)
    .filter((offer) => stateOf(offer) !== 'over')
  const open = all.find(({ id }) => id === openId)
  return (
    <>
      {shown.length === 0 ? (
        <EmptyBox icon="wallet" text={alive ? words.empty : words.emptyCanvas} />
      ) : (
        <View className={`b-coupon-wall__tickets b-coupon-wall__tickets--${props.layout}`} ariaRole="list">
          {shown.map((offer) => (
            <Ticket
              key={offer.id}
              scene={scene}
              offer={offer}
              state={stateOf(offer)}
              busy={busyIds.includes(offer.id)}
              onOpen={alive ? () => setOpen(offer.id) : undefined}
              onClaim={alive ? () => claim(offer.id) : undefined}
            />
          ))}
        </View>
      )}
      {openId !== null && (
        <Sheet open title={open?.title ?? words.gone} closeLabel={words.close} onClose={() => setOpen(null)}>
          {open && (
            <Details
              scene={scene}
              offer={open}
              state={stateOf(open)}
              busy={busyIds.includes(open.id)}
              onClaim={() => claim(open.id)}
            />
          )}
        </Sheet>
      )}
    </>
  )
}

/** All there is to know about one coupon, and the button to take it: where links to a coupon lead. */
function Details(props: Parameters<typeof ClaimButton>[0]) {
  const { scene, offer, state } = props
  return (
    <View className="b-coupon-wall__sheet">
      <Gain scene={scene} offer={offer} />
      <View className="b-coupon-wall__terms" ariaRole="list">
        {termTexts(scene, offer).map((term) => (
          <Text key={term} className="b-coupon-wall__term" ariaRole="listitem">
            {term}
          </Text>
        ))}
      </View>
      <ClaimButton {...props} />
      {state !== 'claim' && <Text className="b-coupon-wall__term">{scene.words.hints[state]}</Text>}
    </View>
  )
}
