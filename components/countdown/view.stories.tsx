import { blockStories } from '../kit/stories/stories.tsx'
import { countdown } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(countdown, states)

export default { ...meta, title: 'Sell/Countdown' }

export const Default = story('default')
export const Bold = story('bold')
export const Line = story('line')
export const Over = story('over')
export const NoMoment = story('noMoment')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
