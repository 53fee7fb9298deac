import { blockStories } from '../kit/stories/stories.tsx'
import { heading } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(heading, states)

export default { ...meta, title: 'Tell/Heading' }

export const Default = story('default')
export const Large = story('large')
export const WithLink = story('withLink')
export const Centred = story('centred')
export const Long = story('long')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
