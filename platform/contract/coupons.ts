/** Coupons as the shop makes them and sees what became of them. */
import { z } from 'zod/mini'

const localText = z.object({
  en: z.string().check(z.maxLength(60)),
  'zh-CN': z.string().check(z.maxLength(60)),
})
const mostMinor = z.int().check(z.gte(1), z.lte(10_000_000))
const iso = z.nullable(z.iso.datetime({ offset: true }))

/** What a coupon takes off; `item` is one piece of a dish. */
export const merchantGain = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), amountMinor: mostMinor }),
  z.strictObject({
    kind: z.literal('percent'),
    percent: z.int().check(z.gte(1), z.lte(100)),
    mostMinor: z.nullable(mostMinor),
  }),
  z.strictObject({ kind: z.literal('item'), dishId: z.uuid() }),
])
export type MerchantGain = z.infer<typeof merchantGain>

const definition = {
  title: localText,
  gain: merchantGain,
  minSpendMinor: z.int().check(z.gte(0), z.lte(100_000_000)),
  addsToMemberPrice: z.boolean(),
  startsAtIso: iso,
  endsAtIso: iso,
  goodForDays: z.nullable(z.int().check(z.gte(1), z.lte(3650))),
  /** How many there are; null for no limit. */
  totalLimit: z.nullable(z.int().check(z.gte(1), z.lte(10_000_000))),
  perPerson: z.int().check(z.gte(1), z.lte(100)),
  audience: z.enum(['everyone', 'members', 'tier']),
  /** The lowest tier that gets it; null unless the audience is a tier. */
  tierId: z.nullable(z.uuid()),
  /** How it is had: taken from a wall, bought with points (a reward), or only handed out by the shop. */
  hadBy: z._default(z.enum(['wall', 'points', 'gift']), 'wall'),
  /** What a reward costs; null for anything else. */
  pointsPrice: z._default(z.nullable(z.int().check(z.gte(1), z.lte(10_000_000))), null),
}

/** A coupon as it is written. What was claimed before a change keeps its own terms. */
export const couponDefinition = z.strictObject(definition)
export type CouponDefinition = z.infer<typeof couponDefinition>

/** @param requestId - sent twice, it answers with the same coupon. */
export const createCouponInput = z.strictObject({ ...definition, requestId: z.uuid() })
export type CreateCouponInput = z.infer<typeof createCouponInput>

/** Absent members stay as they are. `ifVersion` refuses with `conflict` when somebody else was faster. */
export const changeCouponInput = z.strictObject({
  ifVersion: z.int(),
  paused: z.optional(z.boolean()),
  definition: z.optional(couponDefinition),
})
export type ChangeCouponInput = z.infer<typeof changeCouponInput>

export const merchantCoupon = z.object({
  ...definition,
  id: z.string(),
  paused: z.boolean(),
  version: z.int(),
  createdAtIso: z.string(),
  claimed: z.int(),
  /** On orders that were not called off, those that wait for their payment included. */
  used: z.int(),
  discountMinor: z.int(),
})
export type MerchantCoupon = z.infer<typeof merchantCoupon>
