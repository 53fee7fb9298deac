import { expect, userEvent, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { queueTicket } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(queueTicket, states)

type Play = NonNullable<Parameters<typeof story>[1]>

const take: Play = async ({ canvasElement }) =>
  userEvent.click(within(canvasElement).getByRole('button', { name: /Take a number|^取号$/ }))

export default { ...meta, title: 'Book/Queue ticket' }

export const Default = story('default')
/** The line that fits the party is marked as it grows. */
export const Open = story('open', async ({ canvasElement }) => {
  const canvas = within(canvasElement)
  for (let guest = 0; guest < 3; guest++) await userEvent.click(canvas.getByRole('button', { name: /One more|加一位/ }))
  await canvas.findByText(/5 people|5 位/)
})
export const NobodyWaits = story('nobodyWaits')
export const Taking = story('taking', take)
export const Refused = story('refused', async (context) => {
  await take(context)
  await expect(await within(context.canvasElement).findByRole('alert')).toBeVisible()
})
export const Next = story('next')
export const Called = story('called')
/** A number is not given back by a slip of the thumb. */
export const Leaving = story('leaving', async ({ canvasElement }) => {
  const canvas = within(canvasElement)
  await userEvent.click(canvas.getByRole('button', { name: /Give the number back|退号/ }))
  await canvas.findByRole('button', { name: /Stay in line|继续等/ })
})
export const Skipped = story('skipped')
export const Done = story('done')
export const Closed = story('closed')
export const LongWords = story('longWords')
export const Loading = story('loading')
export const Failed = story('failed')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
