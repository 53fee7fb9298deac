import { blockStories } from '../kit/stories/stories.tsx'
import { section } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(section, states)

export default { ...meta, title: 'Arrange/Section' }

export const Default = story('default')
export const Card = story('card')
export const AccentGround = story('accentGround')
export const PickedGround = story('pickedGround')
export const InkGround = story('inkGround')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
