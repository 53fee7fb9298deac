import { blockStories } from '../kit/stories/stories.tsx'
import { hotAreaImage } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(hotAreaImage, states)

export default { ...meta, title: 'Tell/Picture with areas' }

export const Default = story('default')
export const Full = story('full')
export const Edited = story('edited')
export const Small = story('small')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
