import { blockStories } from '../kit/stories/stories.tsx'
import { ownOrders } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(ownOrders, states)

export default { ...meta, title: 'Sell/My orders' }

export const Default = story('default')
export const ForTomorrow = story('forTomorrow')
export const ToPay = story('toPay')
export const One = story('one')
export const Regular = story('regular')
export const LunchRush = story('lunchRush')
export const FirstVisit = story('firstVisit')
export const Empty = story('empty')
export const Loading = story('loading')
export const Failed = story('failed')
export const Fresh = story('fresh')
export const Longest = story('longest')
