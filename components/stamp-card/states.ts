import type { Membership, MembershipProgramme } from '#model/shop/members.ts'
import { type BlockStates, type Language, text } from '../kit/stories/block-state.ts'
import { loaded, offline } from '../kit/stories/mock-shop.ts'
import { storyScene } from '../kit/stories/story-scene.ts'
import { sampleCard } from '../membership-card/situations.ts'
import { sampleStampCard } from './situations.ts'

const props = {
  title: text('Your stamp card', '集章有礼'),
  join: { kind: 'page', pageId: 'members' },
}
type Rule = NonNullable<MembershipProgramme['stampCard']>

const of = (stamps?: number, change: (rule: Rule) => Partial<Rule> = () => ({})) => ({
  props,
  data: (language: Language) => {
    const rule = sampleStampCard({ language })
    const card: Membership = sampleCard(storyScene(language), stamps === undefined ? {} : { stamps })
    return {
      membership: loaded({ tiers: [], pointsPerUnit: 1, stampCard: { ...rule, ...change(rule) } }),
      card: loaded(card),
    }
  },
})

export const states = {
  default: of(5),
  stranger: { ...of(), situation: 'first-visit' },
  regular: { ...of(), situation: 'gold-member' },
  firstStamp: of(1),
  almost: of(7),
  none: of(0),
  /** There was no reward left to give. */
  full: of(8),
  takenBack: of(-1),
  atCounter: of(3, () => ({ needed: 10, byOrderFromMinor: null })),
  anyOrder: of(2, () => ({ needed: 6, byOrderFromMinor: 0 })),
  twenty: { ...of(13, () => ({ needed: 20 })), props: { ...props, icon: 'coffee' } },
  longWords: of(5, ({ reward }) => ({
    reward: { ...reward, title: `${reward.title} · ${reward.title} · ${reward.title} · ${reward.title}` },
  })),
  empty: {
    props,
    data: (language) => ({
      membership: loaded({ tiers: [], pointsPerUnit: 1 }),
      card: loaded(sampleCard(storyScene(language))),
    }),
  },
  loading: { props },
  failed: { props, data: () => ({ membership: loaded({ tiers: [], pointsPerUnit: 1 }), card: offline }) },
} satisfies BlockStates
