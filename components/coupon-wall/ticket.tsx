import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { CouponOffer } from '#model/shop/coupons.ts'
import { anchorOf } from '../kit/anchor.ts'
import { gainText, termTexts } from '../kit/coupon-terms.ts'
import type { TicketState } from './ticket-state.ts'
import type { WallScene } from './words.ts'

interface TicketProps {
  readonly scene: WallScene
  readonly offer: CouponOffer
  readonly state: TicketState
  readonly busy: boolean
  /** Absent on the canvas, where nothing reacts. */
  readonly onOpen?: (() => void) | undefined
  readonly onClaim?: (() => void) | undefined
}

/** One coupon as a ticket: what it gives on the stub, what it asks beside it, and the button that takes it. */
export function Ticket({ scene, offer, state, busy, onOpen, onClaim }: TicketProps) {
  const canUse = state === 'claim' || state === 'ready' || state === 'soon'
  const [first, ...others] = termTexts(scene, offer)
  return (
    <View
      id={anchorOf('coupon', offer.id)}
      className={`b-coupon-wall__ticket${canUse ? '' : ' b-coupon-wall__ticket--off'}`}
      ariaRole="listitem"
    >
      <Gain scene={scene} offer={offer} />
      <View className="b-coupon-wall__about" {...(onOpen && { ariaRole: 'button', onClick: onOpen })}>
        <Text className="b-coupon-wall__name">{offer.title}</Text>
        <Text className="b-coupon-wall__term">{first}</Text>
        {others[0] && <Text className="b-coupon-wall__term">{others[0]}</Text>}
      </View>
      <View className="b-coupon-wall__end">
        <ClaimButton scene={scene} offer={offer} state={state} busy={busy} onClaim={onClaim} />
      </View>
    </View>
  )
}

export function Gain({ scene, offer }: Pick<TicketProps, 'scene' | 'offer'>) {
  const [large, small] = gainText(scene, offer)
  return (
    <View className="b-coupon-wall__gain">
      <Text className={`b-coupon-wall__figures${large.length > 5 ? ' b-coupon-wall__figures--long' : ''}`}>
        {large}
      </Text>
      {small && <Text className="b-coupon-wall__off">{small}</Text>}
    </View>
  )
}

/** The way to take it, or the word for why there is none. */
export function ClaimButton({ scene, offer, state, busy, onClaim }: Omit<TicketProps, 'onOpen'>) {
  const { words } = scene
  if (state !== 'claim')
    return (
      <View className={`b-coupon-wall__state b-coupon-wall__state--${state}`}>
        {state === 'ready' && <Icon name="check" />}
        <Text>{words.states[state]}</Text>
      </View>
    )
  return (
    <Button
      className="b-coupon-wall__claim"
      disabled={busy}
      ariaBusy={busy}
      ariaLabel={`${words.claim}: ${offer.title}`}
      onClick={onClaim}
    >
      <Text>{busy ? words.claiming : words.claim}</Text>
    </Button>
  )
}
