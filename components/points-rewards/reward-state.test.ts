import { expect, test } from 'vitest'
import type { Reward } from '#model/shop/coupons.ts'
import { storyScene } from '../kit/stories/story-scene.ts'
import { nextReward, rewardState, shownRewards } from './reward-state.ts'
import { sampleRewards } from './situations.ts'

const scene = storyScene('en')
const { nowMs } = scene
const iso = (ms: number) => new Date(nowMs + ms).toISOString()
const reward = (change: Partial<Reward> = {}): Reward => ({ ...sampleRewards(scene)[0]!, pricePoints: 100, ...change })

test.each<[ReturnType<typeof rewardState>, Partial<Reward>, number | null]>([
  ['ready', {}, 100],
  ['far', {}, 99],
  ['locked', {}, null],
  ['gone', { isGone: true }, 100],
  ['soon', { startsAtIso: iso(1) }, 100],
  ['ready', { startsAtIso: iso(0) }, 100],
])('%s', (state, change, points) => {
  expect(rewardState(reward(change), points, nowMs)).toBe(state)
})

test('one saves for the cheapest that is out of reach, and not for what is gone', () => {
  const rewards = [
    reward({ id: 'dear', pricePoints: 500 }),
    reward({ id: 'next', pricePoints: 200 }),
    reward({ id: 'gone', pricePoints: 150, isGone: true }),
    reward(),
  ]
  expect(nextReward(rewards, 100, nowMs)?.id).toBe('next')
  expect(nextReward(rewards, 500, nowMs)).toBeUndefined()
})

test('what has ended since the page was made is not offered', () => {
  const rewards = [reward({ id: 'over', endsAtIso: iso(0) }), reward({ id: 'here', endsAtIso: iso(1) })]
  expect(shownRewards(rewards, nowMs).map(({ id }) => id)).toEqual(['here'])
})
