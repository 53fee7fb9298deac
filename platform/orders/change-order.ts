/** Every change of an order's status: locked, checked against the table, written with its event. */
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { OrderStatus } from '#model/shop/orders.ts'
import type { OrderAction } from '#platform/contract/merchant.ts'
import type { ShopOrderTable } from '#platform/db/commerce-tables.ts'
import { redeemClaim, releaseClaim } from '#platform/coupons/claims.ts'
import { releaseSales } from '#platform/flash-sales/take-sales.ts'
import { addPoints, findMemberOf, pointsFor } from '#platform/members/points.ts'
import { stampForOrder, takeStampBack } from '#platform/members/stamps.ts'
import { cancelOpenPayments, refundCaptured } from '#platform/payments/refunds.ts'
import { followOrder } from '#platform/kitchen/tickets.ts'
import { issueReceipt } from '#platform/receipts/issue-receipt.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { businessDate } from '#platform/shop/opening.ts'
import { returnTip } from '#platform/tips/settle-tip.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { releaseReserved, returnStock, takeReserved } from '#platform/stock/order-stock.ts'
import { canMove, isCalledOff, statusAfter } from './order-machine.ts'
import { releaseQuarter } from './promise.ts'

type OrderRow = Selectable<ShopOrderTable>

/** Holds the order until the commit. Undefined when this shop has none of this id. */
export async function lockOrder({ tx, programId }: ShopTx, orderId: string): Promise<OrderRow | undefined> {
  if (!isId(orderId)) return undefined
  return tx
    .selectFrom('shop_order')
    .selectAll()
    .where('program_id', '=', programId)
    .where('id', '=', orderId)
    .forUpdate()
    .executeTakeFirst()
}

/**
 * What the counter does with an order. Calling it off gives money and points back; completing one that was to be paid
 * at the counter takes it as paid.
 * @param restock - of an order that is called off: what it took is put back on the shelf
 * @throws ShopRefusal `not-found`, or `conflict` for a move that the order's status does not allow
 */
export async function actOnOrder(
  at: ShopTx,
  orderId: string,
  action: OrderAction,
  { actor, reason, restock = true }: { readonly actor: string; readonly reason: string; readonly restock?: boolean },
): Promise<void> {
  const order = await lockOrder(at, orderId)
  // The counter does not know of drafts.
  if (!order || order.number === null) throw new ShopRefusal('not-found', 'There is no such order', [orderId])
  const to = statusAfter[action]
  if (to === 'out_for_delivery' && order.channel !== 'delivery')
    throw new ShopRefusal('conflict', 'This order is not delivered', [orderId])
  const moved = await moveOrder(at, order, to, actor, reason)
  await followOrder(at, orderId, to)
  if (isCalledOff(to) && restock) await returnStock(at, { orderId, what: 'all', ref: `order:${orderId}`, actor })
  if (isCalledOff(to)) {
    await releaseSales(at, orderId, moved.visitor_id)
    await giveBack(at, moved)
  }
  if (to === 'completed' && isUnpaid(moved)) {
    await cancelOpenPayments(at, orderId)
    await markPaid(at, moved)
  }
}

/** A payment may have been begun; should it still arrive for an order that is settled, it goes back. */
export function isUnpaid({ pay_status }: Pick<OrderRow, 'pay_status'>): boolean {
  return pay_status === 'unpaid' || pay_status === 'pending' || pay_status === 'failed'
}

/** Gives a draft its number: it is now the shop's to cook. */
export async function placeDraft(at: ShopTx, orderId: string, payStatus: 'paid' | 'unpaid'): Promise<void> {
  const order = await lockOrder(at, orderId)
  if (!order) throw new Error(`Order ${orderId} is gone`)
  await moveOrder(at, order, 'placed', payStatus === 'paid' ? 'system' : 'visitor', '', await nextNumber(at))
  if (payStatus === 'paid') await markPaid(at, order)
}

/** The draft's time is over. False when it is no draft any more. */
export async function expireDraft(at: ShopTx, orderId: string): Promise<boolean> {
  const order = await lockOrder(at, orderId)
  if (order?.status !== 'draft' || !order.expires_at || order.expires_at.getTime() > at.now.epochMilliseconds)
    return false
  await moveOrder(at, order, 'expired', 'system', '')
  await releaseSales(at, orderId, order.visitor_id)
  return true
}

/** The money is there: in the till, or with the provider. Makes the receipt and earns the member's points, once. */
export async function markPaid(
  at: ShopTx,
  order: Pick<OrderRow, 'id' | 'visitor_id' | 'total_minor' | 'currency'>,
): Promise<void> {
  await at.tx
    .updateTable('shop_order')
    .set((eb) => ({ pay_status: 'paid', paid_at: sql<Date>`now()`, version: eb('version', '+', 1) }))
    .where('program_id', '=', at.programId)
    .where('id', '=', order.id)
    .execute()
  at.emit('order', order.id)
  // Before the wallet: whoever takes the next number of a day may go on to the same wallet.
  await issueReceipt(at, order.id)
  await earnForOrder(at, order)
}

/** Also for orders that were paid shortly before their customer joined. */
export async function earnForOrder(
  at: ShopTx,
  order: Pick<OrderRow, 'id' | 'visitor_id' | 'total_minor' | 'currency'>,
): Promise<void> {
  const member = await findMemberOf(at, order.visitor_id)
  if (!member) return
  await stampForOrder(at, member.id, order)
  const { points_per_unit, name } = await loadShop(at)
  const points = pointsFor(order.total_minor, order.currency, points_per_unit)
  const isNew = await addPoints(at, {
    memberId: member.id,
    kind: 'earn',
    delta: points,
    ref: `order:${order.id}`,
    label: name,
  })
  if (!isNew) return
  await at.tx
    .updateTable('shop_order')
    .set((eb) => ({ points_earned: points, version: eb('version', '+', 1) }))
    .where('program_id', '=', at.programId)
    .where('id', '=', order.id)
    .execute()
  at.emit('order', order.id)
  at.emit('member', member.id)
}

async function giveBack(at: ShopTx, order: OrderRow): Promise<void> {
  await cancelOpenPayments(at, order.id)
  await refundCaptured(at, order.id, order.reason || order.status)
  await returnTip(at, order.id)
  const member = await findMemberOf(at, order.visitor_id)
  if (!member) return
  await takeStampBack(at, member.id, order.id)
  if (order.points_earned === 0) return
  const { name } = await loadShop(at)
  await addPoints(at, {
    memberId: member.id,
    kind: 'reverse',
    delta: -order.points_earned,
    ref: `order:${order.id}`,
    takesBack: `order:${order.id}`,
    label: name,
  })
  await at.tx
    .updateTable('shop_order')
    .set({ points_earned: 0 })
    .where('program_id', '=', at.programId)
    .where('id', '=', order.id)
    .execute()
  at.emit('member', member.id)
}

/**
 * Writes a move with its event. The order must be locked.
 * @throws ShopRefusal `conflict` for a move that is not in the table
 */
export async function moveOrder(
  at: ShopTx,
  order: OrderRow,
  to: OrderStatus,
  actor: string,
  reason: string,
  placing?: { readonly businessDate: string; readonly number: number },
): Promise<OrderRow> {
  if (!canMove(order.status, to))
    throw new ShopRefusal('conflict', `An order that is ${order.status} cannot become ${to}`, [order.id])
  const moved = await at.tx
    .updateTable('shop_order')
    .set((eb) => ({
      status: to,
      version: eb('version', '+', 1),
      ...(reason && { reason }),
      ...(isCalledOff(to) && { quarter_at: null }),
      ...(placing && {
        business_date: placing.businessDate,
        number: placing.number,
        placed_at: sql<Date>`now()`,
        expires_at: null,
      }),
    }))
    .where('program_id', '=', at.programId)
    .where('id', '=', order.id)
    .where('status', '=', order.status)
    .returningAll()
    .executeTakeFirst()
  if (!moved) throw new ShopRefusal('conflict', 'Somebody else was faster', [order.id])
  await at.tx
    .insertInto('order_event')
    .values({
      ...at.keys,
      order_id: order.id,
      seq: sql<number>`(SELECT coalesce(max(seq), 0) + 1 FROM order_event WHERE program_id = ${at.programId} AND order_id = ${order.id})`,
      from_status: order.status,
      to_status: to,
      actor,
      reason,
    })
    .execute()
  if (isCalledOff(to) && order.quarter_at !== null) await releaseQuarter(at, order.quarter_at)
  if (to === 'placed') await takeReserved(at, order.id, actor)
  else if (isCalledOff(to)) await releaseReserved(at, order.id)
  if (moved.coupon_claim_id !== null) {
    if (to === 'placed') await redeemClaim(at, order.id)
    if (isCalledOff(to)) await releaseClaim(at, order.id)
  }
  at.emit('order', order.id)
  return moved
}

/**
 * The next number of the business day. Its row is held until the commit, so numbers have no gaps and follow the order
 * of the commits.
 */
async function nextNumber(at: ShopTx): Promise<{ businessDate: string; number: number }> {
  const shop = await loadShop(at)
  const date = businessDate(shop.time_zone, shop.day_starts, at.now)
  const day = await at.tx
    .insertInto('business_day')
    .values({ ...at.keys, date, last_number: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'program_id', 'date'])
        .doUpdateSet((eb) => ({ last_number: eb('business_day.last_number', '+', 1) })),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return { businessDate: date, number: day.last_number }
}
