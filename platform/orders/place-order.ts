import { sql } from 'kysely'
import type { PlaceOrderRequest } from '#model/shop/orders.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { lockClaim } from '#platform/coupons/claims.ts'
import { takesOf } from '#platform/flash-sales/share-sales.ts'
import { takeSales } from '#platform/flash-sales/take-sales.ts'
import { createPayment } from '#platform/payments/create-payment.ts'
import { recordConsent } from '#platform/members/consent.ts'
import { normalisePhone } from '#platform/members/phone.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { scheduleTimer } from '#platform/shop/timers.ts'
import { reserveStock } from '#platform/stock/order-stock.ts'
import { findVia } from '#platform/shop/via.ts'
import { placeDraft } from './change-order.ts'
import { chargesTheSame } from './price-cart.ts'
import { keepPromise, wallTextOf } from './promise.ts'
import { quarterOf } from './promise-times.ts'
import { priceRequest, quoteMinutes } from './quote.ts'
import type { PricedRequest } from './quote.ts'

/** A draft waits this long for its payment. */
export const unpaidMinutes = 15

export type PlacedIds = { readonly orderId: string; readonly paymentId: string | null }

interface Placing {
  readonly visitorId: string
  readonly language: ShopLanguage
  /** Where the cashier sends the customer back to, given the order's id. */
  readonly returnUrl: (orderId: string) => string
}

/**
 * Turns a quote into an order. Paid at the counter it is placed at once and has its number; paid online it is a draft
 * until the money is there.
 * @throws ShopRefusal `quote-expired`; `price-changed` when the same cart costs something else by now; `conflict` when
 *   the quote was ordered already; `not-enough` when less is left than it wants; `coupon-unusable` when its coupon went to another order this very moment; `slot-taken`
 *   when it cannot be ready about when the quote said; every refusal that a quote can have
 */
export async function placeOrder(at: ShopTx, request: PlaceOrderRequest, placing: Placing): Promise<PlacedIds> {
  const { visitorId } = placing
  const quote = await loadQuote(at, request.quoteId, visitorId)
  const priced = await priceRequest(at, visitorId, quote.request, placing.language, { graceMinutes: quoteMinutes })
  if (!chargesTheSame(priced.bill, quote)) throw new ShopRefusal('price-changed', 'Prices changed since the quote')
  const orderId = uuidv7()
  const { shop } = priced
  const promised =
    priced.promised && (await keepPromise(at, shop.orders_per_quarter, priced.promised, quote.promisedAt))
  const contactPhone = request.contactPhone?.trim() ? normalisePhone(request.contactPhone, priced.shop.phone) : null
  const inserted = await at.tx
    .insertInto('shop_order')
    .values({
      ...at.keys,
      id: orderId,
      quote_id: quote.id,
      visitor_id: visitorId,
      via: await findVia(at, visitorId),
      channel: quote.request.channel,
      table_id: quote.request.tableId,
      table_label: priced.tableLabel,
      pay_at: request.payAt,
      status: 'draft',
      pay_status: 'unpaid',
      currency: priced.shop.currency,
      subtotal_minor: priced.bill.subtotalMinor,
      discount_minor: priced.bill.discountMinor,
      coupon_minor: priced.bill.couponMinor,
      coupon_claim_id: priced.coupon?.claimId ?? null,
      coupon_title: priced.coupon?.title ?? null,
      tax_mode: priced.bill.tax.mode,
      taxes: JSON.stringify(priced.bill.tax.rates),
      tax_minor: priced.bill.tax.taxMinor,
      tax_added_minor: priced.bill.tax.addedMinor,
      ...(priced.delivery?.to && {
        deliver_to: JSON.stringify(priced.delivery.to),
        zone_name: priced.delivery.zone.name,
        delivery_minor: priced.bill.deliveryMinor,
      }),
      total_minor: priced.bill.totalMinor,
      contact_phone: contactPhone,
      ...(promised && {
        promised_at: promised.at.toString(),
        promised_wall: wallTextOf(promised.at, shop.time_zone),
        promised_asap: promised.isAsap,
        quarter_at: quarterOf(promised.at).toString(),
      }),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'program_id', 'quote_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) throw new ShopRefusal('conflict', 'This quote was ordered already')
  await reserveStock(at, orderId, quote.request.lines)
  if (priced.coupon) {
    const { claimId } = priced.coupon
    await lockClaim(at, { claimId, visitorId, orderId, amountMinor: priced.bill.couponMinor })
  }
  await takeSales(at, { orderId, visitorId, takes: takesOf(priced.asked) })
  await insertLines(at, orderId, priced)
  await insertFirstEvent(at, orderId)
  if (contactPhone !== null) await recordConsent(at, visitorId, 'order-contact')
  at.emit('order', orderId)
  if (request.payAt === 'counter' || priced.bill.totalMinor === 0) {
    await placeDraft(at, orderId, priced.bill.totalMinor === 0 ? 'paid' : 'unpaid')
    return { orderId, paymentId: null }
  }
  const expiresAt = new Date(at.now.add({ minutes: unpaidMinutes }).epochMilliseconds)
  await at.tx
    .updateTable('shop_order')
    .set({ expires_at: expiresAt, pay_status: 'pending' })
    .where('program_id', '=', at.programId)
    .where('id', '=', orderId)
    .execute()
  await scheduleTimer(at, 'order-expiry', orderId, expiresAt)
  const paymentId = await createPayment(at, {
    orderId,
    nodeId: null,
    visitorId,
    amountMinor: priced.bill.totalMinor,
    currency: priced.shop.currency,
    subject: priced.shop.name,
    note: '',
    returnUrl: placing.returnUrl(orderId),
    expiresAt,
  })
  return { orderId, paymentId }
}

async function loadQuote({ tx, programId }: ShopTx, quoteId: string, visitorId: string) {
  const row = isId(quoteId)
    ? await tx
        .selectFrom('quote')
        .select([
          'id',
          'request',
          'lines',
          'discount_minor',
          'coupon_minor',
          'subtotal_minor',
          'total_minor',
          'promised_at',
        ])
        .select(sql<boolean>`expires_at <= now()`.as('isExpired'))
        .where('program_id', '=', programId)
        .where('id', '=', quoteId)
        .where('visitor_id', '=', visitorId)
        .executeTakeFirst()
    : undefined
  if (!row) throw new ShopRefusal('not-found', 'There is no such quote', [quoteId])
  if (row.isExpired) throw new ShopRefusal('quote-expired', 'The quote is older than ten minutes')
  return {
    id: row.id,
    request: row.request,
    lines: row.lines,
    subtotalMinor: row.subtotal_minor,
    discountMinor: row.discount_minor,
    couponMinor: row.coupon_minor,
    totalMinor: row.total_minor,
    promisedAt: row.promised_at,
  }
}

async function insertLines({ tx, keys }: ShopTx, orderId: string, { bill, asked }: PricedRequest): Promise<void> {
  await tx
    .insertInto('order_line')
    .values(
      bill.lines.map((line, seq) => ({
        ...keys,
        order_id: orderId,
        seq,
        dish_id: line.dishId,
        variant_id: asked[seq]?.variantId ?? line.dishId,
        name: line.name,
        variant_name: line.variantName,
        modifiers: JSON.stringify(line.modifiers),
        note: line.note,
        quantity: line.quantity,
        unit_minor: line.unitMinor,
        total_minor: line.totalMinor,
      })),
    )
    .execute()
}

async function insertFirstEvent({ tx, keys }: ShopTx, orderId: string): Promise<void> {
  await tx
    .insertInto('order_event')
    .values({ ...keys, order_id: orderId, seq: 1, from_status: null, to_status: 'draft', actor: 'visitor' })
    .execute()
}
