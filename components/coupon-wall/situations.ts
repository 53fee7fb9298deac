import type { CouponOffer, CouponWallet, OwnCoupon } from '#model/shop/coupons.ts'
import type { BlockSituations, Scene } from '../kit/situations.ts'

/** Coupons that any shop may have, for stories and for a shop that has none yet. */
export function sampleOffers({ nowMs, language }: Pick<Scene, 'nowMs' | 'language'>): readonly CouponOffer[] {
  const say = (en: string, zh: string) => (language === 'en' ? en : zh)
  const inDays = (days: number) => new Date(nowMs + days * 86_400_000).toISOString()
  const usual = {
    minSpendMinor: 0,
    addsToMemberPrice: true,
    startsAtIso: null,
    endsAtIso: null,
    goodForDays: null,
    perPerson: 1,
    audience: 'everyone',
    tierName: null,
    isGone: false,
  } as const
  return [
    {
      ...usual,
      id: 'coupon-welcome',
      title: say('Welcome to our table', '新客见面礼'),
      gain: { kind: 'amount', amountMinor: 1000 },
      minSpendMinor: 5000,
      goodForDays: 14,
    },
    {
      ...usual,
      id: 'coupon-autumn',
      title: say('Autumn weeks', '秋日暖胃季'),
      gain: { kind: 'percent', percent: 15, mostMinor: 3000 },
      endsAtIso: inDays(20),
    },
    {
      ...usual,
      id: 'coupon-drink',
      title: say('A drink for our regulars', '老朋友请喝一杯'),
      gain: { kind: 'item', dishId: 'plum', dishName: say('plum drink', '酸梅汤') },
      audience: 'members',
      perPerson: 2,
    },
  ]
}

/** One of these in somebody's pocket. */
export function ownOf(offer: CouponOffer, { nowMs }: Scene, change: Partial<OwnCoupon> = {}): OwnCoupon {
  const { title, gain, minSpendMinor, addsToMemberPrice } = offer
  return {
    id: `own-${offer.id}`,
    couponId: offer.id,
    title,
    gain,
    minSpendMinor,
    addsToMemberPrice,
    state: 'ready',
    claimedAtIso: new Date(nowMs - 86_400_000).toISOString(),
    expiresAtIso: null,
    ...change,
  }
}

/** The shop's own coupons where it has some. */
function offersOf(scene: Scene): readonly CouponOffer[] {
  return scene.shopData.coupons.length > 0 ? scene.shopData.coupons : sampleOffers(scene)
}

/** The first one ran out the day before yesterday, another is still good. */
function walletWithExpired(scene: Scene): CouponWallet {
  const [first, second] = offersOf(scene)
  const over = new Date(scene.nowMs - 2 * 86_400_000).toISOString()
  return [
    ...(first ? [ownOf(first, scene, { state: 'expired', expiresAtIso: over })] : []),
    ...(second ? [ownOf(second, scene)] : []),
  ]
}

export const situations: BlockSituations = {
  'lunch-rush': {
    shopData: (scene) => ({
      coupons: offersOf(scene).map((offer, index) => (index % 2 ? offer : { ...offer, isGone: true })),
    }),
  },
  'first-visit': { visitor: () => ({ wallet: [] }) },
  'gold-member': { visitor: (scene) => ({ wallet: offersOf(scene).map((offer) => ownOf(offer, scene)) }) },
  'coupon-expired': {
    shopData: (scene) => ({ coupons: [...offersOf(scene)] }),
    visitor: (scene) => ({ wallet: walletWithExpired(scene) }),
  },
}
