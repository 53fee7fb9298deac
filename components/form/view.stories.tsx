import { expect, userEvent, waitFor, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { form } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(form, states)

type Play = NonNullable<Parameters<typeof story>[1]>

const press: Play = async ({ canvasElement }) => userEvent.click(within(canvasElement).getAllByRole('button').at(-1)!)

const sendPhone: Play = async (context) => {
  const canvas = within(context.canvasElement)
  await userEvent.type(canvas.getByRole('textbox'), '+86 138 0013 8000')
  await userEvent.click(canvas.getByRole('checkbox'))
  await press(context)
}

export default { ...meta, title: 'Tell/Form' }

export const Default = story('default')
export const EveryKind = story('everyKind')
/** Sent too early: each question says what it lacks, and the first has the focus. */
export const Incomplete = story('incomplete', async (context) => {
  await press(context)
  const canvas = within(context.canvasElement)
  await expect(await canvas.findAllByRole('alert')).toHaveLength(5)
  await waitFor(() => expect(canvas.getAllByRole('textbox')[0]).toHaveFocus())
})
export const Sending = story('sending', sendPhone)
export const Sent = story('sent', async (context) => {
  await sendPhone(context)
  await within(context.canvasElement).findByRole('status')
})
/** What was written stays, and the reason stands above the button. */
export const Refused = story('refused', async (context) => {
  await sendPhone(context)
  const canvas = within(context.canvasElement)
  await canvas.findByRole('alert')
  await expect(canvas.getByRole('textbox')).toHaveValue('+86 138 0013 8000')
})
export const Consultation = story('consultation')
const addFiles: Play = async ({ canvasElement }) => {
  await userEvent.click(within(canvasElement).getByRole('button', { name: /Add a picture|添加图片/ }))
}
/** Chosen files stand there with their names, each can be taken away again. */
export const Attached = story('attached', async (context) => {
  await addFiles(context)
  const canvas = within(context.canvasElement)
  await userEvent.click(await canvas.findByRole('button', { name: /kitchen-window/ }))
  await expect(await canvas.findByText('floor-plan.pdf')).toBeInTheDocument()
  await expect(canvas.queryByText('kitchen-window.jpg')).toBeNull()
})
/** Nothing is sent before all is there. */
export const Attaching = story('attaching', async (context) => {
  await addFiles(context)
  await waitFor(() => expect(within(context.canvasElement).getAllByRole('button').at(-1)).toBeDisabled())
})
export const FileRefused = story('fileRefused', async (context) => {
  await addFiles(context)
  await waitFor(() => expect(within(context.canvasElement).getAllByRole('alert')).toHaveLength(2))
})
export const LongWords = story('longWords')
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
