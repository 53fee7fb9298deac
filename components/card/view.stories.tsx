import { blockStories } from '../kit/stories/stories.tsx'
import { card } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(card, states)

export default { ...meta, title: 'Arrange/Card' }

export const Default = story('default')
export const Content = story('content')
export const Side = story('side')
export const OwnGround = story('ownGround')
export const WordsOnly = story('wordsOnly')
export const PictureOnly = story('pictureOnly')
export const Long = story('long')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
