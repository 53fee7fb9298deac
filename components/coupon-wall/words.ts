import type { CouponOffer } from '#model/shop/coupons.ts'
import type { ShopInfo } from '#model/shop/catalogue.ts'
import { formatMoney } from '../kit/money.ts'
import { dayIn, dayText } from '../kit/shop-time.ts'
import type { BlockEnv } from '../kit/view.ts'
import { wordsFor, type Words } from '../kit/words.ts'
import type { TicketState } from './ticket-state.ts'

const en = {
  titleHint: 'Title of the coupons',
  empty: 'No coupons at the moment. Do come back.',
  emptyCanvas: 'Make your first coupon at the counter: it appears here.',
  claim: 'Take it',
  claiming: 'One moment…',
  close: 'Close',
  gone: 'This coupon is no longer given.',
  done: 'It is yours. Checkout uses it by itself.',
  states: {
    ready: 'Yours',
    waiting: 'On an unpaid order',
    used: 'Used',
    expired: 'Expired',
    gone: 'All gone',
    soon: 'Soon',
    over: 'Over',
  } as { readonly [S in Exclude<TicketState, 'claim'>]: string },
  hints: {
    ready: 'Order as usual: the total at checkout has it taken off.',
    waiting: 'It is used once that order is paid, and comes back if it is not.',
    used: 'Enjoy your meal.',
    expired: 'Its time has run out.',
    gone: 'Others were faster this time.',
    soon: '',
    over: '',
  } as { readonly [S in Exclude<TicketState, 'claim'>]: string },
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
    titleHint: '领券标题',
    empty: '现在没有可领的券，下次再来看看。',
    emptyCanvas: '去后台创建第一张优惠券，它会出现在这里。',
    claim: '领取',
    claiming: '领取中…',
    close: '关闭',
    gone: '这张券已经停止发放。',
    done: '领到了，结算时自动使用。',
    states: {
      ready: '已领取',
      waiting: '待付款订单占用',
      used: '已使用',
      expired: '已过期',
      gone: '已领完',
      soon: '即将开始',
      over: '已结束',
    },
    hints: {
      ready: '照常下单，结算时自动抵扣。',
      waiting: '付款后即算使用，未付款会退回给您。',
      used: '感谢惠顾。',
      expired: '这张券过了有效期。',
      gone: '这次被别人抢先了。',
      soon: '',
      over: '',
    },
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

export type WallWords = typeof en

/** What parts of the wall need to say what a coupon is. */
export interface WallScene {
  readonly shop: ShopInfo
  readonly env: BlockEnv
  readonly words: WallWords
}

export function wallScene(shop: ShopInfo, env: BlockEnv): WallScene {
  return { shop, env, words: wallWords(env) }
}

export function wallWords(env: BlockEnv): WallWords {
  return wordsFor(env.language, words)
}

/** The stub's large figures and the small word under them, e.g. `¥10` and `off`, `8.5 折`, `Free`. */
export function gainText({ shop, env, words: say }: WallScene, { gain }: CouponOffer): [large: string, small: string] {
  if (gain.kind === 'item') return [say.free, '']
  if (gain.kind === 'amount') return [formatMoney(gain.amountMinor, shop.currency, env.language), say.off]
  if (env.language === 'en') return [`${gain.percent}%`, say.off]
  return gain.percent === 100 ? [say.free, ''] : [`${(100 - gain.percent) / 10}折`, '']
}

/** Its conditions, the most important first. */
export function termTexts(scene: WallScene, offer: CouponOffer): readonly string[] {
  const { words: say, shop, env } = scene
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
