import { expect, userEvent, waitFor, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { popup } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(popup, states)

const open = async (canvasElement: HTMLElement) => {
  const page = within(canvasElement)
  await userEvent.click(page.getByRole('button'))
  return page.findByRole('dialog')
}

export default { ...meta, title: 'Arrange/Pop-up' }

export const Default = story('default', async ({ canvasElement }) => {
  const page = within(canvasElement)
  await userEvent.click(within(await open(canvasElement)).getByRole('button'))
  await waitFor(() => expect(page.queryByRole('dialog')).toBeNull())
  await expect(page.getByRole('button')).toHaveFocus()
})
export const Opened = story('opened', async ({ canvasElement }) => {
  await expect(await open(canvasElement)).toBeVisible()
})
export const FromBelow = story('fromBelow', async ({ canvasElement }) => {
  await expect(await open(canvasElement)).toBeVisible()
})
export const ByItself = story('byItself', async ({ canvasElement }) => {
  await expect(await within(canvasElement).findByRole('dialog')).toBeVisible()
})
export const Untitled = story('untitled', async ({ canvasElement }) => {
  await expect(await open(canvasElement)).toBeVisible()
})
export const Edited = story('edited')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
