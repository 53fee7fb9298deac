import './coupons.css'
import { Text, View } from '#components/primitives/index.ts'
import type { Coupon, Membership } from '#model/shop/members.ts'
import { dayIn, dayText } from '../kit/shop-time.ts'
import type { CardScene } from './view.tsx'

/** Vouchers as tickets: those that are good first, the expired ones below, told as such and not just pale. */
export function Coupons({ scene, card }: { scene: CardScene; card: Membership }) {
  const { words, env } = scene
  const coupons = card.coupons ?? []
  if (!coupons.length) return null
  const isOver = ({ expiresAtIso }: Coupon) => expiresAtIso !== null && Date.parse(expiresAtIso) <= env.nowMs
  const sorted = [...coupons.filter((coupon) => !isOver(coupon)), ...coupons.filter(isOver)]
  return (
    <View className="b-membership-card__part">
      <Text ariaRole="heading" ariaLevel={3} className="b-membership-card__heading">
        {words.coupons}
      </Text>
      {sorted.map((coupon) => (
        <Ticket key={coupon.id} scene={scene} coupon={coupon} over={isOver(coupon)} />
      ))}
    </View>
  )
}

function Ticket({ scene, coupon, over }: { scene: CardScene; coupon: Coupon; over: boolean }) {
  const { words, shop, env } = scene
  const day = coupon.expiresAtIso && dayText(dayIn(shop.timeZone, Date.parse(coupon.expiresAtIso)), env.language)
  return (
    <View className={`b-membership-card__ticket${over ? ' b-membership-card__ticket--over' : ''}`}>
      <Text className="b-membership-card__ticket-title">{coupon.title}</Text>
      {day && <Text className="b-membership-card__ticket-day">{over ? words.expired(day) : words.goodUntil(day)}</Text>}
    </View>
  )
}
