import type { Membership, MembershipProgramme, Tier } from '#model/shop/members.ts'

export interface TierProgress {
  readonly tier: Tier | undefined
  readonly next: Tier | undefined
  /** Points still to earn until the next tier; 0 at the top. */
  readonly missing: number
  /** 0 to 1 on the way from this tier to the next; 1 at the top. */
  readonly share: number
}

/** Where a member stands. Tiers go by points ever earned, so spending points never takes one away. */
export function tierProgress(programme: MembershipProgramme, card: Membership): TierProgress {
  const tiers = programme.tiers.toSorted((a, b) => a.fromPoints - b.fromPoints)
  const tier = tiers.find((each) => each.id === card.tierId)
  const from = tier?.fromPoints ?? 0
  const next = tiers.find((each) => each.fromPoints > Math.max(from, card.pointsEarnedEver))
  if (!next) return { tier, next, missing: 0, share: 1 }
  const share = (card.pointsEarnedEver - from) / (next.fromPoints - from)
  return { tier, next, missing: next.fromPoints - card.pointsEarnedEver, share: Math.min(1, Math.max(0, share)) }
}

/** In groups of four, as on a card of plastic. */
export function spacedNumber(cardNo: string): string {
  return cardNo.replace(/(.{4})(?=.)/g, '$1 ')
}
