import type { CouponOffer, CouponWallet } from '#model/shop/coupons.ts'
import { type BlockStates, type Language, text } from '../kit/stories/block-state.ts'
import { loaded, mockNowMs, offline } from '../kit/stories/mock-shop.ts'
import { storyScene } from '../kit/stories/story-scene.ts'
import { ownOf, sampleOffers } from './situations.ts'

const props = { title: text('Coupons for you', '领券更优惠') }
const offers = (language: Language) => sampleOffers(storyScene(language))

const of = (
  change: (offers: readonly CouponOffer[]) => readonly CouponOffer[] = (all) => all,
  wallet: (language: Language) => CouponWallet = () => [],
) => ({
  props,
  data: (language: Language) => ({ coupons: loaded(change(offers(language))), wallet: loaded(wallet(language)) }),
})
const all = (change: Partial<CouponOffer>) => (each: readonly CouponOffer[]) =>
  each.map((offer) => ({ ...offer, ...change }))

export const states = {
  default: { ...of(), situation: 'first-visit' },
  claimed: { ...of(), situation: 'gold-member' },
  used: of(undefined, (language) =>
    offers(language).map((offer, index) =>
      ownOf(offer, storyScene(language), { state: index ? 'waiting' : 'used', id: `own-${index}` }),
    ),
  ),
  someGone: { ...of(), situation: 'lunch-rush' },
  allGone: of(all({ isGone: true })),
  soon: of(all({ startsAtIso: new Date(mockNowMs + 3 * 86_400_000).toISOString() })),
  sideBySide: { ...of(), props: { ...props, layout: 'row' } },
  one: { ...of(), props: { coupon: 'coupon-autumn' } },
  longWords: of((each) =>
    each.map((offer) => ({
      ...offer,
      title: `${offer.title} · ${offer.title} · ${offer.title}`,
      gain: { kind: 'amount', amountMinor: 1_234_567 },
      audience: 'tier',
      tierName: 'Gold bowl of the old street',
    })),
  ),
  opened: {
    ...of(),
    host: { wish: { take: (kind) => (kind === 'coupon' ? 'coupon-welcome' : undefined), subscribe: () => () => {} } },
  },
  refused: {
    ...of(),
    host: {
      shop: { claimCoupon: async () => ({ ok: false, failure: { code: 'coupon-gone', message: '' } }) as const },
    },
  },
  couponExpired: { ...of(), situation: 'coupon-expired' },
  empty: { props, data: () => ({ coupons: loaded([]), wallet: loaded([]) }) },
  loading: { props },
  failed: { props, data: () => ({ coupons: offline }) },
} satisfies BlockStates
