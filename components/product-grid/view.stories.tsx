import { expect, userEvent, waitFor, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { productGrid } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(productGrid, states)

export default { ...meta, title: 'Sell/Product grid' }

export const Default = story('default')
export const ThreeColumns = story('threeColumns')
export const ToSwipe = story('toSwipe')
export const WithDescriptions = story('withDescriptions')
export const OnSale = story('onSale')
export const Filled = story('filled', async ({ canvasElement }) => {
  const canvas = within(canvasElement)
  await userEvent.click(await canvas.findByRole('button', { name: /^(Check out|去结算)$/ }))
  await canvas.findByRole('dialog', { name: /Your order|确认订单/ })
  // The shop has said what it comes to.
  await waitFor(() => expect(canvas.getByRole('button', { name: /^(Pay|去支付)$/ })).toBeEnabled())
})
export const SomeSoldOut = story('someSoldOut')
export const SoldOut = story('soldOut')
export const ReadingOnly = story('readingOnly')
export const Closed = story('closed')
export const NothingFits = story('nothingFits')
export const Empty = story('empty')
export const Loading = story('loading')
export const Failed = story('failed')
export const Fresh = story('fresh')
export const Longest = story('longest')
