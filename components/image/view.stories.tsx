import { blockStories } from '../kit/stories/stories.tsx'
import { image } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(image, states)

export default { ...meta, title: 'Tell/Picture' }

export const Default = story('default')
export const EdgeToEdge = story('edgeToEdge')
export const Portrait = story('portrait')
export const Linked = story('linked')
export const Cropped = story('cropped')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
