import { Icon, Text, View } from '#components/primitives/index.ts'
import type { QuotedCoupon } from '#model/shop/coupons.ts'
import type { Quote } from '#model/shop/orders.ts'
import { wordsFor, type Words } from '../kit/words.ts'
import type { MenuScene } from './scene.ts'

export interface CouponChoiceProps {
  readonly scene: MenuScene
  readonly quote: Quote
  /** @param couponId - null for none */
  readonly onChoose: (couponId: string | null) => void
}

const en = {
  coupon: 'Coupon',
  none: 'No coupon this time',
  keep: 'Keep it for later',
  until: (when: string) => `until ${when}`,
  missing: (amount: string) => `${amount} more for this coupon`,
  wantsDish: (dish: string) => `Add ${dish} to use it`,
  memberBetter: 'Your member price is better',
  waiting: 'On an order that waits for its payment',
}

const words: Words<typeof en> = {
  en,
  'zh-CN': {
    coupon: '优惠券',
    none: '不使用优惠券',
    keep: '留着下次用',
    until: (when) => `${when}前有效`,
    missing: (amount) => `再消费 ${amount} 可用`,
    wantsDish: (dish) => `加一份${dish}可用`,
    memberBetter: '会员价更划算',
    waiting: '已用于一笔待付款的订单',
  },
}

/** Own coupons and what each would take off, the one in use ticked; under one that does not apply, why. */
export function CouponChoice({ scene, quote, onChoose }: CouponChoiceProps) {
  const { coupon: heading, none, keep } = wordsFor(scene.env.language, words)
  const coupons = quote.coupons ?? []
  const usable = coupons.filter(({ obstacle }) => obstacle === null)
  return (
    <View className="b-menu__group" ariaRole="radiogroup" ariaLabel={heading}>
      <Text className="b-menu__group-name">{heading}</Text>
      {usable.map((each) => (
        <CouponOption
          key={each.id}
          name={each.title}
          hint={hintOf(scene, each)}
          gain={`−${scene.money(each.takesOffMinor)}`}
          on={each.id === quote.coupon?.id}
          onTap={() => onChoose(each.id)}
        />
      ))}
      {usable.length > 0 && <CouponOption name={none} hint={keep} on={!quote.coupon} onTap={() => onChoose(null)} />}
      {coupons
        .filter(({ obstacle }) => obstacle !== null)
        .map((each) => (
          <View key={each.id} className="b-menu__pay">
            <View className="b-menu__pay-about">
              <Text className="b-menu__small">{each.title}</Text>
              <Text className="b-menu__small">{hintOf(scene, each)}</Text>
            </View>
            <Icon name="info" />
          </View>
        ))}
    </View>
  )
}

function CouponOption(props: {
  readonly name: string
  readonly hint: string
  readonly gain?: string
  readonly on: boolean
  readonly onTap: () => void
}) {
  const { name, hint, gain, on, onTap } = props
  return (
    <View className="b-menu__pay" ariaRole="radio" ariaChecked={on} onClick={onTap}>
      <View className="b-menu__pay-about">
        <Text>{name}</Text>
        {hint && <Text className="b-menu__small">{hint}</Text>}
      </View>
      {gain && <Text className="b-menu__pay-gain">{gain}</Text>}
      <View className={`b-menu__dot${on ? ' b-menu__dot--on' : ''}`} />
    </View>
  )
}

function hintOf({ env, money, when }: MenuScene, { obstacle, expiresAtIso }: QuotedCoupon): string {
  const say = wordsFor(env.language, words)
  switch (obstacle?.kind) {
    case undefined:
      return expiresAtIso === null ? '' : say.until(when(expiresAtIso))
    case 'min-spend':
      return say.missing(money(obstacle.missingMinor))
    case 'dish-missing':
      return say.wantsDish(obstacle.dishName)
    case 'member-price-is-better':
      return say.memberBetter
    case 'on-unpaid-order':
      return say.waiting
  }
}
