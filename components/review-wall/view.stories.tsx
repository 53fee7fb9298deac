import { blockStories } from '../kit/stories/stories.tsx'
import { reviewWall } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(reviewWall, states)

export default { ...meta, title: 'Tell/Reviews' }

export const Default = story('default')
export const List = story('list')
export const Wall = story('wall')
export const One = story('one')
export const Long = story('long')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
