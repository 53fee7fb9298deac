import { expect, userEvent, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { cityServices } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(cityServices, states)

type Play = NonNullable<Parameters<typeof story>[1]>

const typed =
  (words: string): Play =>
  async ({ canvasElement }) =>
    userEvent.type(within(canvasElement).getByRole('textbox'), words)

export default { ...meta, title: 'Tell/City services' }

export const Default = story('default')
/** A number is found however it is written. */
export const Searching = story('searching', async (context) => {
  await typed('02164370000')(context)
  await expect(within(context.canvasElement).getAllByRole('link')).toHaveLength(2)
})
export const NothingFound = story('nothingFound', async (context) => {
  await typed('zoo')(context)
  await within(context.canvasElement).findByRole('button', { name: /Show all|显示全部/ })
})
export const Plain = story('plain')
export const Unfinished = story('unfinished')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
