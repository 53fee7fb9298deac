import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { CouponOffer, OwnCoupon, Reward } from '#model/shop/coupons.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import type { MerchantCoupon } from '#platform/contract/coupons.ts'
import type { CouponTable } from '#platform/db/coupon-tables.ts'
import { loadTiers } from '#platform/members/tiers.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import type { ClaimRow } from './claims.ts'
import { presentTerms, termsOf } from './coupon-terms.ts'
import type { CouponTerms, DishNames } from './coupon-terms.ts'

type At = Pick<ShopTx, 'tx' | 'programId'>

/** A customer keeps seeing for so long what ran out, so that nobody wonders where it went. */
const shownAfterwards = '7 days'
const mostClaims = 100

/** What can be taken at present or will be, newest first; those that are over, or paused, are nobody's business. */
export async function loadOffers(at: At, language: ShopLanguage): Promise<CouponOffer[]> {
  return (await offersOf(at, 'wall', language)).map(({ offer }) => offer)
}

/** What points buy at present or will, the cheapest first. */
export async function loadRewards(at: At, language: ShopLanguage): Promise<Reward[]> {
  const rewards = (await offersOf(at, 'points', language)).map(({ offer, row }) => ({
    ...offer,
    pricePoints: row.points_price ?? 0,
  }))
  return rewards.toSorted((a, b) => a.pricePoints - b.pricePoints)
}

/** One that the shop gives, as it reads; also when it is paused. */
export async function findOffer(at: At, couponId: string, language: ShopLanguage): Promise<CouponOffer | undefined> {
  const row = await at.tx
    .selectFrom('coupon')
    .selectAll()
    .where('program_id', '=', at.programId)
    .where('id', '=', couponId)
    .executeTakeFirst()
  return row && (await presentOffers(at, [row], language))[0]?.offer
}

async function offersOf(at: At, hadBy: 'wall' | 'points', language: ShopLanguage) {
  const rows = await at.tx
    .selectFrom('coupon')
    .selectAll()
    .where('program_id', '=', at.programId)
    .where('had_by', '=', hadBy)
    .where('paused', '=', false)
    .where(sql<boolean>`(ends_at IS NULL OR ends_at > now())`)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return presentOffers(at, rows, language)
}

async function presentOffers(at: At, rows: readonly Selectable<CouponTable>[], language: ShopLanguage) {
  if (rows.length === 0) return []
  const dishNames = await loadDishNames(at, rows.map(termsOf))
  const tiers = await loadTiers(at)
  const present = (row: Selectable<CouponTable>): CouponOffer => ({
    id: row.id,
    ...presentTerms(termsOf(row), language, dishNames),
    startsAtIso: row.starts_at?.toISOString() ?? null,
    endsAtIso: row.ends_at?.toISOString() ?? null,
    goodForDays: row.good_for_days,
    perPerson: row.per_person,
    audience: row.audience,
    tierName: tiers.find(({ id }) => id === row.tier_id)?.name[language] ?? null,
    isGone: row.total_limit !== null && row.claimed >= row.total_limit,
  })
  return rows.map((row) => ({ row, offer: present(row) }))
}

/** What is in a visitor's pocket, newest first; what was over a week ago is left out. */
export async function loadWallet(at: At, visitorId: string, language: ShopLanguage): Promise<OwnCoupon[]> {
  const rows = await at.tx
    .selectFrom('coupon_claim')
    .selectAll()
    .select(sql<boolean>`coalesce(expires_at <= now(), false)`.as('isOver'))
    .where('program_id', '=', at.programId)
    .where('visitor_id', '=', visitorId)
    .where(sql<boolean>`(expires_at IS NULL OR expires_at > now() - ${shownAfterwards}::interval)`)
    .orderBy('claimed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostClaims)
    .execute()
  const dishNames = await loadDishNames(
    at,
    rows.map(({ terms }) => terms),
  )
  return rows.map((row) => ({
    id: row.id,
    couponId: row.coupon_id,
    ...presentTerms(row.terms, language, dishNames),
    state: stateOf(row),
    claimedAtIso: row.claimed_at.toISOString(),
    expiresAtIso: row.expires_at?.toISOString() ?? null,
  }))
}

/** Those that a visitor could put on an order, or has on one that is not paid yet. What runs out first comes first. */
export async function loadLiveClaims({ tx, programId }: At, visitorId: string): Promise<ClaimRow[]> {
  return tx
    .selectFrom('coupon_claim')
    .selectAll()
    .where('program_id', '=', programId)
    .where('visitor_id', '=', visitorId)
    .where('status', 'in', ['issued', 'locked'])
    .where(sql<boolean>`(expires_at IS NULL OR expires_at > now())`)
    .orderBy(sql`expires_at NULLS LAST`)
    .orderBy('id')
    .limit(mostClaims)
    .execute()
}

/** For the counter: newest first, with what became of each. */
export async function loadMerchantCoupons(at: At, only?: string): Promise<MerchantCoupon[]> {
  const rows = await at.tx
    .selectFrom('coupon')
    .selectAll()
    .where('program_id', '=', at.programId)
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const used = await at.tx
    .selectFrom('coupon_redemption')
    .select(['coupon_id', sql<number>`count(*)::int`.as('count'), sql<number>`sum(amount_minor)::int8`.as('minor')])
    .where('program_id', '=', at.programId)
    .where('released_at', 'is', null)
    .groupBy('coupon_id')
    .execute()
  return rows.map((row) =>
    presentMerchantCoupon(
      row,
      used.find(({ coupon_id }) => coupon_id === row.id),
    ),
  )
}

/** Names of the dishes that these give away. */
export async function loadDishNames({ tx, programId }: At, terms: readonly CouponTerms[]): Promise<DishNames> {
  const ids = terms.flatMap(({ gain }) => (gain.kind === 'item' ? [gain.dishId] : []))
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('dish')
    .select(['id', 'name'])
    .where('program_id', '=', programId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function stateOf({ status, isOver }: Pick<ClaimRow, 'status'> & { readonly isOver: boolean }): OwnCoupon['state'] {
  if (status === 'redeemed' || status === 'handed') return 'used'
  if (status === 'locked') return 'waiting'
  return isOver ? 'expired' : 'ready'
}

function presentMerchantCoupon(
  row: Selectable<CouponTable>,
  used: { readonly count: number; readonly minor: number } | undefined,
): MerchantCoupon {
  return {
    id: row.id,
    ...termsOf(row),
    startsAtIso: row.starts_at?.toISOString() ?? null,
    endsAtIso: row.ends_at?.toISOString() ?? null,
    goodForDays: row.good_for_days,
    totalLimit: row.total_limit,
    perPerson: row.per_person,
    audience: row.audience,
    tierId: row.tier_id,
    hadBy: row.had_by,
    pointsPrice: row.points_price,
    paused: row.paused,
    version: row.version,
    createdAtIso: row.created_at.toISOString(),
    claimed: row.claimed,
    used: used?.count ?? 0,
    discountMinor: used?.minor ?? 0,
  }
}
