import { expect, userEvent, waitFor, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { jobProgress } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(jobProgress, states)

type Play = NonNullable<Parameters<typeof story>[1]>

const type =
  (code: string): Play =>
  async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.type(canvas.getByRole('textbox'), code)
    await userEvent.click(canvas.getByRole('button'))
  }
const found: Play = async (context) => {
  await type('k7qx-3mhp')(context)
  await within(context.canvasElement).findByRole('button', { name: /another code|其他单据/ })
}
/** What was typed stays, with why it leads nowhere. */
const refused: Play = async (context) => {
  await type('k7qx-3mhp')(context)
  const canvas = within(context.canvasElement)
  await canvas.findByRole('alert')
  await expect(canvas.getByRole('textbox')).toHaveValue('k7qx-3mhp')
}

export default { ...meta, title: 'Book/Parcel or repair progress' }

export const Default = story('default', found)
export const ToType = story('toType')
export const Looking = story('looking', async (context) => {
  await type('k7qx-3mhp')(context)
  await waitFor(() => expect(within(context.canvasElement).getByRole('button')).toBeDisabled())
})
export const Done = story('done', found)
export const Cancelled = story('cancelled', found)
/** What cannot be a code is not even asked for. */
export const NoCode = story('noCode', async (context) => {
  await type('12345')(context)
  await within(context.canvasElement).findByRole('alert')
})
export const NotFound = story('notFound', refused)
export const TooMany = story('tooMany', refused)
export const Offline = story('offline', refused)
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
export const Loading = story('loading')
export const Failed = story('failed')
