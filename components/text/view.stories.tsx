import { blockStories } from '../kit/stories/stories.tsx'
import { text } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(text, states)

export default { ...meta, title: 'Tell/Text' }

export const Default = story('default')
export const Formatted = story('formatted')
export const Small = story('small')
export const Centred = story('centred')
export const Unbroken = story('unbroken')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
