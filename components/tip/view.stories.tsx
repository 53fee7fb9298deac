import { userEvent, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { tip } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(tip, states)

type Play = NonNullable<Parameters<typeof story>[1]>

const type =
  (amount: string): Play =>
  async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('radio', { name: /Another amount|其他金额/ }))
    await userEvent.type(await canvas.findByRole('textbox', { name: /Amount|金额/ }), amount)
  }
const give: Play = async ({ canvasElement }) => {
  await userEvent.click(await within(canvasElement).findByRole('button', { name: /^(Give|打赏)/ }))
}

export default { ...meta, title: 'Sell/Tip' }

export const Default = story('default')
export const Amounts = story('amounts')
export const Typing = story('typing', type('8.8'))
export const TooMuch = story('tooMuch', type('60'))
export const Working = story('working', give)
export const Refused = story('refused', async (context) => {
  await give(context)
  await within(context.canvasElement).findByRole('alert')
})
export const Given = story('given')
export const OtherCurrency = story('otherCurrency')
export const CalledOff = story('calledOff')
export const NoOrder = story('noOrder')
export const Loading = story('loading')
export const Failed = story('failed')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
