import { userEvent, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { payButton } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(payButton, states)

const press = async ({ canvasElement }: { canvasElement: HTMLElement }) =>
  userEvent.click(within(canvasElement).getByRole('button'))

export default { ...meta, title: 'Sell/Pay button' }

export const Default = story('default')
export const Fixed = story('fixed')
export const Working = story('working', press)
export const Refused = story('refused', press)
export const Closed = story('closed')
export const OtherCurrency = story('otherCurrency')
export const NotSet = story('notSet')
export const Loading = story('loading')
export const Failed = story('failed')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
