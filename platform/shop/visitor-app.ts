/** The visitor's API: `/_shop/*` on a program's own origin. */
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { z } from 'zod/mini'
import { confirmBookingRequest, holdRequest, slotQuery } from '#model/shop/bookings.ts'
import { joinRequest } from '#model/shop/members.ts'
import { directPaymentRequest, placeOrderRequest, quoteRequest } from '#model/shop/orders.ts'
import { cancelOwnBooking, confirmBooking } from '#platform/bookings/change-booking.ts'
import { holdSlot } from '#platform/bookings/hold-slot.ts'
import { findBooking, loadOwnBookings } from '#platform/bookings/load-bookings.ts'
import { loadSlots } from '#platform/bookings/load-slots.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import type { EventHub } from '#platform/events/hub.ts'
import { join } from '#platform/members/join.ts'
import { loadCard } from '#platform/members/load-members.ts'
import { findOrder, loadOwnOrders, presentToCustomer } from '#platform/orders/load-orders.ts'
import { placeOrder } from '#platform/orders/place-order.ts'
import { makeQuote } from '#platform/orders/quote.ts'
import { openPayment } from '#platform/payments/open-payment.ts'
import type { PaymentsContext } from '#platform/payments/open-payment.ts'
import { payDirect } from '#platform/payments/pay-direct.ts'
import type { LiveNode } from '#platform/payments/pay-direct.ts'
import { payOrder } from '#platform/payments/pay-order.ts'
import { createSyncOnRead } from '#platform/payments/sync-on-read.ts'
import { loadShopData, shopDataTag } from './load-shop-data.ts'
import { followOrder } from './follow-order.ts'
import { ShopRefusal } from './refusal.ts'
import { inShop } from './scope.ts'
import type { ShopScope } from './scope.ts'
import { answer, answerFailure, createVisitorGate, onceInShop, parse, readBody } from './visitor-call.ts'
import type { VisitorCall, VisitorEnv, VisitorRequest } from './visitor-call.ts'
import { openSession } from './visitor-session.ts'

export interface VisitorContext {
  readonly payments: PaymentsContext
  readonly hub: EventHub
  /** Signs visitors' tokens. */
  readonly secret: string
  /** In the release that is live now. */
  readonly findLiveNode: (scope: ShopScope, nodeId: string) => Promise<LiveNode | undefined>
  /** False for benches, which are one address with a thousand visitors. */
  readonly hasLimits: boolean
  readonly log: (entry: { readonly event: string; readonly [name: string]: unknown }) => void
}

const sessionRequest = z.strictObject({ visitorKey: z.nullable(z.string().check(z.maxLength(100))) })

/** Call it as `app.fetch(request, { program, clientAddress })` for requests of a program's origin under `/_shop`. */
export function createVisitorApp(context: VisitorContext): Hono<VisitorEnv> {
  const { payments } = context
  const gate = createVisitorGate(context.secret, context.hasLimits)
  const syncOnRead = createSyncOnRead(payments, context.log)
  const app = new Hono<VisitorEnv>()

  /** A route for a known visitor. */
  const visitor =
    (limit: Parameters<typeof gate.limit>[0], work: (call: VisitorCall) => Promise<Response>) =>
    (c: VisitorRequest) => {
      const call = gate.visitorOf(c)
      gate.limit(limit, call.visitorId)
      return work(call)
    }
  const idOf = (c: VisitorRequest): string => c.req.param('id') ?? ''

  app.post(visitorPaths.session, async (c) => {
    gate.limit('session', c.env.clientAddress)
    const { visitorKey } = await readBody(c, sessionRequest)
    return answer(c, await inShop(payments, c.env.program, (at) => openSession(at, visitorKey, context.secret)))
  })

  app.use(visitorPaths.data, compress())
  app.get(visitorPaths.data, async (c) => {
    const { program } = c.env
    gate.limit('read', `data:${c.env.clientAddress}`)
    const { tag, data } = await inShop(payments, program, async ({ tx, programId }) => {
      const current = await shopDataTag(tx, programId, program.language)
      const isKnown = c.req.header('if-none-match')?.includes(current) === true
      return { tag: current, data: isKnown ? undefined : await loadShopData(tx, programId, program.language) }
    })
    c.header('etag', tag)
    c.header('cache-control', 'no-cache')
    return data ? c.json(data) : c.body(null, 304)
  })

  app.post(
    visitorPaths.quotes,
    visitor('price', async ({ c, program, visitorId }) => {
      const request = await readBody(c, quoteRequest)
      return answer(
        c,
        await inShop(payments, program, (at) => makeQuote(at, visitorId, request, program.language)),
        201,
      )
    }),
  )

  app.get(
    visitorPaths.orders,
    visitor('read', async ({ c, program, visitorId }) =>
      answer(c, await inShop(payments, program, (at) => loadOwnOrders(at, visitorId))),
    ),
  )

  app.post(
    visitorPaths.orders,
    visitor('order', async (call) => {
      const { c, program, visitorId } = call
      const request = await readBody(c, placeOrderRequest)
      const ids = await onceInShop(payments, call, 'place-order', request, (at) =>
        placeOrder(at, request, {
          visitorId,
          language: program.language,
          returnUrl: (orderId) => `${program.origin}/_order/${orderId}`,
        }),
      )
      const payment = ids.paymentId && (await openPayment(payments, program, ids.paymentId, program.language))
      return answer(c, { order: await loadOwnOrder(call, ids.orderId), payment: payment || null }, 201)
    }),
  )

  app.get(
    visitorPaths.order(':id'),
    visitor('read', async (call) => {
      await loadOwnOrder(call, idOf(call.c))
      await syncOnRead(call.program, idOf(call.c))
      return answer(call.c, await loadOwnOrder(call, idOf(call.c)))
    }),
  )

  app.post(
    visitorPaths.payOrder(':id'),
    visitor('order', async (call) => {
      const { c, program, visitorId } = call
      const orderId = idOf(c)
      const { paymentId } = await onceInShop(payments, call, 'pay-order', { orderId }, (at) =>
        payOrder(at, visitorId, orderId, `${program.origin}/_order/${orderId}`),
      )
      return answer(c, await openPayment(payments, program, paymentId, program.language), 201)
    }),
  )

  app.get(
    visitorPaths.orderEvents(':id'),
    visitor('read', async (call) => {
      const orderId = idOf(call.c)
      await loadOwnOrder(call, orderId)
      return followOrder(context.hub, call.c.req.raw.signal, call.program, orderId, () => loadOwnOrder(call, orderId))
    }),
  )

  app.get(
    visitorPaths.slots,
    visitor('price', async ({ c, program }) => {
      const { serviceId, date, partySize } = c.req.query()
      const query = parse(slotQuery, { serviceId, date, partySize: Number(partySize) })
      return answer(c, await inShop(payments, program, (at) => loadSlots(at, query)))
    }),
  )

  app.post(
    visitorPaths.holds,
    visitor('hold', async (call) => {
      const request = await readBody(call.c, holdRequest)
      const { bookingId } = await onceInShop(payments, call, 'hold', request, (at) =>
        holdSlot(at, call.visitorId, request),
      )
      const until = await inShop(payments, call.program, ({ tx, programId }) =>
        tx
          .selectFrom('booking')
          .select('hold_until')
          .where('program_id', '=', programId)
          .where('id', '=', bookingId)
          .executeTakeFirstOrThrow(),
      )
      if (!until.hold_until) throw new ShopRefusal('hold-expired', 'This hold is over', [bookingId])
      return answer(call.c, { bookingId, expiresAtIso: until.hold_until.toISOString() }, 201)
    }),
  )

  app.get(
    visitorPaths.bookings,
    visitor('read', async ({ c, program, visitorId }) =>
      answer(c, await inShop(payments, program, (at) => loadOwnBookings(at, program.language, visitorId))),
    ),
  )

  app.post(
    visitorPaths.bookings,
    visitor('order', async (call) => {
      const request = await readBody(call.c, confirmBookingRequest)
      const { bookingId } = await onceInShop(payments, call, 'confirm-booking', request, (at) =>
        confirmBooking(at, call.visitorId, request),
      )
      return answer(call.c, await loadBooking(call, bookingId), 201)
    }),
  )

  app.post(
    visitorPaths.cancelBooking(':id'),
    visitor('order', async (call) => {
      const bookingId = idOf(call.c)
      await onceInShop(payments, call, 'cancel-booking', { bookingId }, (at) =>
        cancelOwnBooking(at, call.visitorId, bookingId),
      )
      return answer(call.c, await loadBooking(call, bookingId))
    }),
  )

  app.get(
    visitorPaths.card,
    visitor('read', async ({ c, program, visitorId }) =>
      answer(c, await inShop(payments, program, (at) => loadCard(at, visitorId))),
    ),
  )

  app.post(
    visitorPaths.card,
    visitor('join', async (call) => {
      const request = await readBody(call.c, joinRequest)
      await onceInShop(payments, call, 'join', request, (at) => join(at, call.visitorId, request))
      return answer(call.c, await inShop(payments, call.program, (at) => loadCard(at, call.visitorId)), 201)
    }),
  )

  app.post(
    visitorPaths.payments,
    visitor('order', async (call) => {
      const { c, program, visitorId } = call
      const request = await readBody(c, directPaymentRequest)
      const node = await context.findLiveNode(program, request.nodeId)
      const { paymentId } = await onceInShop(payments, call, 'pay-direct', request, (at) =>
        payDirect(at, visitorId, request, node, `${program.origin}/${node?.slug ?? ''}`),
      )
      return answer(c, await openPayment(payments, program, paymentId, program.language), 201)
    }),
  )

  app.all('/_shop/*', (c) => answerFailure(c, { code: 'not-found', message: 'There is no such route' }))

  app.onError((error, c) => {
    if (error instanceof ShopRefusal) return answerFailure(c, error.failure)
    if (error.message.includes('timeout exceeded when trying to connect'))
      return answerFailure(c, { code: 'offline', message: 'Too much is going on; try again' })
    context.log({
      event: 'visitor-request-failed',
      route: `${c.req.method} ${c.req.routePath}`,
      error: String(error.stack),
    })
    return answerFailure(c, { code: 'internal', message: 'Something went wrong on our side' })
  })

  return app

  /** Of this visitor; anybody else's does not exist. */
  async function loadOwnOrder({ program, visitorId }: VisitorCall, orderId: string) {
    const order = await inShop(payments, program, (at) => findOrder(at, orderId, visitorId))
    if (!order) throw new ShopRefusal('not-found', 'There is no such order', [orderId])
    return presentToCustomer(order)
  }

  async function loadBooking({ program }: VisitorCall, bookingId: string) {
    return inShop(payments, program, (at) => findBooking(at, program.language, bookingId))
  }
}
