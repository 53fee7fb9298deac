/** What a coupon gives and asks, in words: the same on a wall, among rewards, on a full stamp card. */
import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { CouponOffer } from '#model/shop/coupons.ts'
import { formatMoney } from './money.ts'
import { dayIn, dayText } from './shop-time.ts'
import type { BlockEnv } from './view.ts'
import { wordsFor, type Words } from './words.ts'

const en = {
  free: 'Free',
  off: 'off',
  dish: (dish: string) => `One ${dish} on the house`,
  from: (amount: string) => `From ${amount}`,
  anyOrder: 'On any order',
  most: (amount: string) => `At most ${amount} off`,
  goodFor: (days: number) => (days === 1 ? 'Good for a day once taken' : `Good for ${days} days once taken`),
  starts: (day: string) => `From ${day}`,
  until: (day: string) => `Until ${day}`,
  members: 'For members',
  tier: (name: string) => `For ${name} and above`,
  each: (count: number) => `${count} per person`,
  insteadOfMemberPrice: 'Instead of the member discount',
}

const words: Words<typeof en> = {
  en,
  'zh-CN': {
    free: '免费',
    off: '',
    dish: (dish) => `送${dish}一份`,
    from: (amount) => `满 ${amount} 可用`,
    anyOrder: '无门槛',
    most: (amount) => `最多减 ${amount}`,
    goodFor: (days) => `领取后 ${days} 天内有效`,
    starts: (day) => `${day}开始`,
    until: (day) => `${day}前有效`,
    members: '会员专享',
    tier: (name) => `${name}及以上专享`,
    each: (count) => `每人限领 ${count} 张`,
    insteadOfMemberPrice: '不与会员折扣同享',
  },
}

interface TermsScene {
  readonly shop: ShopInfo
  readonly env: BlockEnv
}

/** The stub's large figures and the small word under them, e.g. `¥10` and `off`, `8.5 折`, `Free`. */
export function gainText(
  { shop, env }: TermsScene,
  { gain }: Pick<CouponOffer, 'gain'>,
): [large: string, small: string] {
  const say = wordsFor(env.language, words)
  if (gain.kind === 'item') return [say.free, '']
  if (gain.kind === 'amount') return [formatMoney(gain.amountMinor, shop.currency, env.language), say.off]
  if (env.language === 'en') return [`${gain.percent}%`, say.off]
  return gain.percent === 100 ? [say.free, ''] : [`${(100 - gain.percent) / 10}折`, '']
}

/** Its conditions, the most important first. */
export function termTexts({ shop, env }: TermsScene, offer: CouponOffer): readonly string[] {
  const say = wordsFor(env.language, words)
  const money = (amountMinor: number) => formatMoney(amountMinor, shop.currency, env.language)
  const day = (iso: string) => dayText(dayIn(shop.timeZone, Date.parse(iso)), env.language)
  const { gain, minSpendMinor, startsAtIso, endsAtIso, goodForDays, audience, tierName, perPerson } = offer
  const starts = startsAtIso !== null && Date.parse(startsAtIso) > env.nowMs
  return [
    minSpendMinor > 0 ? say.from(money(minSpendMinor)) : say.anyOrder,
    gain.kind === 'item' ? say.dish(gain.dishName) : '',
    gain.kind === 'percent' && gain.mostMinor !== null ? say.most(money(gain.mostMinor)) : '',
    audience === 'members' ? say.members : audience === 'tier' ? say.tier(tierName ?? '') : '',
    starts ? say.starts(day(startsAtIso)) : '',
    endsAtIso !== null ? say.until(day(endsAtIso)) : '',
    goodForDays !== null ? say.goodFor(goodForDays) : '',
    perPerson > 1 ? say.each(perPerson) : '',
    offer.addsToMemberPrice ? '' : say.insteadOfMemberPrice,
  ].filter(Boolean)
}
