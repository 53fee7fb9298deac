import { blockStories } from '../kit/stories/stories.tsx'
import { faq } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(faq, states)

export default { ...meta, title: 'Tell/Questions' }

export const Default = story('default')
export const OneAtATime = story('oneAtATime')
export const Closed = story('closed')
export const Long = story('long')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
