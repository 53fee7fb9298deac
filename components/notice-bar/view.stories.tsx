import { blockStories } from '../kit/stories/stories.tsx'
import { noticeBar } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(noticeBar, states)

export default { ...meta, title: 'Tell/Notice' }

export const Default = story('default')
export const Offer = story('offer')
export const Moving = story('moving')
export const Wrapped = story('wrapped')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
