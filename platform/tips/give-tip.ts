import { sql } from 'kysely'
import { z } from 'zod/mini'
import { tipDays, tipMinor } from '#model/shop/tip-amounts.ts'
import type { TipRequest } from '#model/shop/tips.ts'
import { lockOrder } from '#platform/orders/change-order.ts'
import { isCalledOff } from '#platform/orders/order-machine.ts'
import { createPayment } from '#platform/payments/create-payment.ts'
import type { LiveNode } from '#platform/payments/pay-direct.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { scheduleTimer } from '#platform/shop/timers.ts'

const payMinutes = 15
const mostTypedMinor = 10_000_000

/** What of a tip block's properties decides about money. */
const tipBlock = z.object({
  title: z.string(),
  kind: z.enum(['percent', 'amount']),
  percents: z.array(z.object({ percent: z.number() })),
  amounts: z.array(z.object({ amountMinor: z.nullable(z.number()) })),
  typed: z.boolean(),
  mostMinor: z.nullable(z.number()),
})

/**
 * Begins the payment of a tip for an own order, of what the published block offers. A way to pay that was begun before and
 * led nowhere is closed, so that one intention is one payment.
 * @throws ShopRefusal `not-found` for an order that is not theirs, or a block that is not live; `conflict` for an order
 *   that was called off, is not placed or too long ago, or has its tip already; `amount-out-of-range` for what the block
 *   does not offer
 */
export async function giveTip(
  at: ShopTx,
  visitorId: string,
  request: TipRequest,
  node: LiveNode | undefined,
  returnUrl: string,
): Promise<{ paymentId: string }> {
  const block = node?.type === 'tip' ? tipBlock.safeParse(node.props) : undefined
  if (!block?.success) throw new ShopRefusal('not-found', 'There is no such tip block', [request.nodeId])
  const order = await lockOrder(at, request.orderId)
  if (order?.visitor_id !== visitorId) throw new ShopRefusal('not-found', 'There is no such order', [request.orderId])
  const since = at.now.subtract({ hours: tipDays * 24 }).epochMilliseconds
  if (order.placed_at === null || isCalledOff(order.status) || order.placed_at.getTime() < since)
    throw new ShopRefusal('conflict', 'This order takes no tip', [order.id])
  await closeEarlier(at, order.id)
  const shop = await loadShop(at)
  const paymentId = await createPayment(at, {
    orderId: null,
    nodeId: request.nodeId,
    visitorId,
    amountMinor: amountOf(block.data, request, order.total_minor),
    currency: order.currency,
    subject: block.data.title || shop.name,
    note: `#${order.number ?? ''}`,
    returnUrl,
    expiresAt: new Date(at.now.add({ minutes: payMinutes }).epochMilliseconds),
  })
  await at.tx
    .insertInto('order_tip')
    .values({ ...at.keys, payment_id: paymentId, order_id: order.id })
    .execute()
  return { paymentId }
}

async function closeEarlier(at: ShopTx, orderId: string): Promise<void> {
  const earlier = await at.tx
    .selectFrom('order_tip')
    .innerJoin('payment', (join) =>
      join.onRef('payment.program_id', '=', 'order_tip.program_id').onRef('payment.id', '=', 'order_tip.payment_id'),
    )
    .select(['payment.id', sql<boolean>`order_tip.standing_since IS NOT NULL`.as('stands')])
    .where('order_tip.program_id', '=', at.programId)
    .where('order_tip.order_id', '=', orderId)
    .where((eb) =>
      eb.or([
        eb('order_tip.standing_since', 'is not', null),
        eb('payment.status', 'in', ['created', 'pending', 'unknown']),
      ]),
    )
    .orderBy('payment.id')
    .execute()
  if (earlier.some(({ stands }) => stands)) throw new ShopRefusal('conflict', 'This order has its tip', [orderId])
  for (const { id } of earlier) await scheduleTimer(at, 'payment-close', id, 'now')
}

function amountOf(block: z.infer<typeof tipBlock>, { percent, amountMinor }: TipRequest, totalMinor: number): number {
  const refused = new ShopRefusal('amount-out-of-range', 'The block offers no such tip')
  if ((percent === null) === (amountMinor === null)) throw refused
  if (percent !== null) {
    if (block.kind !== 'percent' || !block.percents.some((each) => each.percent === percent)) throw refused
    const minor = tipMinor(totalMinor, percent)
    if (minor < 1) throw refused
    return minor
  }
  const isOffered = block.kind === 'amount' && block.amounts.some((each) => each.amountMinor === amountMinor)
  const isWithin = block.typed && (amountMinor ?? 0) <= Math.min(block.mostMinor ?? mostTypedMinor, mostTypedMinor)
  if (!isOffered && !isWithin) throw refused
  return amountMinor ?? 0
}
