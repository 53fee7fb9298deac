import type { ShopFailureCode } from '#model/shop/failure.ts'
import type { Menu } from '#model/shop/catalogue.ts'
import type { JsonValue } from '#model/json.ts'
import type { PlacedOrder, Quote } from '#model/shop/orders.ts'
import type { Answer } from '../kit/host.ts'
import { type BlockStates, type Language, text } from '../kit/stories/block-state.ts'
import { loaded, loading, mockShop, offline } from '../kit/stories/mock-shop.ts'
import { type Cart, entryOf } from '../ordering/cart.ts'
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

/** One coupon in use, one that would take off less, one that asks for more. */
const withCoupons = {
  quote: async (request: Parameters<typeof sampleQuote>[1]) => {
    const quote = sampleQuote(sampleMenu(), request)
    const usual = { expiresAtIso: '2026-10-28T23:59:00+08:00', obstacle: null }
    const coupons: Quote['coupons'] = [
      { ...usual, id: 'c1', title: '新客见面礼', takesOffMinor: 1000 },
      { ...usual, id: 'c2', title: '请您喝杯酸梅汤', takesOffMinor: 800, expiresAtIso: null },
      {
        ...usual,
        id: 'c3',
        title: '老友聚餐券',
        takesOffMinor: 0,
        obstacle: { kind: 'min-spend', missingMinor: 1200 },
      },
    ]
    const used = coupons.find(({ id }) => id === (request.couponId === undefined ? 'c1' : request.couponId))
    const takesOffMinor = used?.takesOffMinor ?? 0
    const discountMinor = quote.discountMinor + takesOffMinor
    const totals = { discountMinor, totalMinor: quote.subtotalMinor - discountMinor }
    const coupon = used && { id: used.id, title: used.title, takesOffMinor }
    return { ok: true, value: { ...quote, ...totals, ...(coupon && { coupon }), coupons } } as const
  },
}

/** Noodle soups are for breakfast alone. */
function withBreakfast(menu: Menu): Menu {
  return {
    ...menu,
    categories: menu.categories.map((category) =>
      category.id === 'noodles'
        ? { ...category, served: { isOn: false, changesAtIso: '2026-10-15T06:00:00+08:00' } }
        : category,
    ),
  }
}

/** Three of one dish, five of a size of another. */
function withFewLeft(menu: Menu): Menu {
  const left: { readonly [variantId: string]: number } = { 'cucumber-0': 3, 'beef-0': 2, 'beef-1': 4, 'plum-0': 1 }
  const counted = (variant: Menu['dishes'][number]['variants'][number]) => {
    const count = left[variant.id]
    return count === undefined ? variant : { ...variant, left: count }
  }
  return { ...menu, dishes: menu.dishes.map((dish) => ({ ...dish, variants: dish.variants.map(counted) })) }
}

const refusing = (code: ShopFailureCode, subjectIds: string[] = [], left?: number) => ({
  ...storing({ cart: filledCart(), table: 't2' }),
  shop: {
    ...quoting,
    placeOrder: async (): Promise<Answer<PlacedOrder>> => ({
      ok: false,
      failure: { code, message: code, subjectIds, ...(left !== undefined && { left }) },
    }),
  },
})

/** Takes off more than the tenth that every sample price has taken off. */
const goldTier = { id: 'gold', name: '金碗会员', fromPoints: 1000, discountPercent: 20, perk: '' }

export const states = {
  default: { props: { title: text('What would you like?', '今天想吃点什么？') }, data: full },
  filled: { data: full, host: { ...storing({ cart: filledCart(), table: 't2' }), shop: quoting } },
  checkout: { data: full, host: { ...storing({ cart: filledCart() }), shop: quoting } },
  pickupTimes: { props: { dineIn: false }, data: full, host: { ...storing({ cart: filledCart() }), shop: quoting } },
  withCoupons: { data: full, host: { ...storing({ cart: filledCart() }), shop: withCoupons } },
  fewLeft: {
    data: (language) => ({ menu: loaded(withFewLeft(sampleMenu(language))) }),
    host: { ...storing({ cart: filledCart().map((entry) => ({ ...entry, quantity: 5 })) }), shop: quoting },
  },
  notEnough: {
    data: full,
    host: refusing('not-enough', ['cucumber'], 1),
  },
  servedLater: { data: (language) => ({ menu: loaded(withBreakfast(sampleMenu(language))) }) },
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
  soldOut: { data: full, situation: 'sold-out' },
  someSoldOut: { data: full, situation: 'lunch-rush' },
  memberPrice: {
    data: (language) => ({ ...full(language), membership: loaded({ tiers: [goldTier], pointsPerUnit: 1 }) }),
    situation: 'gold-member',
    host: { ...storing({ cart: filledCart() }), shop: quoting },
  },
  paymentFailed: {
    data: full,
    situation: 'payment-failed',
    host: { ...storing({ cart: filledCart(), table: 't2' }), shop: quoting },
  },
  closed: {
    env: { nowMs: Date.parse('2026-10-14T15:05:00+08:00') },
    data: (language) => ({
      ...full(language),
      shop: loaded(mockShop(language, { isOpen: false, changesAtIso: '2026-10-14T17:00:00+08:00' })),
    }),
  },
  closedButPlansAhead: {
    env: { nowMs: Date.parse('2026-10-14T15:05:00+08:00') },
    data: (language) => ({
      ...full(language),
      shop: loaded(
        mockShop(language, { isOpen: false, changesAtIso: '2026-10-14T17:00:00+08:00', takesOrdersAhead: true }),
      ),
    }),
    host: { ...storing({ cart: filledCart() }), shop: quoting },
  },
  ordersPaused: {
    data: (language) => ({ ...full(language), shop: loaded(mockShop(language, { ordersPaused: true })) }),
  },
  empty: { data: () => ({ menu: loaded({ categories: [], dishes: [], modifierGroups: [] }) }) },
  loading: { data: () => ({ menu: loading }) },
  failed: { data: () => ({ menu: offline }) },
} satisfies BlockStates
