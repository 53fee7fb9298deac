import { userEvent, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { contactButtons } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(contactButtons, states)

export default { ...meta, title: 'Tell/Contact buttons' }

export const Default = story('default')
export const Round = story('round')
/** A tap on WeChat copies the ID, and says so. */
export const Copied = story('copied', async ({ canvasElement }) => {
  await userEvent.click(within(canvasElement).getByRole('button', { name: /WeChat|微信/ }))
})
export const Unfinished = story('unfinished')
export const WithoutPhone = story('withoutPhone')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
export const Loading = story('loading')
export const Failed = story('failed')
