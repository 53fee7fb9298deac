import { expect, userEvent, waitFor, within } from 'storybook/test'
import { blockStories } from '../kit/stories/stories.tsx'
import { menu } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(menu, states)

type Play = NonNullable<Parameters<typeof story>[1]>

const openCheckout: Play = async ({ canvasElement }) => {
  const canvas = within(canvasElement)
  await userEvent.click(await canvas.findByRole('button', { name: /^(Check out|去结算)$/ }))
  await canvas.findByRole('dialog', { name: /Your order|确认订单/ })
}
const placeOrder: Play = async (context) => {
  await openCheckout(context)
  const canvas = within(context.canvasElement)
  const pay = await canvas.findByRole('button', { name: /^(Pay|去支付)$/ })
  await waitFor(() => expect(pay).toBeEnabled())
  await userEvent.click(pay)
  await canvas.findByRole('alert')
}

export default { ...meta, title: 'Sell/Menu' }

export const Default = story('default')
export const Filled = story('filled')
export const Checkout = story('checkout', openCheckout)
export const PickupTimes = story('pickupTimes', async (context) => {
  await openCheckout(context)
  const canvas = within(context.canvasElement)
  await userEvent.click(await canvas.findByRole('radio', { name: /^(At a time I choose|选个时间来取)/ }))
  await userEvent.click(await canvas.findByRole('radio', { name: '12:30' }))
})
export const WithCoupons = story('withCoupons', openCheckout)
export const FewLeft = story('fewLeft')
export const NotEnough = story('notEnough', placeOrder)
export const ServedLater = story('servedLater')
export const CartChanged = story('cartChanged')
export const JustSoldOut = story('justSoldOut', placeOrder)
export const AnswerLost = story('answerLost', placeOrder)
export const OnTop = story('onTop')
export const WithoutPictures = story('withoutPictures')
export const ReadingOnly = story('readingOnly')
export const SoldOut = story('soldOut')
export const SomeSoldOut = story('someSoldOut')
export const MemberPrice = story('memberPrice', openCheckout)
export const PaymentFailed = story('paymentFailed', placeOrder)
export const Closed = story('closed')
export const ClosedButPlansAhead = story('closedButPlansAhead')
export const OrdersPaused = story('ordersPaused')
export const Empty = story('empty')
export const Loading = story('loading')
export const Failed = story('failed')
export const Fresh = story('fresh')
export const Longest = story('longest')
