import { z } from 'zod/mini'
import { couponOffer, reward } from './coupons.ts'

export const tier = z.object({
  id: z.string(),
  name: z.string(),
  /** Points ever earned that reach it. */ fromPoints: z.int(),
  discountPercent: z.int(),
  perk: z.string(),
})
export type Tier = z.infer<typeof tier>

export const membershipProgramme = z.object({
  tiers: z.array(tier),
  /** Points for each whole unit of currency paid. */
  pointsPerUnit: z.int(),
  /** Points earned today are good for so many months; absent when they do not end. */
  pointsGoodForMonths: z.optional(z.int()),
  /** What points buy, the cheapest first; absent where they buy nothing. */
  rewards: z.optional(z.array(reward)),
  /** Absent where the shop has no daily check-in. */
  checkIn: z.optional(
    z.object({
      points: z.int(),
      /** With every so many days in a row… */
      streakDays: z.optional(z.int()),
      /** …so many points on top. */
      streakPoints: z.optional(z.int()),
    }),
  ),
  /** Absent where the shop has no stamp card. */
  stampCard: z.optional(
    z.object({
      needed: z.int(),
      /** A stamp with every paid order that comes to so much; null: only from the counter. */
      byOrderFromMinor: z.nullable(z.int()),
      reward: couponOffer,
    }),
  ),
})
export type MembershipProgramme = z.infer<typeof membershipProgramme>

export const coupon = z.object({
  id: z.string(),
  /** What it is good for, in the shop's words. */
  title: z.string(),
  /** Null when it does not expire. */
  expiresAtIso: z.nullable(z.string()),
})
export type Coupon = z.infer<typeof coupon>

export const membership = z.object({
  cardNo: z.string(),
  name: z.string(),
  tierId: z.string(),
  pointsBalance: z.int(),
  pointsEarnedEver: z.int(),
  joinedAtIso: z.string(),
  /** Absent where the shop has no daily check-in. */
  checkIn: z.optional(
    z.object({
      /** On this business day. */
      isDone: z.boolean(),
      /** Days in a row up to today, or to yesterday as long as today may still follow. */
      streak: z.int(),
      /** When the shop's next business day begins. */
      dayEndsAtIso: z.string(),
    }),
  ),
  /** On the stamp card; as many as are needed, or more, where the reward waits. Below nothing when one was taken back. */
  stamps: z.optional(z.int()),
  /** The points that end next; absent when none do. */
  endingNext: z.optional(z.object({ points: z.int(), atIso: z.string() })),
  /** Vouchers on the card, also such as have just expired; absent where the shop gives none. */
  coupons: z.optional(z.array(coupon)),
  /** Newest first, at most 20. */
  history: z.array(
    z.object({
      atIso: z.string(),
      delta: z.int(),
      kind: z.enum(['earn', 'redeem', 'reverse', 'adjust', 'expire', 'bonus']),
      label: z.string(),
    }),
  ),
})
export type Membership = z.infer<typeof membership>

export const joinRequest = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  phone: z.string().check(z.minLength(3), z.maxLength(32)),
  consent: z.literal(true),
})
export type JoinRequest = z.infer<typeof joinRequest>
