import type { Order } from '#model/shop/orders.ts'
import { sampleOrder } from '../kit/sample-order.ts'
import type { BlockSituations, Scene } from '../kit/situations.ts'

/** One that is being cooked and three of the last weeks. */
export function sampleOrders(scene: Scene): readonly Order[] {
  const daysAgo = (days: number) => new Date(scene.nowMs - days * 86_400_000).toISOString()
  const past = (id: string, days: number, change: Partial<Order> = {}) =>
    sampleOrder(scene, {
      id,
      status: 'completed',
      number: 10 + days,
      createdAtIso: daysAgo(days),
      placedAtIso: daysAgo(days),
      ...change,
    })
  return [
    sampleOrder(scene),
    past('order-2', 3, { channel: 'pickup', tableLabel: null }),
    past('order-3', 8, { payStatus: 'part_refunded' }),
    past('order-4', 15, { status: 'rejected', payStatus: 'refunded' }),
  ]
}

export const situations: BlockSituations = {
  'lunch-rush': { visitor: (scene) => ({ orders: [sampleOrder(scene, { number: 86, status: 'accepted' })] }) },
  'first-visit': { visitor: () => ({ orders: [] }) },
  'gold-member': { visitor: (scene) => ({ orders: sampleOrders(scene) }) },
}
