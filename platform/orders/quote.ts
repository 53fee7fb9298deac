import type { QuotedCoupon } from '#model/shop/coupons.ts'
import type { Quote, QuoteRequest } from '#model/shop/orders.ts'
import { loadCatalogue } from '#platform/catalogue/load-catalogue.ts'
import { requireServed } from '#platform/catalogue/served-times.ts'
import type { ServedWhen } from '#platform/catalogue/served-times.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import { quoteCoupons } from '#platform/coupons/quote-coupons.ts'
import type { ChosenCoupon } from '#platform/coupons/quote-coupons.ts'
import { loadOpenSales } from '#platform/flash-sales/load-sales.ts'
import { shareSales } from '#platform/flash-sales/share-sales.ts'
import type { SoldLine } from '#platform/flash-sales/share-sales.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { findDelivery } from '#platform/delivery/find-delivery.ts'
import type { Delivery } from '#platform/delivery/find-delivery.ts'
import { feeOf } from '#platform/delivery/match-zone.ts'
import { loadTierOf } from '#platform/members/load-tier.ts'
import { pointsFor } from '#platform/members/points.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import type { ShopRow } from '#platform/shop/load-shop-data.ts'
import { requireEnough } from '#platform/stock/require-enough.ts'
import { openState } from '#platform/shop/opening.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { presentTax, priceBill } from './price-bill.ts'
import type { Bill } from './price-bill.ts'
import { mostTotalMinor, priceCart } from './price-cart.ts'
import type { PricedCart } from './price-cart.ts'
import { findPromise } from './promise.ts'
import type { Promised, PromiseOptions } from './promise.ts'

/** A quote is good for so long. */
export const quoteMinutes = 10

export interface PricedRequest {
  readonly shop: ShopRow
  readonly bill: Bill
  /** What was asked, line by line as it is priced: a line of which a sale has only some became two. */
  readonly asked: readonly SoldLine[]
  /** The coupon that is used; undefined for none. */
  readonly coupon: ChosenCoupon | undefined
  /** The visitor's own, held against this cart. */
  readonly coupons: readonly QuotedCoupon[]
  readonly tableLabel: string | null
  readonly pointsToEarn: number
  /** Null for orders that are not carried away. */
  readonly promised: Promised | null
  /** Null for orders that are not delivered. */
  readonly delivery: Delivery | null
}

/**
 * Prices a cart for ten minutes. Keeps what was asked, with the coupon it came to, so that it can be priced again when the
 * order is placed.
 */
export async function makeQuote(
  at: ShopTx,
  visitorId: string,
  request: QuoteRequest,
  language: ShopLanguage,
): Promise<Quote> {
  const priced = await priceRequest(at, visitorId, request, language)
  const id = uuidv7()
  const expiresAt = at.now.add({ minutes: quoteMinutes }).toString()
  await at.tx
    .insertInto('quote')
    .values({
      ...at.keys,
      id,
      visitor_id: visitorId,
      request: JSON.stringify({ ...request, couponId: priced.coupon?.claimId ?? null }),
      lines: JSON.stringify(priced.bill.lines),
      currency: priced.shop.currency,
      subtotal_minor: priced.bill.subtotalMinor,
      discount_minor: priced.bill.discountMinor,
      coupon_minor: priced.bill.couponMinor,
      added_minor: priced.bill.addedMinor,
      total_minor: priced.bill.totalMinor,
      points_to_earn: priced.pointsToEarn,
      promised_at: priced.promised?.at.toString() ?? null,
      expires_at: expiresAt,
    })
    .execute()
  return presentQuote(id, expiresAt, priced)
}

/** For the editor's preview: priced alike, at any hour, and not kept, so nothing can be ordered from it. */
export async function previewQuote(at: ShopTx, request: QuoteRequest, language: ShopLanguage): Promise<Quote> {
  const priced = await priceRequest(at, null, request, language, { atAnyHour: true })
  return presentQuote('preview', at.now.add({ minutes: quoteMinutes }).toString(), priced)
}

/** @throws ShopRefusal with the first reason why the shop cannot sell this now */
export async function priceRequest(
  at: ShopTx,
  visitorId: string | null,
  request: QuoteRequest,
  language: ShopLanguage,
  options: PromiseOptions = {},
): Promise<PricedRequest> {
  const shop = await loadShop(at)
  if (!options.atAnyHour) requireTaking(at, shop, request)
  const delivery = request.channel === 'delivery' ? await findDelivery(at, visitorId) : null
  const rideMinutes = delivery?.zone.rideMinutes ?? 0
  const promised = await findPromise(at, shop, request, { ...options, rideMinutes })
  const tableLabel = await findTableLabel(at, request)
  const tier = visitorId === null ? undefined : await loadTierOf(at, visitorId)
  const catalogue = await loadCatalogue(at)
  const rates = { discountPercent: tier?.discountPercent ?? 0, language, channel: request.channel }
  const asked = shareSales(request.lines, await loadOpenSales(at, visitorId))
  const plain = priceCart(catalogue, asked, rates)
  if (!plain.ok) throw new ShopRefusal(plain.failure.code, plain.failure.message, plain.failure.subjectIds)
  requireEnough(catalogue, request.lines)
  if (!options.atAnyHour) requireServed(catalogue, request.lines, servedWhen(at, shop, promised, options))
  const { chosen, coupons } = await quoteCoupons(at, visitorId, plain.value, request.couponId, language)
  const priced = chosen ? priceCart(catalogue, asked, { ...rates, coupon: chosen.terms }) : plain
  if (!priced.ok) throw new ShopRefusal(priced.failure.code, priced.failure.message, priced.failure.subjectIds)
  requireEnoughToDeliver(delivery, priced.value)
  const spentMinor = priced.value.subtotalMinor - priced.value.discountMinor
  const bill = priceBill(priced.value, catalogue, shop, delivery ? feeOf(delivery.zone, spentMinor) : 0)
  requirePayable(bill)
  const pointsToEarn = pointsFor(bill.totalMinor, shop.currency, shop.points_per_unit)
  return { shop, bill, asked, coupon: chosen, coupons, tableLabel, pointsToEarn, promised, delivery }
}

/** The least to spend is held against the dishes' own prices, before any discount. */
function requireEnoughToDeliver(delivery: Delivery | null, { subtotalMinor }: PricedCart): void {
  if (delivery && subtotalMinor < delivery.zone.minSpendMinor)
    throw new ShopRefusal('below-minimum', 'This is less than is delivered for', [delivery.zone.id])
}

/** What is wanted for a time is served at that time; everything else now, or when it was quoted a while ago. */
function servedWhen(
  { now }: ShopTx,
  { time_zone: timeZone }: ShopRow,
  promised: Promised | null,
  { graceMinutes = 0 }: PromiseOptions,
): ServedWhen {
  if (promised && !promised.isAsap) return { timeZone, moments: [promised.at] }
  return { timeZone, moments: [now, now.subtract({ minutes: graceMinutes })] }
}

/** What is added could take it past what an order may come to. */
function requirePayable({ totalMinor }: Bill): void {
  if (totalMinor > mostTotalMinor) throw new ShopRefusal('amount-out-of-range', 'No order is that large')
}

/** A promise looks at the hours by itself: it may be for when the shop opens. */
function requireTaking({ now }: ShopTx, shop: ShopRow, { channel }: QuoteRequest): void {
  const isOpen = channel !== 'dine_in' || openState(shop.hours, shop.time_zone, now).isOpen
  if (!isOpen) throw new ShopRefusal('closed', 'The shop is closed')
  if (shop.orders_paused) throw new ShopRefusal('orders-paused', 'The shop takes no orders just now')
}

async function findTableLabel({ tx, programId }: ShopTx, { channel, tableId }: QuoteRequest): Promise<string | null> {
  if (channel !== 'dine_in') {
    if (tableId !== null) throw new ShopRefusal('bad-request', 'Only a dine-in order has a table')
    return null
  }
  if (tableId === null) throw new ShopRefusal('bad-request', 'A dine-in order names its table')
  const table = isId(tableId)
    ? await tx
        .selectFrom('resource')
        .select('label')
        .where('program_id', '=', programId)
        .where('id', '=', tableId)
        .where('kind', '=', 'table')
        .executeTakeFirst()
    : undefined
  if (!table) throw new ShopRefusal('not-found', 'There is no such table', [tableId])
  return table.label
}

function presentQuote(
  id: string,
  expiresAtIso: string,
  { shop, bill, coupon, coupons, pointsToEarn, promised, delivery }: PricedRequest,
): Quote {
  const tax = presentTax(bill.tax)
  return {
    id,
    lines: [...bill.lines],
    currency: shop.currency,
    subtotalMinor: bill.subtotalMinor,
    discountMinor: bill.discountMinor,
    ...(coupon && { coupon: { id: coupon.claimId, title: coupon.title, takesOffMinor: bill.couponMinor } }),
    ...(delivery && { delivery: { zoneName: delivery.zone.name, feeMinor: bill.deliveryMinor } }),
    ...(tax && { tax }),
    totalMinor: bill.totalMinor,
    expiresAtIso,
    pointsToEarn,
    ...(coupons.length > 0 && { coupons: [...coupons] }),
    ...(promised && {
      promise: { atIso: promised.at.toString(), isAsap: promised.isAsap, choices: promised.choices.map(String) },
    }),
  }
}
