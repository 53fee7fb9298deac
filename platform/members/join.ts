import { randomInt } from 'node:crypto'
import type { JoinRequest } from '#model/shop/members.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { earnForOrder } from '#platform/orders/change-order.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { recordConsent } from './consent.ts'
import { normalisePhone } from './phone.ts'

/** Orders paid so shortly before joining still earn their points. */
const creditedHours = 24

/** @throws ShopRefusal `already-member` */
export async function join(at: ShopTx, visitorId: string, request: JoinRequest): Promise<{ memberId: string }> {
  const orders = await lockRecentOrders(at, visitorId)
  await recordConsent(at, visitorId, 'membership')
  const shop = await loadShop(at)
  const memberId = await insertMember(at, visitorId, request.name.trim(), normalisePhone(request.phone, shop.phone))
  await at.tx
    .insertInto('wallet')
    .values({ ...at.keys, id: uuidv7(), member_id: memberId, kind: 'points' })
    .execute()
  for (const order of orders) if (order.pay_status === 'paid') await earnForOrder(at, order)
  at.emit('member', memberId)
  return { memberId }
}

/**
 * Held before the member exists: a payment that is arriving either is there by now and earns below, or waits and finds
 * the member.
 */
async function lockRecentOrders({ tx, programId, now }: ShopTx, visitorId: string) {
  return tx
    .selectFrom('shop_order')
    .selectAll()
    .where('program_id', '=', programId)
    .where('visitor_id', '=', visitorId)
    .where('created_at', '>', new Date(now.subtract({ hours: creditedHours }).epochMilliseconds))
    .orderBy('id')
    .forUpdate()
    .execute()
}

async function insertMember(
  { tx, keys, programId }: ShopTx,
  visitorId: string,
  name: string,
  phone: string,
): Promise<string> {
  const id = uuidv7()
  for (;;) {
    const inserted = await tx
      .insertInto('member')
      .values({ ...keys, id, visitor_id: visitorId, card_no: randomCardNo(), name, phone })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (inserted) return id
    const own = await tx
      .selectFrom('member')
      .select('id')
      .where('program_id', '=', programId)
      .where('visitor_id', '=', visitorId)
      .executeTakeFirst()
    if (own) throw new ShopRefusal('already-member', 'This visitor has a card')
  }
}

/** Ten digits that do not start with 0, so that no spreadsheet shortens them. */
function randomCardNo(): string {
  return String(randomInt(1_000_000_000, 9_999_999_999 + 1))
}
