import type { Membership, MembershipProgramme } from '#model/shop/members.ts'
import { type BlockStates, type Language, text } from '../kit/stories/block-state.ts'
import { loaded, offline } from '../kit/stories/mock-shop.ts'
import { storyScene } from '../kit/stories/story-scene.ts'
import { sampleCard, standing } from '../membership-card/situations.ts'
import { sampleRule } from './situations.ts'

const props = { title: text('Daily check-in', '每日签到'), join: { kind: 'page', pageId: 'members' } }

const cardOf = (language: Language, streak: number, isDone: boolean): Membership => {
  const scene = storyScene(language)
  return sampleCard(scene, { checkIn: standing(scene, streak, isDone) })
}

const of = (streak: number, isDone: boolean, checkIn: MembershipProgramme['checkIn'] = sampleRule) => ({
  props,
  data: (language: Language) => ({
    membership: loaded({ tiers: [], pointsPerUnit: 1, checkIn }),
    card: loaded<Membership | null>(cardOf(language, streak, isDone)),
  }),
})

export const states = {
  default: of(3, false),
  stranger: { ...of(0, false), situation: 'first-visit' },
  firstDay: of(0, false),
  done: of(3, true),
  prizeToday: { ...of(6, false), situation: 'gold-member' },
  roundFull: of(7, true),
  longRound: of(12, true, { points: 5, streakDays: 30, streakPoints: 500 }),
  withoutPrize: of(2, false, { points: 5 }),
  pressed: {
    ...of(3, false),
    host: { shop: { checkIn: async () => ({ ok: true, value: cardOf('en', 4, true) }) as const } },
  },
  refused: {
    ...of(3, false),
    host: { shop: { checkIn: async () => ({ ok: false, failure: { code: 'offline', message: '' } }) as const } },
  },
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
