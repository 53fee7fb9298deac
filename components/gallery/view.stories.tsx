import { expect, userEvent, waitFor, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { gallery } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(gallery, states)

export default { ...meta, title: 'Tell/Gallery' }

export const Default = story('default')
export const Large = story('large', async ({ canvasElement }) => {
  const page = within(canvasElement)
  const [, second] = page.getAllByRole('button')
  await userEvent.click(second!)
  const large = await page.findByRole('dialog')
  await waitFor(() => expect(large).toHaveTextContent('2 / 6'))
  const [, , next] = within(large).getAllByRole('button')
  await userEvent.click(next!)
  await waitFor(() => expect(large).toHaveTextContent('3 / 6'))
})
export const Two = story('two')
export const Four = story('four')
export const Mosaic = story('mosaic')
export const Row = story('row')
export const Waiting = story('waiting')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
