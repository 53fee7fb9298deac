import { blockStories } from '../kit/stories/stories.tsx'
import { shopLocation } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(shopLocation, states)

export default { ...meta, title: 'Tell/Location' }

export const Default = story('default')
export const Plain = story('plain')
export const NoPhone = story('noPhone')
export const None = story('none')
export const Loading = story('loading')
export const Failed = story('failed')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
