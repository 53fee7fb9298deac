import { blockStories } from '../kit/stories/stories.tsx'
import { collapsible } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(collapsible, states)

export default { ...meta, title: 'Arrange/Collapsible' }

export const Default = story('default')
export const Closed = story('closed')
export const Line = story('line')
export const LineClosed = story('lineClosed')
export const Long = story('long')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
