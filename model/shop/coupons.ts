/**
 * Coupons as a visitor sees them. A coupon is what the shop offers; a claim is one of it in somebody's pocket, and keeps
 * the terms it was claimed with whatever the shop offers later.
 */
import { z } from 'zod/mini'
import { amountMinor } from './money.ts'

/** What a coupon takes off: an amount, a share of the bill, or one piece of a dish. */
export const couponGain = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount'), amountMinor }),
  z.object({
    kind: z.literal('percent'),
    percent: z.int(),
    /** Never more than this; null for no limit. */
    mostMinor: z.nullable(amountMinor),
  }),
  z.object({ kind: z.literal('item'), dishId: z.string(), dishName: z.string() }),
])
export type CouponGain = z.infer<typeof couponGain>

const terms = {
  /** In the shop's words. */
  title: z.string(),
  gain: couponGain,
  /** What the dishes must come to before anything is taken off; 0 for any order. */
  minSpendMinor: amountMinor,
  /** Goes with the member's own discount, or stands in for it. */
  addsToMemberPrice: z.boolean(),
}

export const couponOffer = z.object({
  id: z.string(),
  ...terms,
  startsAtIso: z.nullable(z.string()),
  /** Nothing can be claimed or used from then on. */
  endsAtIso: z.nullable(z.string()),
  /** Days a claimed one is good for; null until {@link endsAtIso}. */
  goodForDays: z.nullable(z.int()),
  perPerson: z.int(),
  audience: z.enum(['everyone', 'members', 'tier']),
  /** Of the lowest tier that gets it, when the audience is a tier. */
  tierName: z.nullable(z.string()),
  /** As many were claimed as there are. */
  isGone: z.boolean(),
})
export type CouponOffer = z.infer<typeof couponOffer>

/** An offer that is bought with points; in the pocket it is a coupon like any other. */
export const reward = z.object({ ...couponOffer.shape, pricePoints: z.int() })
export type Reward = z.infer<typeof reward>

export const ownCoupon = z.object({
  /** Of the claim: what an order names. */
  id: z.string(),
  couponId: z.string(),
  ...terms,
  /** `waiting`: on an order that is not paid yet. */
  state: z.enum(['ready', 'waiting', 'used', 'expired']),
  claimedAtIso: z.string(),
  expiresAtIso: z.nullable(z.string()),
})
export type OwnCoupon = z.infer<typeof ownCoupon>

/** Newest first. */
export const couponWallet = z.array(ownCoupon)
export type CouponWallet = z.infer<typeof couponWallet>

/** An own coupon held against a cart: what it would take off, or why it does not apply. */
export const quotedCoupon = z.object({
  id: z.string(),
  title: z.string(),
  expiresAtIso: z.nullable(z.string()),
  /** Less by this than without it; 0 when it does not apply. */
  takesOffMinor: amountMinor,
  obstacle: z.nullable(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('min-spend'), missingMinor: amountMinor }),
      z.object({ kind: z.literal('dish-missing'), dishId: z.string(), dishName: z.string() }),
      /** The member's own discount is worth as much or more. */
      z.object({ kind: z.literal('member-price-is-better') }),
      /** It waits on an order that is not paid, and comes back when that is called off. */
      z.object({ kind: z.literal('on-unpaid-order') }),
    ]),
  ),
})
export type QuotedCoupon = z.infer<typeof quotedCoupon>
export type CouponObstacle = NonNullable<QuotedCoupon['obstacle']>
