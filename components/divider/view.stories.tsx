import { blockStories } from '../kit/stories/stories.tsx'
import { divider } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(divider, states)

export default { ...meta, title: 'Arrange/Divider' }

export const Default = story('default')
export const Words = story('words')
export const Dashed = story('dashed')
export const Short = story('short')
export const Wave = story('wave')
export const Dots = story('dots')
export const Long = story('long')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
