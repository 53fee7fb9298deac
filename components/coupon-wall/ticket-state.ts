import type { CouponOffer, CouponWallet } from '#model/shop/coupons.ts'

/**
 * What a ticket says to this visitor: it can be taken (`claim`), waits at checkout (`ready`), is on an order that is not
 * paid (`waiting`), was `used` or has `expired`; for everybody, none is left (`gone`), it starts later (`soon`) or is
 * `over`.
 */
export type TicketState = 'claim' | 'ready' | 'waiting' | 'used' | 'expired' | 'gone' | 'soon' | 'over'

/** @param wallet - empty while it is not known: a ticket that cannot be taken says so when it is tried */
export function ticketState(offer: CouponOffer, wallet: CouponWallet, nowMs: number): TicketState {
  const own = wallet.filter(({ couponId }) => couponId === offer.id)
  const states = own.map(({ state, expiresAtIso }) =>
    state === 'ready' && expiresAtIso !== null && Date.parse(expiresAtIso) <= nowMs ? 'expired' : state,
  )
  if (states.includes('ready')) return 'ready'
  if (own.length >= offer.perPerson) return states.includes('waiting') ? 'waiting' : (states[0] ?? 'used')
  if (offer.endsAtIso !== null && Date.parse(offer.endsAtIso) <= nowMs) return 'over'
  if (offer.startsAtIso !== null && Date.parse(offer.startsAtIso) > nowMs) return 'soon'
  return offer.isGone ? 'gone' : 'claim'
}
