/** A member as the counter sees one: who it is, and all that they did here. */
import { z } from 'zod/mini'
import { booking } from '#model/shop/bookings.ts'
import { ownCoupon } from '#model/shop/coupons.ts'
import { membership } from '#model/shop/members.ts'
import { order } from '#model/shop/orders.ts'
import { formSubmission } from './forms.ts'

export const member = z.object({ ...membership.shape, id: z.string(), phone: z.string(), tierName: z.string() })
export type Member = z.infer<typeof member>

/** Newest first each, at most 50. */
export const memberPage = z.object({
  member,
  points: z.array(
    z.object({
      ...membership.shape.history.def.element.shape,
      balanceAfter: z.int(),
      /** Whose hand it was; null for what follows from an order or a rule. */
      by: z.nullable(z.string()),
    }),
  ),
  orders: z.array(order),
  bookings: z.array(booking),
  coupons: z.array(ownCoupon),
  forms: z.array(formSubmission),
})
export type MemberPage = z.infer<typeof memberPage>

/** All that the shop has of a person, by table, row by row. @see merchantPaths.memberExport */
export const memberExport = z.object({
  shop: z.string(),
  exportedAtIso: z.string(),
  data: z.record(z.string(), z.array(z.unknown())),
})
export type MemberExport = z.infer<typeof memberExport>

/** @see merchantPaths.memberStamps */
export const stampInput = z.strictObject({
  /** Sent twice with the same one, it counts once. */
  requestId: z.uuid(),
  delta: z.int().check(
    z.gte(-20),
    z.lte(20),
    z.refine((delta) => delta !== 0),
  ),
})

/** @see merchantPaths.memberCoupon */
export const handCouponInput = z.strictObject({ requestId: z.uuid() })

/** @see merchantPaths.memberPoints */
export const adjustPointsInput = z.strictObject({
  /** Sent twice with the same one, it counts once. */
  requestId: z.uuid(),
  delta: z.int().check(
    z.gte(-1_000_000),
    z.lte(1_000_000),
    z.refine((delta) => delta !== 0),
  ),
  /** Read by the member. */
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
})
export type AdjustPointsInput = z.infer<typeof adjustPointsInput>
