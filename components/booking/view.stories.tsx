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
export const Staff = story('staff')
export const Terms = story('terms', pickTime)
export const Requested = story('requested', async (context) => {
  await pickTime(context)
  const sheet = within(context.canvasElement)
  await userEvent.type(await sheet.findByLabelText(/Name|姓名/), 'Lin')
  await userEvent.type(await sheet.findByLabelText(/Phone|手机/), '13800138000')
  await userEvent.click(await sheet.findByRole('checkbox'))
  await userEvent.click(await sheet.findByRole('button', { name: /Book and pay|预订并支付/ }))
  await sheet.findByText('M2TZ')
})
export const ClassSeats = story('classSeats')
export const Nights = story('nights', async ({ canvasElement }) => {
  const canvas = within(canvasElement)
  await userEvent.click(await canvas.findByRole('radio', { name: /^(2 nights|2 晚)$/ }))
})
export const FullHouse = story('fullHouse')
export const Waiting = story('waiting')
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
