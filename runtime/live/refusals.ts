import type { ShopFailureCode } from '#model/shop/failure.ts'
import type { Answer, ShopActions } from '#components/kit/host.ts'

/** Refusals that say that what the visitor sees of the shop is out of date. */
const outOfDate: ReadonlySet<ShopFailureCode> = new Set([
  'price-changed',
  'sold-out',
  'not-enough',
  'not-on-now',
  'closed',
  'orders-paused',
  'quote-expired',
  'coupon-gone',
])

/** The same shop; `refused` is called when its answer says that what is shown is out of date. */
export function followRefusals(shop: ShopActions, refused: () => void): ShopActions {
  const watch = async <Value>(answer: Promise<Answer<Value>>): Promise<Answer<Value>> => {
    const given = await answer
    if (!given.ok && outOfDate.has(given.failure.code)) refused()
    return given
  }
  return {
    ...shop,
    quote: (request) => watch(shop.quote(request)),
    placeOrder: (request, key) => watch(shop.placeOrder(request, key)),
    claimCoupon: (couponId, key) => watch(shop.claimCoupon(couponId, key)),
    redeemReward: (couponId, key) => watch(shop.redeemReward(couponId, key)),
  }
}
