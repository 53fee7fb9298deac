import type { Reward } from '#model/shop/coupons.ts'

/** `far`: more points are needed; `locked`: for members, and this is none. */
export type RewardState = 'ready' | 'far' | 'locked' | 'gone' | 'soon'

/** @param points - null for somebody who is no member, or of whom it is not known yet */
export function rewardState(reward: Reward, points: number | null, nowMs: number): RewardState {
  if (reward.isGone) return 'gone'
  if (reward.startsAtIso !== null && Date.parse(reward.startsAtIso) > nowMs) return 'soon'
  if (points === null) return 'locked'
  return points >= reward.pricePoints ? 'ready' : 'far'
}

/** What to save for: the cheapest of those that are out of reach. Undefined when all are within it. */
export function nextReward(rewards: readonly Reward[], points: number, nowMs: number): Reward | undefined {
  return rewards
    .filter((reward) => rewardState(reward, points, nowMs) === 'far')
    .toSorted((a, b) => a.pricePoints - b.pricePoints)[0]
}

/** Those that can be had at present or will be; what ended since the page was made is left out. */
export function shownRewards(rewards: readonly Reward[], nowMs: number): readonly Reward[] {
  return rewards.filter(({ endsAtIso }) => endsAtIso === null || Date.parse(endsAtIso) > nowMs)
}
