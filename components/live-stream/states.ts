import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockPictures } from '../kit/stories/mock-pictures.ts'
import { mockNowMs } from '../kit/stories/mock-shop.ts'

const hourMs = 3_600_000
const props = {
  title: text('Chef Lin pulls noodles for ninety guests', '林师傅现场拉面，九十位客人同吃'),
  host: text('On Douyin, from our kitchen', '抖音 · 老巷面馆后厨'),
  cover: mockPictures.beef,
  startsAtMs: mockNowMs + 32.6 * hourMs,
  lastsMinutes: 90,
  watch: { kind: 'web', url: 'https://live.example/old-lane' },
}

/** The first one is the block at its best. */
export const states = {
  default: { props, host: { saveToCalendar: async () => ({ ok: true, value: null }) } },
  soon: { props: { ...props, startsAtMs: mockNowMs + 0.1 * hourMs } },
  live: { props: { ...props, startsAtMs: mockNowMs - 0.5 * hourMs } },
  over: { props: { ...props, startsAtMs: mockNowMs - 5 * hourMs } },
  replay: { props: { ...props, startsAtMs: mockNowMs - 5 * hourMs, afterwards: 'replay' } },
  noPicture: { props: { ...props, cover: null, host: '' } },
  reminded: { props, host: { saveToCalendar: async () => ({ ok: true, value: null }) } },
  noMoment: { props: { ...props, startsAtMs: null }, env: { mode: 'canvas' } },
} satisfies BlockStates
