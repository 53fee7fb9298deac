import { blockStories } from '../kit/stories/stories.tsx'
import { priceList } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(priceList, states)

export default { ...meta, title: 'Tell/Price list' }

export const Default = story('default')
export const Card = story('card')
export const Plain = story('plain')
export const Long = story('long')
export const Loading = story('loading')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
export const Failed = story('failed')
