import { blockStories } from '../kit/stories/stories.tsx'
import { team } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(team, states)

export default { ...meta, title: 'Tell/Team' }

export const Default = story('default')
export const List = story('list')
export const Portrait = story('portrait')
export const Long = story('long')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
