import { expect, userEvent, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { pointsRewards } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(pointsRewards, states)

type Play = NonNullable<Parameters<typeof story>[1]>

/** Opens the first reward, and exchanges points for it. */
const exchange: Play = async ({ canvasElement }) => {
  const canvas = within(canvasElement)
  await userEvent.click(within(canvas.getAllByRole('listitem')[0]!).getByRole('button'))
  const sheet = within(await canvas.findByRole('dialog'))
  await userEvent.click(await sheet.findByRole('button', { name: /120/ }))
}

export default { ...meta, title: 'Members/Points and rewards' }

export const Default = story('default')
export const Stranger = story('stranger')
export const AllInReach = story('allInReach')
export const Ending = story('ending')
export const SomeGone = story('someGone')
export const Soon = story('soon')
/** An order was called off after its points had been spent. */
export const Owing = story('owing')
export const LongWords = story('longWords')
export const Redeemed = story('redeemed', async (context) => {
  await exchange(context)
  await within(context.canvasElement).findByRole('status')
})
/** Somebody took the last one; the points are as they were, and the reason stands below the button. */
export const Refused = story('refused', async (context) => {
  await exchange(context)
  const canvas = within(context.canvasElement)
  await expect(await canvas.findByRole('alert')).toBeVisible()
  await expect(canvas.getByText('286')).toBeVisible()
})
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
export const Loading = story('loading')
export const Failed = story('failed')
