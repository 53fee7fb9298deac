/** A claim's way: issued, locked by an order, redeemed when the order is the shop's, issued again when it is called off. */
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { CouponClaimTable } from '#platform/db/coupon-tables.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { loadTierOf } from '#platform/members/load-tier.ts'
import { findMemberOf } from '#platform/members/points.ts'
import { loadTiers } from '#platform/members/tiers.ts'
import { bumpDataVersion } from '#platform/shop/data-version.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { termsOf } from './coupon-terms.ts'

export type ClaimRow = Selectable<CouponClaimTable>

/**
 * Puts one coupon in the visitor's pocket. Both limits are consumed by the statements that check them; the coupon's row
 * is held until the commit, so claims of one coupon take turns.
 * @throws ShopRefusal `not-found`; `coupon-not-for-you`; `coupon-gone` when there is none left, for anybody or for this
 *   visitor, or the shop gives none just now
 */
export async function claimCoupon(at: ShopTx, visitorId: string, couponId: string): Promise<{ claimId: string }> {
  const perPerson = await requireAudience(at, visitorId, couponId)
  // Before the lock, so that who has one already keeps nobody waiting.
  await requireShare(at, visitorId, couponId, perPerson)
  const coupon = await at.tx
    .updateTable('coupon')
    .set((eb) => ({ claimed: eb('claimed', '+', 1) }))
    .where('program_id', '=', at.programId)
    .where('id', '=', couponId)
    .where('paused', '=', false)
    .where(sql<boolean>`(starts_at IS NULL OR starts_at <= now()) AND (ends_at IS NULL OR ends_at > now())`)
    .where(sql<boolean>`(total_limit IS NULL OR claimed < total_limit)`)
    .returningAll()
    .executeTakeFirst()
  if (!coupon) throw new ShopRefusal('coupon-gone', 'The shop gives none of this coupon now', [couponId])
  const claimId = uuidv7()
  // Counted once more now that nobody else can claim.
  const count = await requireShare(at, visitorId, couponId, coupon.per_person)
  await at.tx
    .insertInto('coupon_claim')
    .values({
      ...at.keys,
      id: claimId,
      coupon_id: couponId,
      visitor_id: visitorId,
      n: count + 1,
      per_person: coupon.per_person,
      terms: JSON.stringify(termsOf(coupon)),
      expires_at: sql<Date>`least(${coupon.ends_at}::timestamptz, now() + make_interval(days => ${coupon.good_for_days}::int))`,
    })
    .execute()
  at.emit('coupon', couponId)
  // Pages say that there is none left.
  if (coupon.claimed === coupon.total_limit) await bumpDataVersion(at, 'shop')
  return { claimId }
}

/**
 * Puts a claim on an order, in the statement that finds it free.
 * @throws ShopRefusal `coupon-unusable` when it is not theirs, over, or on another order
 */
export async function lockClaim(
  at: ShopTx,
  {
    claimId,
    visitorId,
    orderId,
    amountMinor,
  }: { claimId: string; visitorId: string; orderId: string; amountMinor: number },
): Promise<void> {
  const locked = await at.tx
    .updateTable('coupon_claim')
    .set({ status: 'locked', order_id: orderId })
    .where('program_id', '=', at.programId)
    .where('id', '=', claimId)
    .where('visitor_id', '=', visitorId)
    .where('status', '=', 'issued')
    .where(sql<boolean>`(expires_at IS NULL OR expires_at > now())`)
    .returning('coupon_id')
    .executeTakeFirst()
  if (!locked) throw new ShopRefusal('coupon-unusable', 'The coupon is over or was used', [claimId])
  await at.tx
    .insertInto('coupon_redemption')
    .values({
      ...at.keys,
      order_id: orderId,
      coupon_id: locked.coupon_id,
      claim_id: claimId,
      amount_minor: amountMinor,
    })
    .execute()
  at.emit('coupon', locked.coupon_id)
}

/** The order is the shop's now: its coupon is used. */
export async function redeemClaim({ tx, programId }: ShopTx, orderId: string): Promise<void> {
  await tx
    .updateTable('coupon_claim')
    .set({ status: 'redeemed' })
    .where('program_id', '=', programId)
    .where('order_id', '=', orderId)
    .where('status', '=', 'locked')
    .execute()
}

/** The order will not be: its customer has the coupon back, for as long as it was good for anyway. */
export async function releaseClaim(at: ShopTx, orderId: string): Promise<void> {
  const released = await at.tx
    .updateTable('coupon_claim')
    .set({ status: 'issued', order_id: null })
    .where('program_id', '=', at.programId)
    .where('order_id', '=', orderId)
    .returning('coupon_id')
    .executeTakeFirst()
  if (!released) return
  await at.tx
    .updateTable('coupon_redemption')
    .set({ released_at: sql<Date>`now()` })
    .where('program_id', '=', at.programId)
    .where('order_id', '=', orderId)
    .where('released_at', 'is', null)
    .execute()
  at.emit('coupon', released.coupon_id)
}

/** How many this visitor has; refuses when that is all a person gets. */
async function requireShare(
  { tx, programId }: ShopTx,
  visitorId: string,
  couponId: string,
  perPerson: number,
): Promise<number> {
  const { count } = await tx
    .selectFrom('coupon_claim')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('program_id', '=', programId)
    .where('coupon_id', '=', couponId)
    .where('visitor_id', '=', visitorId)
    .executeTakeFirstOrThrow()
  if (count >= perPerson) throw new ShopRefusal('coupon-gone', `A person gets ${perPerson} of this coupon`, [couponId])
  return count
}

/** @returns how many a person gets */
async function requireAudience(at: ShopTx, visitorId: string, couponId: string): Promise<number> {
  const coupon = isId(couponId)
    ? await at.tx
        .selectFrom('coupon')
        .select(['audience', 'tier_id', 'per_person'])
        .where('program_id', '=', at.programId)
        .where('id', '=', couponId)
        .executeTakeFirst()
    : undefined
  if (!coupon) throw new ShopRefusal('not-found', 'There is no such coupon', [couponId])
  if (coupon.audience === 'members' && !(await findMemberOf(at, visitorId)))
    throw new ShopRefusal('coupon-not-for-you', 'This coupon is for members', [couponId])
  if (coupon.audience !== 'tier') return coupon.per_person
  const own = await loadTierOf(at, visitorId)
  const needed = (await loadTiers(at)).find(({ id }) => id === coupon.tier_id)
  if (!own || !needed || own.fromPoints < needed.fromPoints)
    throw new ShopRefusal('coupon-not-for-you', 'This coupon is for members of a tier', [couponId])
  return coupon.per_person
}
