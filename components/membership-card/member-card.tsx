import { Text, View } from '#components/primitives/index.ts'
import type { Membership } from '#model/shop/members.ts'
import type { Host } from '../kit/host.ts'
import { SignInLine, useCustomer } from '../kit/sign-in.tsx'
import { barCode } from './bar-code.ts'
import { loginNeed } from './invitation.tsx'
import { spacedNumber, tierProgress } from './tier-progress.ts'
import type { CardScene } from './view.tsx'

/** The card as one would hold it out at the counter, and the way to the next tier under it. */
export function MemberCard(props: { scene: CardScene; host: Host; nodeId: string; card: Membership }) {
  const { scene, host, nodeId, card } = props
  const { words, shop, programme, env } = scene
  const customer = useCustomer(host)
  const { tier, next, missing, share } = tierProgress(programme, card)
  return (
    <>
      <View className="b-membership-card__card">
        <View className="b-membership-card__face">
          <View className="b-membership-card__top">
            <Text className="b-membership-card__shop">{shop.name}</Text>
            {tier && <Text className="b-membership-card__tier">{tier.name}</Text>}
          </View>
          <View className="b-membership-card__balance" ariaLive="polite">
            <Text className="b-membership-card__figures">{card.pointsBalance}</Text>
            <Text>{words.points}</Text>
          </View>
          <Text className="b-membership-card__name">{card.name}</Text>
        </View>
        <Code cardNo={card.cardNo} label={words.code(card.cardNo)} />
      </View>
      {programme.tiers.length > 1 && (
        <View className="b-membership-card__progress">
          <Text>{next ? words.toNext(missing, next.name) : words.top}</Text>
          <View
            className="b-membership-card__bar"
            ariaRole="progressbar"
            ariaLabel={words.progress}
            ariaValuenow={Math.round(share * 100)}
            ariaValuemin={0}
            ariaValuemax={100}
          >
            <View className="b-membership-card__done" style={{ width: `${share * 100}%` }} />
          </View>
        </View>
      )}
      {env.mode !== 'canvas' && (
        <SignInLine env={env} host={host} need={loginNeed(nodeId)} customer={customer} offer={words.keep} />
      )}
    </>
  )
}

/** The symbol must fit a card on the narrowest phone. */
const widestPx = 248

/** Always black on white, whatever the theme: scanners read it from the screen. */
function Code({ cardNo, label }: { cardNo: string; label: string }) {
  const widths = barCode(cardNo)
  const modules = widths?.reduce((sum, width) => sum + width, 0) ?? 0
  // Halves of a pixel are whole ones on a phone's screen.
  const unitPx = Math.max(1, Math.min(2, Math.floor((widestPx / Math.max(1, modules)) * 2) / 2))
  return (
    <View className="b-membership-card__code">
      {widths && (
        <View
          className="b-membership-card__bars"
          ariaRole="img"
          ariaLabel={label}
          style={{
            width: `${modules * unitPx}px`,
            backgroundImage: `linear-gradient(90deg,${stopsOf(widths, unitPx)})`,
          }}
        />
      )}
      <Text className="b-membership-card__number">{spacedNumber(cardNo)}</Text>
    </View>
  )
}

function stopsOf(widths: readonly number[], unitPx: number): string {
  let at = 0
  return widths
    .map((width, index) => {
      const from = at
      at += width * unitPx
      return `${index % 2 ? '#fff' : '#000'} ${from}px ${at}px`
    })
    .join()
}
