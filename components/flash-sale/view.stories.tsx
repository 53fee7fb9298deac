import { userEvent, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { flashSale } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(flashSale, states)

export default { ...meta, title: 'Sell/Flash sale' }

export const Default = story('default')
export const ToSwipe = story('toSwipe')
export const OnlyAnnounced = story('onlyAnnounced')
export const AllGone = story('allGone')
export const LastSeconds = story('lastSeconds')
export const InCart = story('inCart', async ({ canvasElement }) => {
  const canvas = within(canvasElement)
  await userEvent.click(await canvas.findByRole('button', { name: /^(Add |加一份)/ }))
  await canvas.findByRole('button', { name: /^(Open the cart, 1 item|打开购物车，共 1 件)/ })
})
export const SoldOut = story('soldOut')
export const ReadingOnly = story('readingOnly')
export const NoSale = story('noSale')
export const Gone = story('gone')
export const Loading = story('loading')
export const Failed = story('failed')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
