import type { Membership, MembershipProgramme } from '#model/shop/members.ts'
import { type BlockStates, type Language, text } from '../kit/stories/block-state.ts'
import { loaded, offline } from '../kit/stories/mock-shop.ts'

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

function cardOf(language: Language, change: Partial<Membership> = {}): Membership {
  const say = (en: string, zh: string) => (language === 'en' ? en : zh)
  return {
    cardNo: '880026013742',
    name: say('Lin Xiaoyue', '林晓月'),
    tierId: 'silver',
    pointsBalance: 286,
    pointsEarnedEver: 650,
    joinedAtIso: '2026-05-01T11:00:00+08:00',
    history: [
      { atIso: '2026-10-12T19:20:00+08:00', delta: 86, kind: 'earn', label: say('Order 17', '订单 17') },
      {
        atIso: '2026-10-03T12:10:00+08:00',
        delta: -100,
        kind: 'redeem',
        label: say('Iced sour plum drink', '兑换冰镇酸梅汤'),
      },
      { atIso: '2026-09-28T18:40:00+08:00', delta: 42, kind: 'earn', label: '' },
    ],
    ...change,
  }
}

const of = (card: (language: Language) => Membership | null) => ({
  props: { invitation },
  data: (language: Language) => ({ membership: loaded(programme(language)), card: loaded(card(language)) }),
})

export const states = {
  default: of((language) => cardOf(language)),
  invitation: of(() => null),
  justJoined: of((language) =>
    cardOf(language, { tierId: 'regular', pointsBalance: 0, pointsEarnedEver: 0, history: [] }),
  ),
  highestTier: of((language) => cardOf(language, { tierId: 'gold', pointsBalance: 12_860, pointsEarnedEver: 20_400 })),
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
