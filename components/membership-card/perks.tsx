import { Text, View } from '#components/primitives/index.ts'
import type { Membership } from '#model/shop/members.ts'
import { dayIn, dayText } from '../kit/shop-time.ts'
import type { CardScene } from './view.tsx'

/** What each tier brings; the member's own is marked. */
export function TierList({ scene, card }: { scene: CardScene; card: Membership | null }) {
  const { words, programme } = scene
  const tiers = programme.tiers.toSorted((a, b) => a.fromPoints - b.fromPoints)
  if (!tiers.length) return null
  return (
    <View className="b-membership-card__part">
      <Text ariaRole="heading" ariaLevel={3} className="b-membership-card__heading">
        {words.tiers}
      </Text>
      {tiers.map((tier) => {
        const own = tier.id === card?.tierId
        return (
          <View key={tier.id} className={`b-membership-card__row${own ? ' b-membership-card__row--own' : ''}`}>
            <View className="b-membership-card__about">
              <Text className="b-membership-card__row-name">
                {tier.name}
                {own && <Text className="b-membership-card__yours">{words.yours}</Text>}
              </Text>
              {tier.perk && <Text className="b-membership-card__small">{tier.perk}</Text>}
            </View>
            <View className="b-membership-card__terms">
              {tier.discountPercent > 0 && (
                <Text className="b-membership-card__discount">{words.discount(tier.discountPercent)}</Text>
              )}
              <Text className="b-membership-card__small">
                {tier.fromPoints > 0 ? words.fromPoints(tier.fromPoints) : words.fromStart}
              </Text>
            </View>
          </View>
        )
      })}
    </View>
  )
}

/** Points that came and went, newest first. */
export function PointsHistory({ scene, card }: { scene: CardScene; card: Membership }) {
  const { words, shop, env } = scene
  return (
    <View className="b-membership-card__part">
      <Text ariaRole="heading" ariaLevel={3} className="b-membership-card__heading">
        {words.history}
      </Text>
      {card.history.map(({ atIso, delta, kind, label }, index) => (
        <View key={index} className="b-membership-card__row">
          <View className="b-membership-card__about">
            <Text>{label || words.kinds[kind]}</Text>
            <Text className="b-membership-card__small">
              {dayText(dayIn(shop.timeZone, Date.parse(atIso)), env.language)}
            </Text>
          </View>
          <Text className={`b-membership-card__delta${delta > 0 ? ' b-membership-card__delta--up' : ''}`}>
            {delta > 0 ? `+${delta}` : `−${-delta}`}
          </Text>
        </View>
      ))}
      {!card.history.length && <Text className="b-membership-card__small">{words.noHistory}</Text>}
    </View>
  )
}
