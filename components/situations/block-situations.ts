import { situations as booking } from '../booking/situations.ts'
import { situations as couponWall } from '../coupon-wall/situations.ts'
import { situations as membershipCard } from '../membership-card/situations.ts'
import { situations as menu } from '../menu/situations.ts'
import { situations as orderStatus } from '../order-status/situations.ts'
import { situations as ownOrders } from '../own-orders/situations.ts'
import { situations as payButton } from '../pay-button/situations.ts'
import type { BlockSituations } from '../kit/situations.ts'

/** What each block brings, by its type. */
export const blockSituations: { readonly [type: string]: BlockSituations } = {
  booking,
  'coupon-wall': couponWall,
  'membership-card': membershipCard,
  menu,
  'order-status': orderStatus,
  'own-orders': ownOrders,
  'pay-button': payButton,
}
