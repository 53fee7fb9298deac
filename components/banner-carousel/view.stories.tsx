import { blockStories } from '../kit/stories/stories.tsx'
import { bannerCarousel } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(bannerCarousel, states)

export default { ...meta, title: 'Tell/Banner' }

export const Default = story('default')
export const One = story('one')
export const High = story('high')
export const PicturesOnly = story('picturesOnly')
export const Long = story('long')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
