import type { Selectable, SelectQueryBuilder } from 'kysely'
import type { Order, OrderLine } from '#model/shop/orders.ts'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import type { OrderRefundTable, ShopOrderTable } from '#platform/db/commerce-tables.ts'
import type { Tables } from '#platform/db/tables.ts'
import { loadTickets } from '#platform/kitchen/load-tickets.ts'
import type { ReceiptTable } from '#platform/db/receipt-tables.ts'
import { receiptNumber } from '#platform/receipts/issue-receipt.ts'
import { loadTips } from '#platform/tips/settle-tip.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

import { loadOrderStock } from '#platform/stock/load-stock.ts'

type At = Pick<ShopTx, 'tx' | 'programId'>
type OrderQuery = SelectQueryBuilder<Tables, 'shop_order', object>

/** @param narrow - which of the shop's orders, and in which order */
export async function loadOrders(
  { tx, programId }: At,
  narrow: (query: OrderQuery) => OrderQuery,
): Promise<MerchantOrder[]> {
  const rows = await narrow(tx.selectFrom('shop_order').where('shop_order.program_id', '=', programId))
    .leftJoin('member', (join) =>
      join
        .onRef('member.program_id', '=', 'shop_order.program_id')
        .onRef('member.visitor_id', '=', 'shop_order.visitor_id'),
    )
    .selectAll('shop_order')
    .select('member.name as memberName')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const lines = await tx
    .selectFrom('order_line')
    .selectAll()
    .where('program_id', '=', programId)
    .where('order_id', 'in', ids)
    .orderBy('seq')
    .execute()
  const events = await tx
    .selectFrom('order_event')
    .select(['order_id', 'to_status', 'at'])
    .where('program_id', '=', programId)
    .where('order_id', 'in', ids)
    .orderBy('seq')
    .execute()
  const refunds = await tx
    .selectFrom('order_refund')
    .selectAll()
    .where('program_id', '=', programId)
    .where('order_id', 'in', ids)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const tickets = await loadTickets({ tx, programId }, ids)
  const stock = await loadOrderStock({ tx, programId }, ids)
  const receipts = await tx
    .selectFrom('receipt')
    .select(['order_id', 'business_date', 'number', 'key'])
    .where('program_id', '=', programId)
    .where('order_id', 'in', ids)
    .execute()
  const receiptOf = new Map(receipts.map((receipt) => [receipt.order_id, receipt]))
  const tips = await loadTips({ tx, programId }, ids)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    status: row.status,
    payStatus: row.pay_status,
    channel: row.channel,
    tableLabel: row.table_label,
    lines: lines.filter((line) => line.order_id === row.id).map(presentLine),
    currency: row.currency,
    subtotalMinor: row.subtotal_minor,
    discountMinor: row.discount_minor,
    ...(row.coupon_claim_id !== null && {
      coupon: { id: row.coupon_claim_id, title: row.coupon_title ?? '', takesOffMinor: row.coupon_minor },
    }),
    ...(row.zone_name !== null && { delivery: { zoneName: row.zone_name, feeMinor: row.delivery_minor } }),
    ...presentOrderTax(row),
    totalMinor: row.total_minor,
    ...(tips.has(row.id) && { tip: { amountMinor: tips.get(row.id) ?? 0 } }),
    createdAtIso: row.created_at.toISOString(),
    placedAtIso: row.placed_at?.toISOString() ?? null,
    ...(row.promised_at && { promise: { atIso: row.promised_at.toISOString(), isAsap: row.promised_asap } }),
    ...presentRefunds(refunds.filter((refund) => refund.order_id === row.id)),
    ...presentReceipt(receiptOf.get(row.id)),
    pointsEarned: row.points_earned,
    timeline: events
      .filter((event) => event.order_id === row.id)
      .map(({ to_status, at }) => ({ status: to_status, atIso: at.toISOString() })),
    reason: row.reason,
    version: row.version,
    contactPhone: row.contact_phone,
    memberName: row.memberName,
    ...(row.deliver_to && { deliverTo: row.deliver_to }),
    ...(tickets.has(row.id) && { tickets: [...(tickets.get(row.id) ?? [])] }),
    ...(stock.has(row.id) && { stock: stock.get(row.id) }),
  }))
}

/** @param visitorId - finds it only if it is theirs */
export async function findOrder(at: At, orderId: string, visitorId?: string): Promise<MerchantOrder | undefined> {
  if (!isId(orderId)) return undefined
  const found = await loadOrders(at, (query) => {
    const byId = query.where('shop_order.id', '=', orderId)
    return visitorId === undefined ? byId : byId.where('shop_order.visitor_id', '=', visitorId)
  })
  return found[0]
}

/** A customer's own, newest first. */
export async function loadOwnOrders(at: At, visitorId: string, origin: string): Promise<Order[]> {
  const orders = await loadOrders(at, (query) =>
    query.where('shop_order.visitor_id', '=', visitorId).orderBy('shop_order.created_at', 'desc').limit(50),
  )
  return orders.map((order) => presentToCustomer(order, origin))
}

/**
 * What the shop notes about the customer is not sent back.
 * @param origin - of the program
 */
export function presentToCustomer(
  {
    contactPhone: _phone,
    memberName: _name,
    stock: _stock,
    tickets: _tickets,
    deliverTo: _deliverTo,
    receipt,
    ...order
  }: MerchantOrder,
  origin: string,
): Order {
  return receipt ? { ...order, receipt: { ...receipt, url: origin + receipt.url } } : order
}

function presentOrderTax({
  tax_mode: mode,
  taxes,
  tax_minor: taxMinor,
}: Pick<Selectable<ShopOrderTable>, 'tax_mode' | 'taxes' | 'tax_minor'>): Pick<Order, 'tax'> {
  return mode === 'none' ? {} : { tax: { mode, taxMinor, rates: [...taxes] } }
}

function presentReceipt(
  row: Pick<Selectable<ReceiptTable>, 'business_date' | 'number' | 'key'> | undefined,
): Pick<Order, 'receipt'> {
  if (!row) return {}
  return { receipt: { number: receiptNumber(row.business_date, row.number), url: visitorPaths.receipt(row.key) } }
}

const refundStates = { requested: 'under-way', succeeded: 'done', failed: 'failed' } as const

function presentRefunds(rows: readonly Selectable<OrderRefundTable>[]): Pick<Order, 'refunds'> {
  if (rows.length === 0) return {}
  return {
    refunds: rows.map((row) => ({
      amountMinor: row.amount_minor,
      atIso: row.created_at.toISOString(),
      state: refundStates[row.status],
      isCash: row.refund_id === null,
      reason: row.reason,
    })),
  }
}

function presentLine(line: {
  dish_id: string
  name: string
  variant_name: string
  modifiers: OrderLine['modifiers']
  note: string
  quantity: number
  unit_minor: number
  total_minor: number
}): OrderLine {
  return {
    dishId: line.dish_id,
    name: line.name,
    variantName: line.variant_name,
    modifiers: line.modifiers,
    note: line.note,
    quantity: line.quantity,
    unitMinor: line.unit_minor,
    totalMinor: line.total_minor,
  }
}
