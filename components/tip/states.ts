import type { Order } from '#model/shop/orders.ts'
import { sampleOrder } from '../kit/sample-order.ts'
import { type BlockStates, type Language, text } from '../kit/stories/block-state.ts'
import { loaded, mockShop, offline } from '../kit/stories/mock-shop.ts'
import { storyScene } from '../kit/stories/story-scene.ts'
import { sampleMenu } from '../menu/sample-menu.ts'

const props = {
  title: text('Did you like it?', '吃得还满意吗？'),
  line: text('Every bit goes to the team.', '打赏全部归店员所有。'),
  percents: [{ percent: 5 }, { percent: 10 }, { percent: 15 }],
}
const ordered =
  (change: Partial<Order> = {}) =>
  (language: Language) => ({
    shop: loaded(mockShop(language)),
    orders: loaded([
      sampleOrder(storyScene(language, { menu: sampleMenu(language) }), { status: 'completed', ...change }),
    ]),
  })

export const states = {
  default: { props, data: ordered() },
  amounts: {
    props: { ...props, kind: 'amount', amounts: [{ amountMinor: 300 }, { amountMinor: 500 }, { amountMinor: 1000 }] },
    data: ordered(),
  },
  typing: { props, data: ordered() },
  tooMuch: { props: { ...props, mostMinor: 5000 }, data: ordered() },
  working: { props, data: ordered(), host: { shop: { tipOrder: () => new Promise(() => {}) } } },
  refused: {
    props,
    data: ordered(),
    host: { shop: { tipOrder: async () => ({ ok: false, failure: { code: 'offline', message: '' } }) as const } },
  },
  given: { props, data: ordered({ tip: { amountMinor: 960 } }) },
  otherCurrency: {
    props,
    data: (language) => ({
      ...ordered({ currency: 'JPY', totalMinor: 2480 })(language),
      shop: loaded(mockShop(language, { currency: 'JPY' })),
    }),
  },
  calledOff: { props, data: ordered({ status: 'cancelled' }) },
  noOrder: { props, data: (language) => ({ ...ordered()(language), orders: loaded([]) }) },
  loading: { props },
  failed: { props, data: () => ({ orders: offline }) },
} satisfies BlockStates
