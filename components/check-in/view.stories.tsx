import { expect, userEvent, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { checkIn } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(checkIn, states)

type Play = NonNullable<Parameters<typeof story>[1]>

const press: Play = async ({ canvasElement }) => userEvent.click(within(canvasElement).getByRole('button'))

export default { ...meta, title: 'Members/Daily check-in' }

export const Default = story('default')
export const Stranger = story('stranger')
export const FirstDay = story('firstDay')
export const Done = story('done')
export const PrizeToday = story('prizeToday')
export const RoundFull = story('roundFull')
export const LongRound = story('longRound')
export const WithoutPrize = story('withoutPrize')
/** One press, and the day is done: there is nothing left to press. */
export const Pressed = story('pressed', async (context) => {
  await press(context)
  const canvas = within(context.canvasElement)
  await canvas.findByRole('status')
  await expect(canvas.queryByRole('button')).toBeNull()
})
/** Without a connection the button stays, to try again. */
export const Refused = story('refused', async (context) => {
  await press(context)
  await expect(await within(context.canvasElement).findByRole('button')).toBeEnabled()
})
export const Empty = story('empty')
export const Fresh = story('fresh')
export const Longest = story('longest')
export const Loading = story('loading')
export const Failed = story('failed')
