import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockNowMs } from '../kit/stories/mock-shop.ts'

const hourMs = 3_600_000

export const states = {
  default: {
    props: { title: text('Lunch offer ends in', '午市优惠倒计时'), endsAtMs: mockNowMs + 2.4 * hourMs },
  },
  bold: {
    props: {
      look: 'bold',
      title: text('We open our second shop', '二店开业倒计时'),
      endsAtMs: mockNowMs + 76.3 * hourMs,
      link: { kind: 'page', pageId: 'menu' },
    },
  },
  line: {
    props: {
      look: 'line',
      title: text('Members pay half, still for', '会员半价，还剩'),
      endsAtMs: mockNowMs + 0.7 * hourMs,
    },
  },
  over: {
    props: {
      title: text('Moon cakes to order', '中秋月饼预订'),
      endsAtMs: mockNowMs - hourMs,
      doneText: text('All taken, thank you', '已订满，感谢支持'),
    },
  },
  noMoment: { env: { mode: 'canvas' } },
} satisfies BlockStates
