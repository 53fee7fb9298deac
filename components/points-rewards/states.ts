import type { Reward } from '#model/shop/coupons.ts'
import type { Membership } from '#model/shop/members.ts'
import { type BlockStates, type Language, text } from '../kit/stories/block-state.ts'
import { loaded, mockNowMs, offline } from '../kit/stories/mock-shop.ts'
import { storyScene } from '../kit/stories/story-scene.ts'
import { sampleCard } from '../membership-card/situations.ts'
import { sampleRewards } from './situations.ts'

const props = { title: text('Your points', '我的积分'), join: { kind: 'page', pageId: 'members' } }

const of = (
  change: (rewards: readonly Reward[]) => readonly Reward[] = (all) => all,
  card: (language: Language) => Membership | null = (language) => sampleCard(storyScene(language)),
) => ({
  props,
  data: (language: Language) => ({
    membership: loaded({ tiers: [], pointsPerUnit: 1, rewards: [...change(sampleRewards({ language }))] }),
    card: loaded(card(language)),
  }),
})
const all = (change: Partial<Reward>) => (each: readonly Reward[]) => each.map((reward) => ({ ...reward, ...change }))

export const states = {
  default: of(),
  stranger: { ...of(), situation: 'first-visit' },
  allInReach: { ...of(), situation: 'gold-member' },
  ending: of(undefined, (language) => {
    const scene = storyScene(language)
    const atIso = new Date(mockNowMs + 3 * 86_400_000).toISOString()
    return sampleCard(scene, { endingNext: { points: 90, atIso } })
  }),
  someGone: { ...of(), situation: 'lunch-rush' },
  soon: of(all({ startsAtIso: new Date(mockNowMs + 3 * 86_400_000).toISOString() })),
  owing: of(undefined, (language) => sampleCard(storyScene(language), { pointsBalance: -20, history: [] })),
  longWords: of((each) =>
    each.map((reward) => ({
      ...reward,
      title: `${reward.title} · ${reward.title} · ${reward.title}`,
      gain: { kind: 'amount', amountMinor: 1_234_567 },
      pricePoints: 1_000_000,
    })),
  ),
  redeemed: {
    ...of(),
    host: {
      shop: { redeemReward: async () => ({ ok: true, value: {} as never }) as const },
    },
  },
  refused: {
    ...of(),
    host: {
      shop: { redeemReward: async () => ({ ok: false, failure: { code: 'coupon-gone', message: '' } }) as const },
    },
  },
  empty: of(() => []),
  loading: { props },
  failed: {
    props,
    data: () => ({ membership: loaded({ tiers: [], pointsPerUnit: 1 }), card: offline }),
  },
} satisfies BlockStates
