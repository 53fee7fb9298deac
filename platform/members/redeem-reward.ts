import { takeCoupon } from '#platform/coupons/claims.ts'
import { programLanguage } from '#platform/shop/program-language.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { findMemberOf, spendPoints } from './points.ts'

/**
 * Buys a reward: a coupon like any other from then on. However many ask at once, no point is spent twice and none goes
 * without its reward: both are one transaction.
 * @throws ShopRefusal `coupon-not-for-you` for who has no card; `not-enough-points`; else as `takeCoupon`
 */
export async function redeemReward(at: ShopTx, visitorId: string, couponId: string): Promise<{ claimId: string }> {
  const member = await findMemberOf(at, visitorId)
  if (!member) throw new ShopRefusal('coupon-not-for-you', 'Rewards are for members', [couponId])
  const { claimId, pricePoints, title } = await takeCoupon(at, visitorId, couponId, 'points')
  if (pricePoints === null) throw new Error(`Reward ${couponId} has no price`)
  const label = title[await programLanguage(at)]
  const isPaid = await spendPoints(at, { memberId: member.id, points: pricePoints, ref: `claim:${claimId}`, label })
  if (!isPaid) throw new ShopRefusal('not-enough-points', `This reward costs ${pricePoints} points`, [couponId])
  at.emit('member', member.id)
  return { claimId }
}
