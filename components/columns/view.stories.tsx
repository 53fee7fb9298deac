import { blockStories } from '../kit/stories/stories.tsx'
import { columns } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(columns, states)

export default { ...meta, title: 'Arrange/Columns' }

export const Default = story('default')
export const LeftWider = story('leftWider')
export const RightWider = story('rightWider')
export const Three = story('three')
export const Stacked = story('stacked')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
