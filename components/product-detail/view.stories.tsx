import { userEvent, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { productDetail } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(productDetail, states)

export default { ...meta, title: 'Sell/Product' }

export const Default = story('default')
export const Plain = story('plain')
export const WithoutPicture = story('withoutPicture')
export const OnSale = story('onSale')
export const Added = story('added', async ({ canvasElement }) => {
  const canvas = within(canvasElement)
  await userEvent.click(await canvas.findByRole('button', { name: /^(One .* more|加一份)/ }))
  await userEvent.click(await canvas.findByRole('button', { name: /^(Add to cart|加入购物车)/ }))
  await canvas.findByRole('button', { name: /^(Open the cart, 2 items|打开购物车，共 2 件)/ })
})
export const SoldOut = story('soldOut')
export const ReadingOnly = story('readingOnly')
export const Gone = story('gone')
export const Empty = story('empty')
export const Loading = story('loading')
export const Failed = story('failed')
export const Fresh = story('fresh')
export const Longest = story('longest')
