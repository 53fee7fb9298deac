import { blockStories } from '../kit/stories/stories.tsx'
import { orderStatus } from './definition.ts'
import { states } from './states.ts'

const { meta, story } = blockStories(orderStatus, states)

export default { ...meta, title: 'Sell/Order status' }

export const Default = story('default')
export const Placed = story('placed')
export const Accepted = story('accepted')
export const BeingServed = story('beingServed')
export const ReadyForPickup = story('readyForPickup')
export const LunchRush = story('lunchRush')
export const PromisedSoon = story('promisedSoon')
export const PromisedForTomorrow = story('promisedForTomorrow')
export const Completed = story('completed')
export const TaxedWithReceipt = story('taxedWithReceipt')
export const MemberPoints = story('memberPoints')
export const ToPay = story('toPay')
export const PayFailed = story('payFailed')
export const PaidJustNow = story('paidJustNow')
export const PartlyPaidBack = story('partlyPaidBack')
export const OutForDelivery = story('outForDelivery')
export const Rejected = story('rejected')
export const Cancelled = story('cancelled')
export const Expired = story('expired')
export const Loading = story('loading')
export const Failed = story('failed')
export const Fresh = story('fresh')
export const Empty = story('empty')
export const Longest = story('longest')
