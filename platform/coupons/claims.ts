/** A claim's way: issued, locked by an order, redeemed when the order is the shop's, issued again when it is called off. */
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { LocalText } from '#model/program-spec.ts'
import type { CouponClaimTable, CouponTable } from '#platform/db/coupon-tables.ts'
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
 * Takes one coupon from a wall.
 * @throws ShopRefusal as {@link takeCoupon}; also `coupon-not-for-you` for one that costs points or that only the shop gives
 */
export async function claimCoupon(at: ShopTx, visitorId: string, couponId: string): Promise<{ claimId: string }> {
  return takeCoupon(at, visitorId, couponId, 'wall')
}

/**
 * Puts one coupon in the visitor's pocket. Both limits are consumed by the statements that check them; the coupon's row
 * is held until the commit, so claims of one coupon take turns.
 * @throws ShopRefusal `not-found`; `coupon-not-for-you`; `coupon-gone` when there is none left, for anybody or for this
 *   visitor, or the shop gives none just now
 */
export async function takeCoupon(
  at: ShopTx,
  visitorId: string,
  couponId: string,
  hadBy: 'wall' | 'points' | 'gift',
): Promise<{ claimId: string; pricePoints: number | null; title: LocalText }> {
  const perPerson = await requireAudience(at, visitorId, couponId, hadBy)
  // Before the lock, so that who has one already keeps nobody waiting.
  await requireShare(at, visitorId, couponId, perPerson)
  const coupon = await consume(at, couponId)
  if (!coupon) throw new ShopRefusal('coupon-gone', 'The shop gives none of this coupon now', [couponId])
  // Counted once more now that nobody else can claim.
  const count = await requireShare(at, visitorId, couponId, coupon.per_person)
  const claimId = await insertClaim(at, coupon, { visitorId, n: count + 1, perPerson: coupon.per_person })
  return { claimId, pricePoints: coupon.points_price, title: coupon.title }
}

/**
 * Puts a coupon in somebody's pocket on the shop's behalf, once for one thing. No limit per person counts, since it is the
 * shop that gives; the limit of all does.
 * @param ref - what for; given before, this gives nothing more
 * @returns false when there is none left to give, or the coupon is paused or over
 */
export async function giveCoupon(at: ShopTx, visitorId: string, couponId: string, ref: string): Promise<boolean> {
  const { count: before } = await at.tx
    .selectFrom('coupon_claim')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('program_id', '=', at.programId)
    .where('given_ref', '=', ref)
    .executeTakeFirstOrThrow()
  if (before > 0) return true
  const coupon = await consume(at, couponId)
  if (!coupon) return false
  const { n } = await at.tx
    .selectFrom('coupon_claim')
    .select(sql<number>`coalesce(max(n), 0)::int + 1`.as('n'))
    .where('program_id', '=', at.programId)
    .where('coupon_id', '=', couponId)
    .where('visitor_id', '=', visitorId)
    .executeTakeFirstOrThrow()
  await insertClaim(at, coupon, { visitorId, n, perPerson: Math.max(coupon.per_person, n), givenRef: ref })
  return true
}

/** One more of it is out, if there is one: the statement that counts is the one that checks. */
function consume({ tx, programId }: ShopTx, couponId: string) {
  return tx
    .updateTable('coupon')
    .set((eb) => ({ claimed: eb('claimed', '+', 1) }))
    .where('program_id', '=', programId)
    .where('id', '=', couponId)
    .where('paused', '=', false)
    .where(sql<boolean>`(starts_at IS NULL OR starts_at <= now()) AND (ends_at IS NULL OR ends_at > now())`)
    .where(sql<boolean>`(total_limit IS NULL OR claimed < total_limit)`)
    .returningAll()
    .executeTakeFirst()
}

async function insertClaim(
  at: ShopTx,
  coupon: Selectable<CouponTable>,
  claim: { readonly visitorId: string; readonly n: number; readonly perPerson: number; readonly givenRef?: string },
): Promise<string> {
  const id = uuidv7()
  await at.tx
    .insertInto('coupon_claim')
    .values({
      ...at.keys,
      id,
      coupon_id: coupon.id,
      visitor_id: claim.visitorId,
      n: claim.n,
      per_person: claim.perPerson,
      terms: JSON.stringify(termsOf(coupon)),
      ...(claim.givenRef === undefined ? { paid_points: coupon.points_price } : { given_ref: claim.givenRef }),
      expires_at: sql<Date>`least(${coupon.ends_at}::timestamptz, now() + make_interval(days => ${coupon.good_for_days}::int))`,
    })
    .execute()
  at.emit('coupon', coupon.id)
  // Pages say that there is none left.
  if (coupon.claimed === coupon.total_limit) await bumpDataVersion(at, 'shop')
  return id
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

/**
 * Taken in at the counter, for something that is no order of ours: used from then on, in the statement that finds it free.
 * @param by - `user:<id>`
 * @throws ShopRefusal `coupon-unusable` when it is not theirs, over, or on an order
 */
export async function handClaim(at: ShopTx, claimId: string, visitorId: string, by: string): Promise<void> {
  const handed = isId(claimId)
    ? await at.tx
        .updateTable('coupon_claim')
        .set({ status: 'handed', handed_at: sql<Date>`now()`, handed_by: by })
        .where('program_id', '=', at.programId)
        .where('id', '=', claimId)
        .where('visitor_id', '=', visitorId)
        .where('status', '=', 'issued')
        .where(sql<boolean>`(expires_at IS NULL OR expires_at > now())`)
        .returning('coupon_id')
        .executeTakeFirst()
    : undefined
  if (!handed) throw new ShopRefusal('coupon-unusable', 'The coupon is over or was used', [claimId])
  at.emit('coupon', handed.coupon_id)
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
async function requireAudience(
  at: ShopTx,
  visitorId: string,
  couponId: string,
  hadBy: 'wall' | 'points' | 'gift',
): Promise<number> {
  const coupon = isId(couponId)
    ? await at.tx
        .selectFrom('coupon')
        .select(['audience', 'tier_id', 'per_person', 'had_by'])
        .where('program_id', '=', at.programId)
        .where('id', '=', couponId)
        .executeTakeFirst()
    : undefined
  if (!coupon) throw new ShopRefusal('not-found', 'There is no such coupon', [couponId])
  if (coupon.had_by !== hadBy)
    throw new ShopRefusal('coupon-not-for-you', 'This coupon is not had this way', [couponId])
  if (coupon.audience === 'members' && !(await findMemberOf(at, visitorId)))
    throw new ShopRefusal('coupon-not-for-you', 'This coupon is for members', [couponId])
  if (coupon.audience !== 'tier') return coupon.per_person
  const own = await loadTierOf(at, visitorId)
  const needed = (await loadTiers(at)).find(({ id }) => id === coupon.tier_id)
  if (!own || !needed || own.fromPoints < needed.fromPoints)
    throw new ShopRefusal('coupon-not-for-you', 'This coupon is for members of a tier', [couponId])
  return coupon.per_person
}
