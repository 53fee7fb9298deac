import { blockStories } from '../kit/stories/stories.tsx'
import { tabs } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(tabs, states)

export default { ...meta, title: 'Arrange/Tabs' }

export const Default = story('default')
export const Pills = story('pills')
export const Switch = story('switch')
export const Five = story('five')
export const SecondOpen = story('secondOpen')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
