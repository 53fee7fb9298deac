import { blockStories } from '../kit/stories/stories.tsx'
import { couponWall } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(couponWall, states)

export default { ...meta, title: 'Sell/Coupon wall' }

export const Default = story('default')
export const Claimed = story('claimed')
export const Used = story('used')
export const SomeGone = story('someGone')
export const AllGone = story('allGone')
export const Soon = story('soon')
export const SideBySide = story('sideBySide')
export const One = story('one')
export const LongWords = story('longWords')
export const Opened = story('opened')
export const Refused = story('refused')
export const CouponExpired = story('couponExpired')
export const Empty = story('empty')
export const Loading = story('loading')
export const Failed = story('failed')
export const Fresh = story('fresh')
export const Longest = story('longest')
