import type { Membership } from '#model/shop/members.ts'
import type { Words } from '../kit/words.ts'

export interface CardWords {
  readonly invitationHint: string
  readonly join: string
  readonly joinTitle: string
  readonly joining: string
  readonly close: string
  readonly member: string
  readonly points: string
  readonly code: (cardNo: string) => string
  readonly toNext: (missing: number, tier: string) => string
  readonly top: string
  readonly progress: string
  readonly tiers: string
  readonly fromPoints: (points: number) => string
  readonly fromStart: string
  readonly discount: (percent: number) => string
  readonly yours: string
  readonly history: string
  readonly noHistory: string
  readonly kinds: { readonly [K in Membership['history'][number]['kind']]: string }
  readonly coupons: string
  readonly goodUntil: (day: string) => string
  readonly expired: (day: string) => string
  readonly already: string
  readonly fillIn: string
  readonly keep: string
  readonly earnRule: (points: number, amount: string) => string
}

const en: CardWords = {
  invitationHint: 'Why to join',
  join: 'Join now',
  joinTitle: 'Become a member',
  joining: 'One moment…',
  close: 'Close',
  member: 'Member',
  points: 'points',
  code: (cardNo) => `Bar code of card ${cardNo}`,
  toNext: (missing, tier) => `${missing} more points to ${tier}`,
  top: 'You have reached the highest tier.',
  progress: 'Way to the next tier',
  tiers: 'Tiers and perks',
  fromPoints: (points) => `from ${points} points`,
  fromStart: 'from the start',
  discount: (percent) => `${percent}% off`,
  yours: 'Yours',
  history: 'Points',
  noHistory: 'Your first points come with your next order.',
  kinds: {
    earn: 'Earned',
    redeem: 'Spent',
    reverse: 'Taken back',
    adjust: 'Adjusted',
    expire: 'Ended',
    bonus: 'A present',
  },
  coupons: 'Vouchers',
  goodUntil: (day) => `Good until ${day}`,
  expired: (day) => `Expired on ${day}`,
  already: 'Already a member? Sign in',
  fillIn: 'Fill this in from my account',
  keep: 'Sign in to have this card on all your phones',
  earnRule: (points, amount) => `${points === 1 ? '1 point' : `${points} points`} for every ${amount} you pay`,
}

const zh: CardWords = {
  invitationHint: '入会邀请语',
  join: '立即入会',
  joinTitle: '加入会员',
  joining: '请稍候…',
  close: '关闭',
  member: '会员',
  points: '积分',
  code: (cardNo) => `会员卡 ${cardNo} 的条形码`,
  toNext: (missing, tier) => `再积 ${missing} 分升级为${tier}`,
  top: '您已是最高等级会员。',
  progress: '升级进度',
  tiers: '等级权益',
  fromPoints: (points) => `满 ${points} 积分`,
  fromStart: '入会即享',
  discount: (percent) => `${(100 - percent) / 10} 折`,
  yours: '当前',
  history: '积分明细',
  noHistory: '下次消费后，积分会出现在这里。',
  kinds: { earn: '消费获得', redeem: '兑换', reverse: '退回', adjust: '调整', expire: '到期', bonus: '赠送' },
  coupons: '优惠券',
  goodUntil: (day) => `${day}前有效`,
  expired: (day) => `已于${day}过期`,
  already: '已是会员？登录',
  fillIn: '登录账号自动填写',
  keep: '登录账号，在所有手机上使用这张卡',
  earnRule: (points, amount) => `每消费 ${amount} 得 ${points} 积分`,
}

export const cardWords: Words<CardWords> = { en, 'zh-CN': zh }
