import { blockStories } from '../kit/stories/stories.tsx'
import { iconNavigation } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(iconNavigation, states)

export default { ...meta, title: 'Tell/Icon links' }

export const Default = story('default')
export const Filled = story('filled')
export const PlainFive = story('plainFive')
export const Long = story('long')
export const Unlinked = story('unlinked')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
