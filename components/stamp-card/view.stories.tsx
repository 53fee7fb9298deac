import { blockStories } from '../kit/stories/stories.tsx'
import { stampCard } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(stampCard, states)

export default { ...meta, title: 'Members/Stamp card' }

export const Default = story('default')
export const Stranger = story('stranger')
export const Regular = story('regular')
export const FirstStamp = story('firstStamp')
export const Almost = story('almost')
export const None = story('none')
export const Full = story('full')
export const TakenBack = story('takenBack')
export const AtCounter = story('atCounter')
export const AnyOrder = story('anyOrder')
export const Twenty = story('twenty')
export const LongWords = story('longWords')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
export const Loading = story('loading')
export const Failed = story('failed')
