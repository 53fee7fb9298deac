import { blockStories } from '../kit/stories/stories.tsx'
import { video } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(video, states)

export default { ...meta, title: 'Tell/Video' }

export const Default = story('default')
export const Upright = story('upright')
export const Full = story('full')
export const WithoutPicture = story('withoutPicture')
export const Edited = story('edited')
export const Preview = story('preview')
export const Wrong = story('wrong')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
