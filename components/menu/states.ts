import type { ShopFailureCode } from '#model/shop/failure.ts'
import type { JsonValue } from '#model/json.ts'
import type { PlacedOrder } from '#model/shop/orders.ts'
import type { Answer } from '../kit/host.ts'
import { type BlockStates, type Language, text } from '../kit/stories/block-state.ts'
import { loaded, loading, mockNowMs, mockShop, offline } from '../kit/stories/mock-shop.ts'
import { type Cart, entryOf } from './cart.ts'
import { sampleMenu, sampleQuote } from './sample-menu.ts'

const full = (language: Language) => ({ menu: loaded(sampleMenu(language)) })

/** Two dishes, one of them with choices. Made from the Chinese menu; shown in whatever language the menu is in. */
function filledCart(): Cart {
  const menu = sampleMenu()
  const dish = (id: string) => menu.dishes.find((each) => each.id === id)!
  return [
    entryOf(dish('beef'), menu, { variantId: 'beef-1', chosen: { medium: 1, 'fried-egg': 2 } }, '', 1),
    entryOf(dish('cucumber'), menu, { variantId: 'cucumber-0', chosen: {} }, '', 2),
  ]
}

const storing = (kept: { readonly [key: string]: JsonValue }) => ({
  storage: { get: async (key: string) => kept[key], set: async () => {} },
})

const quoting = {
  quote: async (request: Parameters<typeof sampleQuote>[1]) =>
    ({ ok: true, value: sampleQuote(sampleMenu(), request) }) as const,
}

const refusing = (code: ShopFailureCode, subjectIds: string[] = []) => ({
  ...storing({ cart: filledCart(), table: 't2' }),
  shop: {
    ...quoting,
    placeOrder: async (): Promise<Answer<PlacedOrder>> => ({ ok: false, failure: { code, message: code, subjectIds } }),
  },
})

export const states = {
  default: { props: { title: text('What would you like?', '今天想吃点什么？') }, data: full },
  filled: { data: full, host: { ...storing({ cart: filledCart(), table: 't2' }), shop: quoting } },
  checkout: { data: full, host: { ...storing({ cart: filledCart() }), shop: quoting } },
  cartChanged: {
    data: full,
    host: storing({
      cart: [
        ...filledCart().map((entry) => ({ ...entry, unitMinor: entry.unitMinor - 200 })),
        { ...filledCart()[1]!, key: 'gone', dishId: 'gone', name: '冬瓜丸子汤' },
      ],
    }),
  },
  justSoldOut: { data: full, host: refusing('sold-out', ['cucumber']) },
  answerLost: { data: full, host: refusing('offline') },
  onTop: { props: { layout: 'top' }, data: full },
  withoutPictures: { props: { pictures: false, search: false }, data: full },
  readingOnly: { props: { dineIn: false, pickup: false }, data: full },
  soldOut: {
    data: (language) => {
      const menu = sampleMenu(language)
      const tomorrow = new Date(mockNowMs + 86_400_000).toISOString()
      const dishes = menu.dishes.map((dish, index) => ({
        ...dish,
        soldOut: index % 3 ? null : { untilIso: index % 2 ? null : tomorrow },
      }))
      return { menu: loaded({ ...menu, dishes }) }
    },
  },
  closed: {
    env: { nowMs: Date.parse('2026-10-14T15:05:00+08:00') },
    data: (language) => ({
      ...full(language),
      shop: loaded(mockShop(language, { isOpen: false, changesAtIso: '2026-10-14T17:00:00+08:00' })),
    }),
  },
  ordersPaused: {
    data: (language) => ({ ...full(language), shop: loaded(mockShop(language, { ordersPaused: true })) }),
  },
  empty: { data: () => ({ menu: loaded({ categories: [], dishes: [], modifierGroups: [] }) }) },
  loading: { data: () => ({ menu: loading }) },
  failed: { data: () => ({ menu: offline }) },
} satisfies BlockStates
