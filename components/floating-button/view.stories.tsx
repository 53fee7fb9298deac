import { blockStories } from '../kit/stories/stories.tsx'
import { floatingButton } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(floatingButton, states)

export default { ...meta, title: 'Arrange/Floating button' }

export const Default = story('default')
export const Round = story('round')
export const Start = story('start')
export const High = story('high')
export const Long = story('long')
export const Canvas = story('canvas')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
