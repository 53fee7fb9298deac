import { blockStories } from '../kit/stories/stories.tsx'
import { articleList } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(articleList, states)

export default { ...meta, title: 'Tell/Articles' }

export const Default = story('default')
export const Large = story('large')
export const Grid = story('grid')
export const Long = story('long')
export const Unlinked = story('unlinked')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
