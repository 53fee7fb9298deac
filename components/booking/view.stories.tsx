import { userEvent, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { booking } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(booking, states)

const pickTime: NonNullable<Parameters<typeof story>[1]> = async ({ canvasElement }) => {
  const canvas = within(canvasElement)
  await userEvent.click(await canvas.findByRole('button', { name: '18:00' }))
  await canvas.findByRole('dialog')
}

export default { ...meta, title: 'Book/Booking' }

export const Default = story('default')
export const Services = story('services')
export const OwnBooking = story('ownBooking')
export const Held = story('held', pickTime)
export const Taken = story('taken', pickTime)
export const FewTimes = story('fewTimes')
export const FullDay = story('fullDay')
export const SlotsFailed = story('slotsFailed')
export const Late = story('late')
export const NoServices = story('noServices')
export const Loading = story('loading')
export const Failed = story('failed')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
