/** The tables of `0006_coupons.sql` as the query builder sees them. */
import type { Generated } from 'kysely'
import type { CouponTerms } from '#platform/coupons/coupon-terms.ts'
import type { LocalText } from '#model/program-spec.ts'
import type { InstantOrNull, InstantWithDefault, Json, OfShop } from './commerce-tables.ts'

export interface CouponTable extends OfShop {
  id: string
  title: Json<LocalText>
  kind: 'amount' | 'percent' | 'item'
  amount_minor: number | null
  percent: number | null
  most_minor: number | null
  dish_id: string | null
  min_spend_minor: number
  adds_to_member_price: boolean
  starts_at: InstantOrNull
  ends_at: InstantOrNull
  good_for_days: number | null
  total_limit: number | null
  per_person: number
  audience: 'everyone' | 'members' | 'tier'
  tier_id: string | null
  had_by: Generated<'wall' | 'points' | 'gift'>
  points_price: Generated<number | null>
  paused: Generated<boolean>
  claimed: Generated<number>
  created_at: InstantWithDefault
  version: Generated<number>
}

export interface CouponClaimTable extends OfShop {
  id: string
  coupon_id: string
  visitor_id: string
  n: number
  per_person: number
  terms: Json<CouponTerms>
  status: Generated<'issued' | 'locked' | 'redeemed' | 'handed'>
  order_id: string | null
  claimed_at: InstantWithDefault
  expires_at: InstantOrNull
  paid_points: Generated<number | null>
  given_ref: Generated<string | null>
  handed_at: InstantOrNull
  handed_by: Generated<string | null>
}

export interface CouponRedemptionTable extends OfShop {
  order_id: string
  coupon_id: string
  claim_id: string
  amount_minor: number
  at: InstantWithDefault
  released_at: InstantOrNull
}

export interface CouponEventTable extends OfShop {
  coupon_id: string
  seq: number
  action: 'created' | 'changed' | 'paused' | 'resumed'
  actor: string
  terms: Json<object>
  at: InstantWithDefault
}

export interface CouponTables {
  coupon: CouponTable
  coupon_claim: CouponClaimTable
  coupon_redemption: CouponRedemptionTable
  coupon_event: CouponEventTable
}
