/** A coupon while it is being written: what stands in the fields, and what comes of it. */
import type { Words } from '#editor/words/use-words.ts'
import type { LocalText } from '#model/program-spec.ts'
import type { CouponDefinition, MerchantCoupon, MerchantGain } from '#platform/contract/coupons.ts'
import { parsePrice, priceInputText } from './money.ts'

export interface CouponDraft {
  readonly title: LocalText
  readonly kind: MerchantGain['kind']
  /** As typed, in units of the currency. */
  readonly amount: string
  readonly percent: number
  readonly most: string
  readonly dishId: string | null
  readonly minSpend: string
  readonly addsToMemberPrice: boolean
  readonly audience: CouponDefinition['audience']
  readonly tierId: string | null
  readonly perPerson: number
  readonly totalLimit: number | null
  readonly goodForDays: number | null
  readonly startsAtMs: number | null
  readonly endsAtMs: number | null
  readonly hadBy: CouponDefinition['hadBy']
  readonly pointsPrice: number
}

export type DraftProblem = 'amount' | 'min-spend' | 'most' | 'dish' | 'tier' | 'dates' | 'total'

/** What most shops begin with: ten off from fifty, for everybody, for two weeks. */
export const newDraft: CouponDraft = {
  title: { en: '', 'zh-CN': '' },
  kind: 'amount',
  amount: '10',
  percent: 10,
  most: '',
  dishId: null,
  minSpend: '50',
  addsToMemberPrice: true,
  audience: 'everyone',
  tierId: null,
  perPerson: 1,
  totalLimit: null,
  goodForDays: 14,
  startsAtMs: null,
  endsAtMs: null,
  hadBy: 'wall',
  pointsPrice: 100,
}

export function draftOf(coupon: CouponDefinition, currency: string): CouponDraft {
  const { gain, minSpendMinor, startsAtIso, endsAtIso } = coupon
  const text = (minor: number | null) => (minor === null || minor === 0 ? '' : priceInputText(minor, currency))
  return {
    ...newDraft,
    title: coupon.title,
    kind: gain.kind,
    ...(gain.kind === 'amount' && { amount: text(gain.amountMinor) }),
    ...(gain.kind === 'percent' && { percent: gain.percent, most: text(gain.mostMinor) }),
    ...(gain.kind === 'item' && { dishId: gain.dishId }),
    minSpend: text(minSpendMinor),
    addsToMemberPrice: coupon.addsToMemberPrice,
    audience: coupon.audience,
    tierId: coupon.tierId,
    perPerson: coupon.perPerson,
    totalLimit: coupon.totalLimit,
    goodForDays: coupon.goodForDays,
    startsAtMs: startsAtIso === null ? null : Date.parse(startsAtIso),
    endsAtMs: endsAtIso === null ? null : Date.parse(endsAtIso),
    hadBy: coupon.hadBy,
    ...(coupon.pointsPrice !== null && { pointsPrice: coupon.pointsPrice }),
  }
}

/**
 * The coupon that the fields describe, as far as they can be read, and what is wrong with the others.
 * @param claimed - how many were taken already
 */
export function readDraft(
  draft: CouponDraft,
  currency: string,
  claimed = 0,
): { readonly definition: CouponDefinition; readonly problems: ReadonlySet<DraftProblem> } {
  const problems = new Set<DraftProblem>()
  const money = (typed: string, problem: DraftProblem, least: number): number | null => {
    if (typed.trim() === '' && least === 0) return null
    const parsed = parsePrice(typed, currency)
    if (parsed.ok && parsed.value >= least) return parsed.value
    problems.add(problem)
    return null
  }
  const gain = (): MerchantGain => {
    if (draft.kind === 'amount') return { kind: 'amount', amountMinor: money(draft.amount, 'amount', 1) ?? 0 }
    if (draft.kind === 'percent')
      return { kind: 'percent', percent: draft.percent, mostMinor: money(draft.most, 'most', 0) || null }
    if (draft.dishId === null) problems.add('dish')
    return { kind: 'item', dishId: draft.dishId ?? '' }
  }
  const { startsAtMs, endsAtMs, totalLimit, audience, tierId } = draft
  if (audience === 'tier' && tierId === null) problems.add('tier')
  if (startsAtMs !== null && endsAtMs !== null && endsAtMs <= startsAtMs) problems.add('dates')
  if (totalLimit !== null && totalLimit < claimed) problems.add('total')
  const definition: CouponDefinition = {
    title: draft.title,
    gain: gain(),
    minSpendMinor: money(draft.minSpend, 'min-spend', 0) ?? 0,
    addsToMemberPrice: draft.addsToMemberPrice,
    startsAtIso: startsAtMs === null ? null : new Date(startsAtMs).toISOString(),
    endsAtIso: endsAtMs === null ? null : new Date(endsAtMs).toISOString(),
    goodForDays: draft.goodForDays,
    totalLimit,
    perPerson: draft.perPerson,
    audience,
    tierId: audience === 'tier' ? tierId : null,
    hadBy: draft.hadBy,
    pointsPrice: draft.hadBy === 'points' ? draft.pointsPrice : null,
  }
  return { definition, problems }
}

/** What the counter says about a coupon in one word. */
export type CouponState = keyof Words['coupons']['state']

export function couponState(coupon: MerchantCoupon, nowMs: number): CouponState {
  const { startsAtIso, endsAtIso, totalLimit, claimed, paused } = coupon
  if (endsAtIso !== null && Date.parse(endsAtIso) <= nowMs) return 'over'
  if (paused) return 'paused'
  if (totalLimit !== null && claimed >= totalLimit) return 'gone'
  return startsAtIso !== null && Date.parse(startsAtIso) > nowMs ? 'soon' : 'live'
}
