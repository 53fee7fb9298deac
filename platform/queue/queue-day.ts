import { openState, businessDate } from '#platform/shop/opening.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

export interface QueueDay {
  /** `YYYY-MM-DD`: the business day that it is. */
  readonly day: string
  readonly isTaking: boolean
  readonly isShopOpen: boolean
}

export async function loadQueueDay(at: ShopTx): Promise<QueueDay> {
  const shop = await loadShop(at)
  const given = await at.tx
    .selectFrom('queue_switch')
    .select('is_taking')
    .where('program_id', '=', at.programId)
    .executeTakeFirst()
  return {
    day: businessDate(shop.time_zone, shop.day_starts, at.now),
    isTaking: given?.is_taking ?? true,
    isShopOpen: openState(shop.hours, shop.time_zone, at.now).isOpen,
  }
}
