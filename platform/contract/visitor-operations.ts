/**
 * The visitor's side of the HTTP interface, for its description: what each path of a program's own origin takes and
 * answers. The visitor app checks with the same schemas.
 */
import { z } from 'zod/mini'
import {
  booking,
  confirmBookingRequest,
  hold,
  holdRequest,
  moveBookingRequest,
  payDepositRequest,
  service,
  slot,
  slotQuery,
} from '#model/shop/bookings.ts'
import { menu, shopInfo } from '#model/shop/catalogue.ts'
import { couponOffer, couponWallet, ownCoupon } from '#model/shop/coupons.ts'
import { shopFailure } from '#model/shop/failure.ts'
import { attachedFile, attachQuery, submitFormRequest, submittedForm } from '#model/shop/form-requests.ts'
import { customer, loginIntent, loginRequest } from '#model/shop/customers.ts'
import { joinRequest, membership, membershipProgramme } from '#model/shop/members.ts'
import {
  directPaymentRequest,
  order,
  paymentIntent,
  placedOrder,
  placeOrderRequest,
  quote,
  quoteRequest,
} from '#model/shop/orders.ts'
import { tipRequest } from '#model/shop/tips.ts'
import { findJobRequest, jobProgress } from '#model/shop/progress.ts'
import { queueView, takeTicketRequest } from '#model/shop/queue.ts'
import { receiptQuery } from './receipts.ts'
import { visitorPaths } from './routes.ts'
import { seenNotes, seenQuery } from './visits.ts'

export interface VisitorOperation {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly summary: string
  readonly input?: z.core.$ZodType
  readonly query?: z.core.$ZodType
  readonly answer?: z.core.$ZodType
  /** Carries an `Idempotency-Key`: sent again, it answers the same and does nothing more. */
  readonly isOnce?: boolean
  /** Answers to anybody, without a token. */
  readonly isOpen?: boolean
}

export const visitorFailure = z.object({ error: shopFailure })

const session = z.object({ visitorKey: z.string(), token: z.string(), expiresAtIso: z.string() })
const shopData = z.object({
  shop: shopInfo,
  menu,
  services: z.array(service),
  membership: membershipProgramme,
  coupons: z.array(couponOffer),
})

export const visitorOperations: readonly VisitorOperation[] = [
  {
    method: 'POST',
    path: visitorPaths.session,
    summary: 'A token of 15 minutes for the visitor of this key, or for a new one',
    input: z.object({ visitorKey: z.nullable(z.string()), via: z.optional(z.string()) }),
    answer: session,
    isOpen: true,
  },
  {
    method: 'GET',
    path: visitorPaths.data,
    summary: 'What the shop shows to everybody, with an ETag',
    answer: shopData,
    isOpen: true,
  },
  {
    method: 'GET',
    path: visitorPaths.dataEvents,
    summary: 'Server-sent events: `news` at once, and whenever that has changed',
    isOpen: true,
  },
  { method: 'POST', path: visitorPaths.quotes, summary: 'Prices a cart', input: quoteRequest, answer: quote },
  { method: 'GET', path: visitorPaths.orders, summary: 'Own orders, newest first', answer: z.array(order) },
  {
    method: 'POST',
    path: visitorPaths.orders,
    summary: 'Turns a quote into an order',
    input: placeOrderRequest,
    answer: placedOrder,
    isOnce: true,
  },
  { method: 'GET', path: visitorPaths.order(':id'), summary: 'One own order', answer: order },
  {
    method: 'POST',
    path: visitorPaths.payOrder(':id'),
    summary: 'A new way to the cashier for an order that is not paid',
    answer: paymentIntent,
    isOnce: true,
  },
  {
    method: 'POST',
    path: visitorPaths.tipOrder(':id'),
    summary: 'Begins the payment of a tip for an own order, of what a tip block of the live release offers',
    input: tipRequest,
    answer: paymentIntent,
    isOnce: true,
  },
  {
    method: 'GET',
    path: visitorPaths.orderEvents(':id'),
    summary: 'Server-sent events: the whole order after each change; the token comes as a parameter',
    query: z.object({ token: z.string() }),
  },
  {
    method: 'GET',
    path: visitorPaths.receipt(':key'),
    summary: 'The page of a receipt, for a roll or a sheet; its key is all that is needed',
    query: receiptQuery,
    isOpen: true,
  },
  {
    method: 'GET',
    path: visitorPaths.slots,
    summary: 'The times of one day, free and taken',
    query: slotQuery,
    answer: z.array(slot),
  },
  {
    method: 'POST',
    path: visitorPaths.holds,
    summary: 'Keeps a time for ten minutes',
    input: holdRequest,
    answer: hold,
    isOnce: true,
  },
  { method: 'GET', path: visitorPaths.bookings, summary: 'Own bookings', answer: z.array(booking) },
  {
    method: 'POST',
    path: visitorPaths.bookings,
    summary: 'Confirms a time that is kept',
    input: confirmBookingRequest,
    answer: booking,
    isOnce: true,
  },
  {
    method: 'POST',
    path: visitorPaths.payDeposit(':id'),
    summary: 'A way to the cashier for an own booking that waits for its deposit',
    input: payDepositRequest,
    answer: paymentIntent,
    isOnce: true,
  },
  {
    method: 'POST',
    path: visitorPaths.cancelBooking(':id'),
    summary: 'Cancels an own booking',
    answer: booking,
    isOnce: true,
  },
  {
    method: 'POST',
    path: visitorPaths.moveBooking(':id'),
    summary: 'Moves an own booking to another time; refused, it stays where it is',
    input: moveBookingRequest,
    answer: booking,
    isOnce: true,
  },
  {
    method: 'GET',
    path: visitorPaths.card,
    summary: 'The own membership card, or null',
    answer: z.nullable(membership),
  },
  {
    method: 'POST',
    path: visitorPaths.card,
    summary: 'Becomes a member',
    input: joinRequest,
    answer: membership,
    isOnce: true,
  },
  { method: 'GET', path: visitorPaths.coupons, summary: 'Own coupons, newest first', answer: couponWallet },
  {
    method: 'POST',
    path: visitorPaths.claimCoupon(':id'),
    summary: 'Takes one of this coupon',
    answer: ownCoupon,
    isOnce: true,
  },
  {
    method: 'POST',
    path: visitorPaths.checkIns,
    summary: 'Checks in for the business day; once a day',
    answer: membership,
    isOnce: true,
  },
  {
    method: 'POST',
    path: visitorPaths.redeemReward(':id'),
    summary: 'Buys this reward with points',
    answer: ownCoupon,
    isOnce: true,
  },
  {
    method: 'POST',
    path: visitorPaths.logins,
    summary: 'Begins to ask the customer who they are; the answer names the page of the platform that asks',
    input: loginRequest,
    answer: loginIntent,
  },
  {
    method: 'POST',
    path: visitorPaths.loginCodes,
    summary: 'Ends a sign-in that this browser began, with the code that the page sent back',
    input: z.object({ code: z.string() }),
    answer: z.object({ returnTo: z.string() }),
  },
  {
    method: 'GET',
    path: visitorPaths.customer,
    summary: 'Who is signed in, with what they agreed that this program reads; null when nobody is',
    answer: z.nullable(customer),
  },
  {
    method: 'GET',
    path: visitorPaths.memberParts,
    summary:
      'What of a page only members get; null for everybody else. With the release that the page is of, of that one.',
    query: z.object({ page: z.string(), release: z.optional(z.uuid()) }),
    answer: z.nullable(z.record(z.string(), z.unknown())),
  },
  {
    method: 'POST',
    path: visitorPaths.seen,
    summary: 'What a page tells of itself when it is left: blocks that were seen and tapped, for sums without persons',
    query: seenQuery,
    input: seenNotes,
    isOpen: true,
  },
  {
    method: 'POST',
    path: visitorPaths.submissions,
    summary: 'Sends a form of the release that the page is of, once the customer has agreed to its sentence',
    query: z.object({ release: z.optional(z.uuid()) }),
    input: submitFormRequest,
    answer: submittedForm,
    isOnce: true,
  },
  {
    method: 'POST',
    path: visitorPaths.attachments,
    summary:
      'Adds a picture or PDF (multipart form, field `file`) to a form that is not sent yet; gone after a day if it never is',
    query: attachQuery,
    answer: attachedFile,
  },
  {
    method: 'POST',
    path: visitorPaths.jobLookups,
    summary: 'How far a repair, parcel or other work is, for whoever has its code; few tries a minute',
    input: findJobRequest,
    answer: jobProgress,
  },
  {
    method: 'GET',
    path: visitorPaths.queue,
    summary: 'Who waits for a table; with a token also the own number',
    answer: queueView,
    isOpen: true,
  },
  {
    method: 'POST',
    path: visitorPaths.queue,
    summary: 'Takes a number for a party of this size',
    input: takeTicketRequest,
    answer: queueView,
    isOnce: true,
  },
  {
    method: 'GET',
    path: visitorPaths.queueEvents,
    summary: 'Server-sent events: the lines and the own number after each change; the token comes as a parameter',
    query: z.object({ token: z.string() }),
  },
  {
    method: 'POST',
    path: visitorPaths.leaveQueue(':id'),
    summary: 'Gives the own number back',
    answer: queueView,
    isOnce: true,
  },
  {
    method: 'POST',
    path: visitorPaths.payments,
    summary: 'Begins the payment of a pay button of the live release',
    input: directPaymentRequest,
    answer: paymentIntent,
    isOnce: true,
  },
]
