import type { Membership } from '#model/shop/members.ts'
import type { BlockSituations, Scene } from '../kit/situations.ts'

/** A card of this shop, of somebody who comes often. */
export function sampleCard({ shopData, nowMs, language }: Scene, change: Partial<Membership> = {}): Membership {
  const say = (en: string, zh: string) => (language === 'en' ? en : zh)
  const daysAgo = (days: number) => new Date(nowMs - days * 86_400_000).toISOString()
  const tiers = shopData.membership.tiers.toSorted((a, b) => a.fromPoints - b.fromPoints)
  const middle = tiers[Math.floor((tiers.length - 1) / 2)]
  return {
    cardNo: '880026013742',
    name: say('Lin Xiaoyue', '林晓月'),
    tierId: middle?.id ?? '',
    pointsBalance: 286,
    pointsEarnedEver: Math.max(650, middle?.fromPoints ?? 0),
    joinedAtIso: daysAgo(166),
    history: [
      { atIso: daysAgo(2), delta: 86, kind: 'earn', label: say('Order 17', '订单 17') },
      { atIso: daysAgo(11), delta: -100, kind: 'redeem', label: say('A drink on the house', '兑换饮品一杯') },
      { atIso: daysAgo(16), delta: 42, kind: 'earn', label: '' },
    ],
    // Shown only where the shop has a stamp card, or a check-in.
    stamps: 5,
    checkIn: standing({ nowMs }, 6, false),
    ...change,
  }
}

/** Somebody's check-in at this moment. */
export function standing(
  { nowMs }: Pick<Scene, 'nowMs'>,
  streak: number,
  isDone: boolean,
): NonNullable<Membership['checkIn']> {
  return { streak, isDone, dayEndsAtIso: new Date(nowMs + 16 * 3_600_000).toISOString() }
}

/** The shop's highest tier, whatever it calls it. */
export function goldCard(scene: Scene): Membership {
  const [gold] = scene.shopData.membership.tiers.toSorted((a, b) => b.fromPoints - a.fromPoints)
  return sampleCard(scene, {
    tierId: gold?.id ?? '',
    pointsBalance: 12_860,
    pointsEarnedEver: Math.max(20_400, gold?.fromPoints ?? 0),
  })
}

/** The day before yesterday's voucher, beside one that is still good. */
export function cardWithExpiredCoupon(scene: Scene): Membership {
  const { nowMs, language } = scene
  const say = (en: string, zh: string) => (language === 'en' ? en : zh)
  const inDays = (days: number) => new Date(nowMs + days * 86_400_000).toISOString()
  return sampleCard(scene, {
    coupons: [
      { id: 'coupon-1', title: say('A drink with any main dish', '点主食送饮品一杯'), expiresAtIso: inDays(-2) },
      { id: 'coupon-2', title: say('10 % off your next visit', '下次到店九折'), expiresAtIso: inDays(21) },
    ],
  })
}

export const situations: BlockSituations = {
  'first-visit': { visitor: () => ({ card: null }) },
  'gold-member': { visitor: (scene) => ({ card: goldCard(scene) }) },
  'coupon-expired': { visitor: (scene) => ({ card: cardWithExpiredCoupon(scene) }) },
}
