import { blockStories } from '../kit/stories/stories.tsx'
import { spacer } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(spacer, states)

export default { ...meta, title: 'Arrange/Space' }

export const Default = story('default')
export const Small = story('small')
export const Large = story('large')
export const Exact = story('exact')
export const Live = story('live')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
