/** Cart, quote and order as they cross between a program and the platform. Totals are always the server's. */
import { z } from 'zod/mini'
import { quotedCoupon } from './coupons.ts'
import { amountMinor, currencyCode } from './money.ts'
import { orderTip } from './tips.ts'
import { billDelivery } from './delivery.ts'
import { billTax } from './taxes.ts'

export const cartLine = z.object({
  dishId: z.string().check(z.maxLength(64)),
  variantId: z.string().check(z.maxLength(64)),
  quantity: z.int().check(z.gte(1), z.lte(99)),
  modifiers: z
    .array(z.object({ optionId: z.string().check(z.maxLength(64)), quantity: z.int().check(z.gte(1), z.lte(20)) }))
    .check(z.maxLength(40)),
  note: z.string().check(z.maxLength(140)),
})
export type CartLine = z.infer<typeof cartLine>

export const orderChannel = z.enum(['dine_in', 'pickup', 'delivery'])
export type OrderChannel = z.infer<typeof orderChannel>

export const quoteRequest = z.strictObject({
  channel: orderChannel,
  /** Required for dine-in. */
  tableId: z.nullable(z.string().check(z.maxLength(64))),
  lines: z.array(cartLine).check(z.minLength(1), z.maxLength(60)),
  /** When it is wanted, one of the times that a quote named; null or absent: as soon as possible. Not for dine-in. */
  readyAtIso: z.optional(z.nullable(z.string().check(z.maxLength(40)))),
  /** An own coupon to use, by its claim; null for none. Absent: the one that takes off most. */
  couponId: z.optional(z.nullable(z.string().check(z.maxLength(64)))),
})
export type QuoteRequest = z.infer<typeof quoteRequest>

export const orderLine = z.object({
  dishId: z.string(),
  name: z.string(),
  variantName: z.string(),
  modifiers: z.array(z.object({ name: z.string(), quantity: z.int(), priceMinor: amountMinor })),
  note: z.string(),
  quantity: z.int(),
  unitMinor: amountMinor,
  totalMinor: amountMinor,
})
export type OrderLine = z.infer<typeof orderLine>

/** When an order that is carried away will be ready. `isAsap`: the first time there was, not one that was asked for. */
const promise = { atIso: z.string(), isAsap: z.boolean() }

const totals = {
  currency: currencyCode,
  subtotalMinor: amountMinor,
  /** All that is taken off, by tier and coupon, already subtracted in the total. */
  discountMinor: amountMinor,
  /** The coupon's part of the discount; absent where there is no coupon. */
  coupon: z.optional(z.object({ id: z.string(), title: z.string(), takesOffMinor: amountMinor })),
  /** Absent where nothing is delivered; its fee is part of the total. */
  delivery: z.optional(billDelivery),
  /** Absent where the shop says nothing of tax. */
  tax: z.optional(billTax),
  totalMinor: amountMinor,
}

export const quote = z.object({
  id: z.string(),
  lines: z.array(orderLine),
  ...totals,
  expiresAtIso: z.string(),
  pointsToEarn: z.int(),
  /** The visitor's own, those that apply first; absent where there are none. */
  coupons: z.optional(z.array(quotedCoupon)),
  /** With the other times that may be asked for, earliest first. Absent for orders that are not carried away. */
  promise: z.optional(z.object({ ...promise, choices: z.array(z.string()) })),
})
export type Quote = z.infer<typeof quote>

export const placeOrderRequest = z.strictObject({
  quoteId: z.string().check(z.maxLength(64)),
  payAt: z.enum(['online', 'counter']),
  contactPhone: z.nullable(z.string().check(z.maxLength(32))),
})
export type PlaceOrderRequest = z.infer<typeof placeOrderRequest>

export const orderStatus = z.enum([
  'draft',
  'placed',
  'accepted',
  'preparing',
  'ready',
  'out_for_delivery',
  'completed',
  'rejected',
  'cancelled',
  'expired',
])
export type OrderStatus = z.infer<typeof orderStatus>

export const payStatus = z.enum(['unpaid', 'pending', 'paid', 'part_refunded', 'refunded', 'failed'])
export type PayStatus = z.infer<typeof payStatus>

/** Something that the shop gave back of an order, oldest first. */
export const orderRefund = z.object({
  amountMinor,
  atIso: z.string(),
  /** `under-way`: the provider has been asked; `failed`: it will not give it back, and the shop knows. */
  state: z.enum(['under-way', 'done', 'failed']),
  /** From the till, not the way it was paid. */
  isCash: z.boolean(),
  reason: z.string(),
})
export type OrderRefund = z.infer<typeof orderRefund>

export const order = z.object({
  id: z.string(),
  /** Counts up from 1 each business day, e.g. 17; shown large. Null until the order is placed. */
  number: z.nullable(z.int()),
  status: orderStatus,
  payStatus,
  channel: orderChannel,
  tableLabel: z.nullable(z.string()),
  lines: z.array(orderLine),
  ...totals,
  createdAtIso: z.string(),
  placedAtIso: z.nullable(z.string()),
  /** Absent for orders that are not carried away. */
  promise: z.optional(z.object(promise)),
  /** What the customer gave beyond it, paid by itself and not part of the total; absent where there is none. */
  tip: z.optional(orderTip),
  /** Absent where nothing was given back of an order that stands. */
  refunds: z.optional(z.array(orderRefund)),
  /**
   * Once the money is there. The address is on the program's origin, whole to a visitor and as a path to the counter; who has
   * it may read the receipt.
   */
  receipt: z.optional(z.object({ number: z.string(), url: z.string() })),
  pointsEarned: z.int(),
  /** Every change of status so far, oldest first. */
  timeline: z.array(z.object({ status: orderStatus, atIso: z.string() })),
  /** Why it was rejected or cancelled, in the shop's words; empty otherwise. */
  reason: z.string(),
  /** Grows with every change; a newer view always has a larger one. */
  version: z.int(),
})
export type Order = z.infer<typeof order>

/** Where to send the visitor to pay: a page of the platform's origin. */
export const paymentIntent = z.object({
  paymentId: z.string(),
  cashierUrl: z.string(),
  amountMinor,
  currency: currencyCode,
})
export type PaymentIntent = z.infer<typeof paymentIntent>

export const placedOrder = z.object({ order, payment: z.nullable(paymentIntent) })
export type PlacedOrder = z.infer<typeof placedOrder>

/** A pay button names its node; the server finds the fixed amount, or the limits of a typed one, in the live release. */
export const directPaymentRequest = z.strictObject({
  nodeId: z.string().check(z.maxLength(64)),
  amountMinor: z.nullable(z.int().check(z.gte(1), z.lte(10_000_000))),
  note: z.string().check(z.maxLength(140)),
})
export type DirectPaymentRequest = z.infer<typeof directPaymentRequest>
