import { userEvent, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { liveStream } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(liveStream, states)

export default { ...meta, title: 'Tell/Live stream' }

export const Default = story('default')
export const Soon = story('soon')
export const Live = story('live')
export const Over = story('over')
export const Replay = story('replay')
export const NoPicture = story('noPicture')
/** A tap hands over a calendar file, and says what to do with it. */
export const Reminded = story('reminded', async ({ canvasElement }) => {
  await userEvent.click(within(canvasElement).getByRole('button', { name: /Remind me|提醒我/ }))
})
export const NoMoment = story('noMoment')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
export const Loading = story('loading')
export const Failed = story('failed')
