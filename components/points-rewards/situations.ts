import type { Reward } from '#model/shop/coupons.ts'
import { goldCard } from '../membership-card/situations.ts'
import type { BlockSituations, Scene } from '../kit/situations.ts'

/** Rewards that any shop may have, for stories and for a shop that has none yet. */
export function sampleRewards({ language }: Pick<Scene, 'language'>): readonly Reward[] {
  const say = (en: string, zh: string) => (language === 'en' ? en : zh)
  const usual = {
    minSpendMinor: 0,
    addsToMemberPrice: true,
    startsAtIso: null,
    endsAtIso: null,
    goodForDays: 60,
    perPerson: 1,
    audience: 'members',
    tierName: null,
    isGone: false,
  } as const
  return [
    {
      ...usual,
      id: 'reward-drink',
      title: say('A plum drink', '酸梅汤一杯'),
      gain: { kind: 'item', dishId: 'plum', dishName: say('plum drink', '酸梅汤') },
      pricePoints: 120,
    },
    {
      ...usual,
      id: 'reward-twenty',
      title: say('¥20 off your bill', '20 元抵用券'),
      gain: { kind: 'amount', amountMinor: 2000 },
      minSpendMinor: 5000,
      pricePoints: 300,
    },
    {
      ...usual,
      id: 'reward-feast',
      title: say('Half price for the whole table', '整桌半价'),
      gain: { kind: 'percent', percent: 50, mostMinor: 20_000 },
      pricePoints: 1800,
    },
  ]
}

/** The shop's own rewards where it has some. */
const withRewards = (scene: Scene) => {
  const { membership } = scene.shopData
  return { membership: { ...membership, rewards: membership.rewards ?? [...sampleRewards(scene)] } }
}

export const situations: BlockSituations = {
  'lunch-rush': {
    shopData: (scene) => {
      const { membership } = withRewards(scene)
      return {
        membership: {
          ...membership,
          rewards: membership.rewards.map((each, index) => (index % 2 ? each : { ...each, isGone: true })),
        },
      }
    },
  },
  'first-visit': { shopData: withRewards, visitor: () => ({ card: null }) },
  'gold-member': { shopData: withRewards, visitor: (scene) => ({ card: goldCard(scene) }) },
}
