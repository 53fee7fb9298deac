import { type BlockStates, type Language, text } from '../kit/stories/block-state.ts'
import { loaded, mockShop, offline } from '../kit/stories/mock-shop.ts'
import { sampleMenu, sampleQuote } from '../menu/sample-menu.ts'
import { entryOf } from '../ordering/cart.ts'
import { onSale, soldOut } from '../ordering/sample-sales.ts'

const title = text('What most people take', '人气推荐')
const full = (language: Language) => ({ menu: loaded(sampleMenu(language)) })

function filledCart() {
  const menu = sampleMenu()
  const dish = menu.dishes.find(({ id }) => id === 'cucumber')!
  return [entryOf(dish, menu, { variantId: 'cucumber-0', chosen: {} }, '', 2)]
}

export const states = {
  default: { props: { title }, data: full },
  threeColumns: { props: { title, layout: 'three', most: 9 }, data: full },
  toSwipe: { props: { title, layout: 'row', ratio: 'tall' }, data: full },
  withDescriptions: { props: { title, descriptions: true, ratio: 'wide', most: 4 }, data: full },
  onSale: {
    props: { title: text('Only today', '今日秒杀'), which: 'sale' },
    data: (language) => ({ menu: loaded(onSale(onSale(sampleMenu(language), 'cucumber'), 'beef')) }),
  },
  filled: {
    props: { title, category: 'sides', dineIn: false },
    data: full,
    host: {
      storage: { get: async (key: string) => (key === 'cart' ? filledCart() : undefined), set: async () => {} },
      shop: { quote: async (request) => ({ ok: true, value: sampleQuote(sampleMenu(), request) }) as const },
    },
  },
  someSoldOut: { props: { title }, data: (language) => ({ menu: loaded(soldOut(sampleMenu(language), 3)) }) },
  soldOut: { props: { title }, data: (language) => ({ menu: loaded(soldOut(sampleMenu(language))) }) },
  readingOnly: { props: { title, dineIn: false, pickup: false }, data: full },
  closed: {
    props: { title },
    env: { nowMs: Date.parse('2026-10-14T15:05:00+08:00') },
    data: (language) => ({
      ...full(language),
      shop: loaded(mockShop(language, { isOpen: false, changesAtIso: '2026-10-14T17:00:00+08:00' })),
    }),
  },
  nothingFits: { props: { title, which: 'sale' }, data: full },
  empty: { props: { title }, data: () => ({ menu: loaded({ categories: [], dishes: [], modifierGroups: [] }) }) },
  loading: { props: { title } },
  failed: { props: { title }, data: () => ({ menu: offline }) },
} satisfies BlockStates
