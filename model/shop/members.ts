import { z } from 'zod/mini'

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
  /** Vouchers on the card, also such as have just expired; absent where the shop gives none. */
  coupons: z.optional(z.array(coupon)),
  /** Newest first, at most 20. */
  history: z.array(
    z.object({
      atIso: z.string(),
      delta: z.int(),
      kind: z.enum(['earn', 'redeem', 'reverse', 'adjust']),
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
