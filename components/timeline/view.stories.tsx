import { blockStories } from '../kit/stories/stories.tsx'
import { timeline } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(timeline, states)

export default { ...meta, title: 'Tell/Timeline' }

export const Default = story('default')
export const Numbers = story('numbers')
export const Long = story('long')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
