import { sql } from 'kysely'
import { addPoints, findMemberOf, pointsFor } from '#platform/members/points.ts'
import { takeStampBack } from '#platform/members/stamps.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

/**
 * The provider gave it back, or will not. The order must be locked.
 * @returns false when the refund is none that the shop gave
 */
export async function settleOrderRefund(
  at: ShopTx,
  refundId: string,
  outcome: 'succeeded' | 'failed',
): Promise<boolean> {
  const found = await at.tx
    .updateTable('order_refund')
    .set({ status: outcome, done_at: sql<Date>`now()` })
    .where('program_id', '=', at.programId)
    .where('refund_id', '=', refundId)
    .where('status', '=', 'requested')
    .returning(['id', 'order_id', 'amount_minor'])
    .executeTakeFirst()
  if (!found) return false
  const { id, order_id: orderId, amount_minor: amountMinor } = found
  await takeOff(at, { orderId, id, amountMinor, isGiven: outcome === 'succeeded' })
  return true
}

/** What was held is given, or stays; with what is given its points go. */
export async function takeOff(
  at: ShopTx,
  { orderId, id, amountMinor, isGiven }: { orderId: string; id: string; amountMinor: number; isGiven: boolean },
): Promise<void> {
  const given = isGiven ? amountMinor : 0
  const order = await at.tx
    .updateTable('shop_order')
    .set((eb) => ({
      refund_held_minor: eb('refund_held_minor', '-', amountMinor),
      refunded_minor: eb('refunded_minor', '+', given),
      version: eb('version', '+', 1),
      ...(isGiven && {
        pay_status: sql<'refunded'>`CASE WHEN pay_status NOT IN ('paid', 'part_refunded') THEN pay_status
          WHEN refunded_minor + ${given}::bigint = total_minor THEN 'refunded' ELSE 'part_refunded' END`,
      }),
    }))
    .where('program_id', '=', at.programId)
    .where('id', '=', orderId)
    .returningAll()
    .executeTakeFirstOrThrow()
  at.emit('order', orderId)
  const member = isGiven ? await findMemberOf(at, order.visitor_id) : undefined
  if (!member) return
  if (order.pay_status === 'refunded') await takeStampBack(at, member.id, orderId)
  if (order.points_earned === 0) return
  const { name, points_per_unit } = await loadShop(at)
  const left = Math.min(
    order.points_earned,
    pointsFor(order.total_minor - order.refunded_minor, order.currency, points_per_unit),
  )
  const isNew = await addPoints(at, {
    memberId: member.id,
    kind: 'reverse',
    delta: left - order.points_earned,
    ref: `refund:${id}`,
    takesBack: `order:${orderId}`,
    label: name,
  })
  if (!isNew) return
  await at.tx
    .updateTable('shop_order')
    .set({ points_earned: left })
    .where('program_id', '=', at.programId)
    .where('id', '=', orderId)
    .execute()
  at.emit('member', member.id)
}
