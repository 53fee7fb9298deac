import { situations as booking } from '../booking/situations.ts'
import { situations as checkIn } from '../check-in/situations.ts'
import { situations as couponWall } from '../coupon-wall/situations.ts'
import { situations as membershipCard } from '../membership-card/situations.ts'
import { situations as menu } from '../menu/situations.ts'
import { situations as orderStatus } from '../order-status/situations.ts'
import { situations as ownOrders } from '../own-orders/situations.ts'
import { situations as payButton } from '../pay-button/situations.ts'
import { situations as pointsRewards } from '../points-rewards/situations.ts'
import { situations as stampCard } from '../stamp-card/situations.ts'
import type { BlockSituations } from '../kit/situations.ts'

/** What each block brings, by its type. */
export const blockSituations: { readonly [type: string]: BlockSituations } = {
  booking,
  'check-in': checkIn,
  'coupon-wall': couponWall,
  'membership-card': membershipCard,
  menu,
  'order-status': orderStatus,
  'own-orders': ownOrders,
  'pay-button': payButton,
  'points-rewards': pointsRewards,
  'stamp-card': stampCard,
}
