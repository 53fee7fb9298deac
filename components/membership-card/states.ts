import type { Membership, MembershipProgramme } from '#model/shop/members.ts'
import { type BlockStates, type Language, text } from '../kit/stories/block-state.ts'
import { loaded, offline } from '../kit/stories/mock-shop.ts'
import { storyScene } from '../kit/stories/story-scene.ts'
import { sampleCard } from './situations.ts'

const invitation = text('Collect points with every order', '加入会员，每次消费都有积分')

function programme(language: Language): MembershipProgramme {
  const say = (en: string, zh: string) => (language === 'en' ? en : zh)
  return {
    pointsPerUnit: 1,
    tiers: [
      {
        id: 'regular',
        name: say('Regular', '老朋友'),
        fromPoints: 0,
        discountPercent: 0,
        perk: say('A soy milk to say hello', '入会送豆浆一杯'),
      },
      { id: 'silver', name: say('Silver spoon', '银勺会员'), fromPoints: 300, discountPercent: 5, perk: '' },
      {
        id: 'gold',
        name: say('Gold bowl', '金碗会员'),
        fromPoints: 1000,
        discountPercent: 12,
        perk: say('A drink on your birthday', '生日当天赠饮一杯'),
      },
    ],
  }
}

const cardOf = (language: Language, change: Partial<Membership> = {}) =>
  sampleCard(storyScene(language, { membership: programme(language) }), change)

const of = (card: (language: Language) => Membership | null) => ({
  props: { invitation },
  data: (language: Language) => ({ membership: loaded(programme(language)), card: loaded(card(language)) }),
})

const member = of((language) => cardOf(language))

export const states = {
  default: member,
  invitation: { ...member, situation: 'first-visit' },
  justJoined: of((language) =>
    cardOf(language, { tierId: 'regular', pointsBalance: 0, pointsEarnedEver: 0, history: [] }),
  ),
  highestTier: { ...member, situation: 'gold-member' },
  couponExpired: { ...member, situation: 'coupon-expired' },
  signedIn: {
    ...member,
    host: {
      shop: { customer: async () => ({ ok: true, value: { id: 'c', name: 'Lin', accountUrl: '#account' } }) as const },
    },
  },
  alreadyMember: {
    ...of(() => null),
    host: { shop: { join: async () => ({ ok: false, failure: { code: 'already-member', message: '' } }) as const } },
  },
  withoutTiers: {
    props: { invitation, history: false },
    data: (language) => ({
      membership: loaded({ tiers: [], pointsPerUnit: 2 }),
      card: loaded(cardOf(language, { tierId: '' })),
    }),
  },
  loading: { props: { invitation } },
  failed: {
    props: { invitation },
    data: (language) => ({ membership: loaded(programme(language)), card: offline }),
  },
} satisfies BlockStates
