import type { Order } from '#model/shop/orders.ts'
import { sampleOrder } from '../kit/sample-order.ts'
import type { BlockSituations } from '../kit/situations.ts'

export const unpaid: Partial<Order> = { status: 'draft', number: null, placedAtIso: null, timeline: [] }

export const situations: BlockSituations = {
  'lunch-rush': { visitor: (scene) => ({ order: sampleOrder(scene, { number: 86, status: 'accepted' }) }) },
  'gold-member': {
    visitor: (scene) => {
      const order = sampleOrder(scene, { status: 'completed' })
      return {
        order: { ...order, pointsEarned: Math.floor(order.totalMinor / 100) * scene.shopData.membership.pointsPerUnit },
      }
    },
  },
  'payment-failed': { visitor: (scene) => ({ order: sampleOrder(scene, { ...unpaid, payStatus: 'failed' }) }) },
}
