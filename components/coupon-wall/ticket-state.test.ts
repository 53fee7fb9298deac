import { expect, test } from 'vitest'
import type { CouponOffer, OwnCoupon } from '#model/shop/coupons.ts'
import { sampleOffers } from './situations.ts'
import { storyScene } from '../kit/stories/story-scene.ts'
import { ticketState } from './ticket-state.ts'

const scene = storyScene('en')
const { nowMs } = scene
const iso = (ms: number) => new Date(nowMs + ms).toISOString()
const offer = (change: Partial<CouponOffer> = {}): CouponOffer => ({
  ...sampleOffers(scene)[0]!,
  startsAtIso: null,
  endsAtIso: null,
  perPerson: 1,
  isGone: false,
  ...change,
})
const own = (change: Partial<OwnCoupon> = {}): OwnCoupon => ({
  ...offer(),
  couponId: offer().id,
  id: 'claim',
  state: 'ready',
  claimedAtIso: iso(-1000),
  expiresAtIso: null,
  ...change,
})

test.each<[ReturnType<typeof ticketState>, Partial<CouponOffer>, OwnCoupon[]]>([
  ['claim', {}, []],
  ['claim', {}, [own({ couponId: 'another' })]],
  ['gone', { isGone: true }, []],
  ['soon', { startsAtIso: iso(1000) }, []],
  ['claim', { startsAtIso: iso(0) }, []],
  ['over', { endsAtIso: iso(0) }, []],
  ['ready', {}, [own()]],
  ['ready', { isGone: true }, [own()]],
  ['ready', { perPerson: 2 }, [own()]],
  ['expired', {}, [own({ expiresAtIso: iso(0) })]],
  ['expired', {}, [own({ state: 'expired' })]],
  ['waiting', {}, [own({ state: 'waiting' })]],
  ['used', {}, [own({ state: 'used' })]],
  ['claim', { perPerson: 2 }, [own({ state: 'used' })]],
  ['waiting', { perPerson: 2 }, [own({ state: 'used' }), own({ state: 'waiting' })]],
])('%s', (state, change, wallet) => {
  expect(ticketState(offer(change), wallet, nowMs)).toBe(state)
})
