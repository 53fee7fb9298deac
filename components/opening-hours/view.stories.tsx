import { blockStories } from '../kit/stories/stories.tsx'
import { openingHours } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(openingHours, states)

export default { ...meta, title: 'Tell/Opening hours' }

export const Default = story('default')
export const Today = story('today')
export const ClosingSoon = story('closingSoon')
export const Closed = story('closed')
export const LongClosed = story('longClosed')
export const None = story('none')
export const Loading = story('loading')
export const Failed = story('failed')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
