import { randomBytes } from 'node:crypto'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { businessDate } from '#platform/shop/opening.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

/**
 * Gives an order its receipt, with the next number of the business day on which the money came. Call it in the transaction
 * that takes the money, with the order locked. The day's row is held until the commit, so numbers have no gap.
 */
export async function issueReceipt(at: ShopTx, orderId: string): Promise<void> {
  const { name, address, phone, time_zone, day_starts } = await loadShop(at)
  const date = businessDate(time_zone, day_starts, at.now)
  const day = await at.tx
    .insertInto('business_day')
    .values({ ...at.keys, date, last_number: 0, last_receipt: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'program_id', 'date'])
        .doUpdateSet((eb) => ({ last_receipt: eb('business_day.last_receipt', '+', 1) })),
    )
    .returning('last_receipt')
    .executeTakeFirstOrThrow()
  await at.tx
    .insertInto('receipt')
    .values({
      ...at.keys,
      id: uuidv7(),
      order_id: orderId,
      business_date: date,
      number: day.last_receipt,
      key: randomBytes(16).toString('base64url'),
      seller: JSON.stringify({ name, address, phone }),
    })
    .execute()
}

/** `20261122-0017`: sorts by day, and by number within it. */
export function receiptNumber(businessDay: string, number: number): string {
  return `${businessDay.replaceAll('-', '')}-${String(number).padStart(4, '0')}`
}
