/** The visitor's API: `/_shop/*` on a program's own origin. */
import { Hono } from 'hono'
import { z } from 'zod/mini'
import type { Capability } from '#model/capabilities.ts'
import {
  confirmBookingRequest,
  holdRequest,
  moveBookingRequest,
  payDepositRequest,
  slotQuery,
} from '#model/shop/bookings.ts'
import { loginRequest } from '#model/shop/customers.ts'
import { attachQuery, submitFormRequest } from '#model/shop/form-requests.ts'
import { joinRequest } from '#model/shop/members.ts'
import { directPaymentRequest, placeOrderRequest, quoteRequest } from '#model/shop/orders.ts'
import { cancelOwnBooking, confirmBooking } from '#platform/bookings/change-booking.ts'
import { holdSlot } from '#platform/bookings/hold-slot.ts'
import { findBooking, loadOwnBookings } from '#platform/bookings/load-bookings.ts'
import { loadSlots } from '#platform/bookings/load-slots.ts'
import { moveOwnBooking } from '#platform/bookings/move-booking.ts'
import { payDeposit } from '#platform/bookings/pay-deposit.ts'
import { returnPathOf } from '#platform/customers/return-path.ts'
import { readCode } from '#model/shop/progress-code.ts'
import { findJobRequest } from '#model/shop/progress.ts'
import { findProgress } from '#platform/progress/load-jobs.ts'
import { takeTicketRequest } from '#model/shop/queue.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { seenNotes, seenQuery } from '#platform/contract/visits.ts'
import { readCustomer } from '#platform/customers/consents.ts'
import { beginLogin, redeemLogin } from '#platform/customers/login-requests.ts'
import { requireMayAsk } from '#platform/customers/may-ask.ts'
import { claimCoupon } from '#platform/coupons/claims.ts'
import { loadWallet } from '#platform/coupons/load-coupons.ts'
import type { EventHub } from '#platform/events/hub.ts'
import { addAttachment } from '#platform/forms/attachments.ts'
import { readAttachment } from '#platform/forms/read-attachment.ts'
import { requireFileQuestion, submitForm } from '#platform/forms/submit-form.ts'
import { join } from '#platform/members/join.ts'
import { checkIn } from '#platform/members/check-in.ts'
import { redeemReward } from '#platform/members/redeem-reward.ts'
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
import type { Statistics } from '#platform/statistics/create-statistics.ts'
import { sendCached } from '#platform/http/compressed.ts'
import { leaveQueue, takeTicket } from '#platform/queue/change-queue.ts'
import { followQueue } from '#platform/queue/follow-queue.ts'
import { loadQueue } from '#platform/queue/load-queue.ts'
import { noteOrder } from '#platform/releases/gradual.ts'
import { mountReceipts } from '#platform/receipts/mount-receipts.ts'
import { giveTip } from '#platform/tips/give-tip.ts'
import { followOrder } from './follow-order.ts'
import { followShop } from './follow-shop.ts'
import { createGrants } from './grants.ts'
import { ShopRefusal } from './refusal.ts'
import { inShop } from './scope.ts'
import type { ShopScope } from './scope.ts'
import { tipRequest } from '#model/shop/tips.ts'
import {
  answer,
  answerFailure,
  asCaller,
  createVisitorGate,
  onceInShop,
  parse,
  readBody,
  writeAsCaller,
} from './visitor-call.ts'
import type { VisitedProgram, VisitorCall, VisitorEnv, VisitorRequest } from './visitor-call.ts'
import { viaCode } from './via.ts'
import { createShopBodies } from './shop-bodies.ts'
import { openSession } from './visitor-session.ts'

export interface CustomerPages {
  readonly loginUrl: (token: string) => string
  readonly accountUrl: string
}

export interface VisitorContext {
  readonly payments: PaymentsContext
  readonly hub: EventHub
  /** Signs visitors' tokens. */
  readonly secret: string
  /** In the release that is live now, or in the one that the page which asks says it is of. */
  readonly findLiveNode: (
    scope: ShopScope & { readonly releaseId?: string | undefined },
    nodeId: string,
  ) => Promise<LiveNode | undefined>
  /** What the blocks of the release need that this visitor sees; empty where nothing is live. */
  readonly requested: (program: VisitedProgram) => Promise<ReadonlySet<Capability>>
  /** What no program of this installation may do, whatever it requests. */
  readonly withheld: ReadonlySet<Capability>
  /** What of the live page with this slug only members get, ready to be sent; undefined when there is nothing. */
  readonly loadMemberParts: (
    program: VisitedProgram,
    slug: string,
    /** `releaseId` is that of the page that asks, as it says. */
    viewer: { readonly visitor?: string | undefined; readonly releaseId?: string | undefined },
  ) => Promise<object | undefined>
  /** Counts what a page tells of itself; never refuses. */
  readonly countSeen: Statistics['countReport']
  /** False for benches, which are one address with a thousand visitors. */
  readonly hasLimits: boolean
  /** Addresses of the platform's pages for customers; undefined where no code can be sent. */
  readonly customerPages: () => CustomerPages | undefined
  readonly log: (entry: { readonly event: string; readonly [name: string]: unknown }) => void
}

const memberPartsQuery = z.object({ page: z.string().check(z.maxLength(200)), release: z.optional(z.uuid()) })
const loginQuery = z.object({ release: z.optional(z.uuid()) })
const loginCode = z.strictObject({ code: z.string().check(z.maxLength(64)) })
const sessionRequest = z.strictObject({
  visitorKey: z.nullable(z.string().check(z.maxLength(100))),
  via: z.optional(viaCode),
})

/** Looking and asking for prices; whatever would be a real order, booking or member is not for a preview. */
function isForPreviews(method: string, path: string): boolean {
  return method === 'GET' || path === visitorPaths.session || path === visitorPaths.quotes
}

/** Call it as `app.fetch(request, { program, clientAddress })` for requests of a program's origin under `/_shop`. */
export function createVisitorApp(context: VisitorContext): Hono<VisitorEnv> {
  const { payments } = context
  const gate = createVisitorGate(context.secret, context.hasLimits)
  const grants = createGrants(context)
  const shopBodies = createShopBodies()
  const syncOnRead = createSyncOnRead(payments, context.log)
  const app = new Hono<VisitorEnv>()

  /** A route for a known visitor. */
  const visitor =
    (limit: Parameters<typeof gate.limit>[0], work: (call: VisitorCall) => Promise<Response>) =>
    (c: VisitorRequest) => {
      const call = gate.callOf(c)
      gate.limit(limit, call.browserId)
      return work(call)
    }
  app.use('/_shop/*', async (c, next) => {
    if (c.env.program.preview && !isForPreviews(c.req.method, c.req.path))
      return answerFailure(c, { code: 'preview-only', message: 'This is a private preview' })
    return next()
  })
  const idOf = (c: VisitorRequest): string => c.req.param('id') ?? ''

  app.post(visitorPaths.session, async (c) => {
    gate.limit('session', c.env.clientAddress)
    const { visitorKey, via } = await readBody(c, sessionRequest)
    return answer(c, await inShop(payments, c.env.program, (at) => openSession(at, visitorKey, context.secret, via)))
  })

  app.get(visitorPaths.data, async (c) => {
    const { program } = c.env
    gate.limit('read', `data:${c.env.clientAddress}`)
    const body = await inShop(payments, program, ({ tx, programId }) =>
      shopBodies.load(tx, programId, program.language),
    )
    return sendCached(c.req.raw, body, { 'content-type': 'application/json', 'cache-control': 'no-cache' })
  })

  app.get(visitorPaths.dataEvents, (c) => {
    gate.limit('read', `data-events:${c.env.clientAddress}`)
    return followShop(context.hub, c.req.raw.signal, c.env.program)
  })

  app.post(
    visitorPaths.quotes,
    visitor('price', async (call) => {
      const { c, program } = call
      await grants.require(program, 'shop.order')
      const request = await readBody(c, quoteRequest)
      const quote = await writeAsCaller(payments, call, (at, visitorId) =>
        makeQuote(at, visitorId, request, program.language),
      )
      return answer(c, quote, 201)
    }),
  )

  app.get(
    visitorPaths.orders,
    visitor('read', async (call) => {
      const orders = await asCaller(payments, call, (at, visitorId) =>
        loadOwnOrders(at, visitorId, call.program.origin),
      )
      return answer(call.c, orders)
    }),
  )

  app.post(
    visitorPaths.orders,
    visitor('order', async (call) => {
      const { c, program } = call
      const request = await readBody(c, placeOrderRequest)
      await grants.require(program, 'shop.order', ...(request.payAt === 'online' ? (['shop.pay'] as const) : []))
      const ids = await onceInShop(payments, call, 'place-order', request, async (at, visitorId) => {
        const placed = await placeOrder(at, request, {
          visitorId,
          language: program.language,
          returnUrl: (orderId) => `${program.origin}/_order/${orderId}`,
        })
        if (program.visitor !== undefined) await noteOrder(at, placed.orderId, program.visitor)
        return placed
      })
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
      const { c, program } = call
      const orderId = idOf(c)
      grants.requireAllowed('shop.pay')
      const { paymentId } = await onceInShop(payments, call, 'pay-order', { orderId }, (at, visitorId) =>
        payOrder(at, visitorId, orderId, `${program.origin}/_order/${orderId}`),
      )
      return answer(c, await openPayment(payments, program, paymentId, program.language), 201)
    }),
  )

  app.post(
    visitorPaths.tipOrder(':id'),
    visitor('order', async (call) => {
      const { c, program } = call
      await grants.require(program, 'shop.pay')
      const request = await readBody(c, tipRequest)
      if (request.orderId !== idOf(c)) throw new ShopRefusal('bad-request', 'The address names another order')
      const node = await context.findLiveNode(program, request.nodeId)
      const { paymentId } = await onceInShop(payments, call, 'tip-order', request, (at, visitorId) =>
        giveTip(at, visitorId, request, node, `${program.origin}/_order/${request.orderId}`),
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

  mountReceipts(app, payments, gate)

  app.get(
    visitorPaths.slots,
    visitor('price', async (call) => {
      await grants.require(call.program, 'shop.book')
      const { partySize, ...asked } = call.c.req.query()
      const query = parse(slotQuery, { ...asked, partySize: Number(partySize) })
      return answer(call.c, await asCaller(payments, call, (at, visitorId) => loadSlots(at, query, visitorId)))
    }),
  )

  app.post(
    visitorPaths.holds,
    visitor('hold', async (call) => {
      await grants.require(call.program, 'shop.book')
      const request = await readBody(call.c, holdRequest)
      const { bookingId } = await onceInShop(payments, call, 'hold', request, (at, visitorId) =>
        holdSlot(at, visitorId, request),
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
    visitor('read', async (call) => {
      const { language } = call.program
      return answer(call.c, await asCaller(payments, call, (at, visitorId) => loadOwnBookings(at, language, visitorId)))
    }),
  )

  app.post(
    visitorPaths.bookings,
    visitor('order', async (call) => {
      grants.requireAllowed('shop.book')
      const request = await readBody(call.c, confirmBookingRequest)
      const { bookingId } = await onceInShop(payments, call, 'confirm-booking', request, (at, visitorId) =>
        confirmBooking(at, visitorId, request),
      )
      return answer(call.c, await loadBooking(call, bookingId), 201)
    }),
  )

  app.post(
    visitorPaths.payDeposit(':id'),
    visitor('order', async (call) => {
      const { c, program } = call
      grants.requireAllowed('shop.pay')
      const bookingId = idOf(c)
      const request = await readBody(c, payDepositRequest)
      const returnPath = returnPathOf(request.returnTo, program.origin)
      if (returnPath === undefined) throw new ShopRefusal('bad-request', 'returnTo must be a page of this program')
      const { paymentId } = await onceInShop(
        payments,
        call,
        'pay-deposit',
        { bookingId, ...request },
        (at, visitorId) => payDeposit(at, visitorId, bookingId, program.origin + returnPath),
      )
      return answer(c, await openPayment(payments, program, paymentId, program.language), 201)
    }),
  )

  app.post(
    visitorPaths.cancelBooking(':id'),
    visitor('order', async (call) => {
      const bookingId = idOf(call.c)
      await onceInShop(payments, call, 'cancel-booking', { bookingId }, (at, visitorId) =>
        cancelOwnBooking(at, visitorId, bookingId),
      )
      return answer(call.c, await loadBooking(call, bookingId))
    }),
  )

  app.post(
    visitorPaths.moveBooking(':id'),
    visitor('order', async (call) => {
      await grants.require(call.program, 'shop.book')
      const bookingId = idOf(call.c)
      const request = await readBody(call.c, moveBookingRequest)
      await onceInShop(payments, call, 'move-booking', { bookingId, ...request }, (at, visitorId) =>
        moveOwnBooking(at, visitorId, bookingId, request),
      )
      return answer(call.c, await loadBooking(call, bookingId))
    }),
  )

  app.get(
    visitorPaths.card,
    visitor('read', async (call) => answer(call.c, await loadOwnCard(call))),
  )

  app.post(
    visitorPaths.card,
    visitor('join', async (call) => {
      await grants.require(call.program, 'shop.member')
      const request = await readBody(call.c, joinRequest)
      await onceInShop(payments, call, 'join', request, (at, visitorId) => join(at, visitorId, request))
      return answer(call.c, await loadOwnCard(call), 201)
    }),
  )

  app.get(
    visitorPaths.coupons,
    visitor('read', async (call) => answer(call.c, await loadOwnWallet(call))),
  )

  app.post(
    visitorPaths.claimCoupon(':id'),
    visitor('order', async (call) => {
      const { c } = call
      await grants.require(call.program, 'shop.coupon')
      const couponId = idOf(c)
      const { claimId } = await onceInShop(payments, call, 'claim-coupon', { couponId }, (at, visitorId) =>
        claimCoupon(at, visitorId, couponId),
      )
      const own = await loadOwnWallet(call)
      return answer(c, own.find(({ id }) => id === claimId) ?? null, 201)
    }),
  )

  app.post(
    visitorPaths.checkIns,
    visitor('order', async (call) => {
      await grants.require(call.program, 'shop.member')
      await onceInShop(payments, call, 'check-in', {}, checkIn)
      return answer(call.c, await loadOwnCard(call), 201)
    }),
  )

  app.post(
    visitorPaths.redeemReward(':id'),
    visitor('order', async (call) => {
      await grants.require(call.program, 'shop.member')
      const couponId = idOf(call.c)
      const { claimId } = await onceInShop(payments, call, 'redeem-reward', { couponId }, (at, visitorId) =>
        redeemReward(at, visitorId, couponId),
      )
      return answer(call.c, (await loadOwnWallet(call)).find(({ id }) => id === claimId) ?? null, 201)
    }),
  )

  app.post(
    visitorPaths.logins,
    visitor('login', async ({ c, program, browserId }) => {
      const request = await readBody(c, loginRequest)
      const pages = context.customerPages()
      if (!pages) throw new ShopRefusal('login-unavailable', 'This installation can send no codes')
      grants.requireAllowed('shop.customer')
      const { release } = parse(loginQuery, c.req.query())
      const node = await context.findLiveNode({ ...program, releaseId: release }, request.nodeId)
      requireMayAsk(node, request)
      const token = await inShop(payments, program, (at) =>
        beginLogin(at, { browserId, releaseId: node.releaseId, origin: program.origin }, request),
      )
      return answer(c, { loginUrl: pages.loginUrl(token) }, 201)
    }),
  )

  app.post(
    visitorPaths.loginCodes,
    visitor('login', async ({ c, program, browserId }) => {
      const { code } = await readBody(c, loginCode)
      return answer(c, await inShop(payments, program, (at) => redeemLogin(at, browserId, code)))
    }),
  )

  app.get(
    visitorPaths.customer,
    visitor('read', async (call) => {
      const customer = await asCaller(payments, call, readCustomer)
      const accountUrl = context.customerPages()?.accountUrl ?? ''
      return answer(call.c, customer && { ...customer, accountUrl })
    }),
  )

  app.get(
    visitorPaths.memberParts,
    visitor('read', async (call) => {
      const { c, program } = call
      const { page, release } = parse(memberPartsQuery, c.req.query())
      const card = await loadOwnCard(call)
      const viewer = { visitor: program.visitor, releaseId: release }
      return answer(c, (card && (await context.loadMemberParts(program, page, viewer))) ?? null)
    }),
  )

  app.post(visitorPaths.seen, async (c) => {
    // A beacon is text, whatever is in it.
    const report = { ...parse(seenQuery, c.req.query()), notes: parse(seenNotes, await c.req.text()) }
    await context.countSeen(c.req.raw, { address: c.env.clientAddress }, c.env.program, report)
    return c.body(null, 204)
  })

  app.post(
    visitorPaths.submissions,
    visitor('form', async (call) => {
      const { c, program } = call
      await grants.require(program, 'shop.form')
      const request = await readBody(c, submitFormRequest)
      const { release } = parse(loginQuery, c.req.query())
      const node = await context.findLiveNode({ ...program, releaseId: release }, request.nodeId)
      const sent = await onceInShop(payments, call, 'submit-form', request, (at, visitorId) =>
        submitForm(at, visitorId, request, node, program.language),
      )
      return answer(c, sent, 201)
    }),
  )

  app.post(
    visitorPaths.attachments,
    visitor('attach', async (call) => {
      const { c, program } = call
      gate.limit('attach-address', `attach:${c.env.clientAddress}`)
      await grants.require(program, 'shop.form')
      const { nodeId, question, release } = parse(attachQuery, c.req.query())
      const node = await context.findLiveNode({ ...program, releaseId: release }, nodeId)
      requireFileQuestion(node, question)
      const file = await readAttachment(c.req.raw)
      const added = await writeAsCaller(payments, call, (at, visitorId) =>
        addAttachment(at, visitorId, { nodeId, question }, file),
      )
      return answer(c, added, 201)
    }),
  )

  app.post(
    visitorPaths.jobLookups,
    visitor('lookup', async (call) => {
      const { c, program } = call
      gate.limit('lookup-address', `lookup:${c.env.clientAddress}`)
      await grants.require(program, 'shop.progress')
      const code = readCode((await readBody(c, findJobRequest)).code)
      const found = code && (await inShop(payments, program, (at) => findProgress(at, code)))
      if (!found) throw new ShopRefusal('not-found', 'Nothing has this code')
      return answer(c, found)
    }),
  )

  app.get(visitorPaths.queue, async (c) => {
    // The lines are for everybody to see: nobody has to become known for a look.
    const isKnown = c.req.header('authorization') !== undefined
    if (isKnown) return visitor('read', async (call) => answer(c, await asCaller(payments, call, loadQueue)))(c)
    gate.limit('read', `queue:${c.env.clientAddress}`)
    return answer(c, await inShop(payments, c.env.program, (at) => loadQueue(at, undefined)))
  })

  app.post(
    visitorPaths.queue,
    visitor('order', async (call) => {
      await grants.require(call.program, 'shop.queue')
      const { partySize } = await readBody(call.c, takeTicketRequest)
      await onceInShop(payments, call, 'take-ticket', { partySize }, (at, visitorId) =>
        takeTicket(at, visitorId, partySize),
      )
      return answer(call.c, await asCaller(payments, call, loadQueue), 201)
    }),
  )

  app.get(
    visitorPaths.queueEvents,
    visitor('read', async (call) =>
      followQueue(context.hub, call.c.req.raw.signal, call.program, () => asCaller(payments, call, loadQueue)),
    ),
  )

  app.post(
    visitorPaths.leaveQueue(':id'),
    visitor('order', async (call) => {
      const ticketId = idOf(call.c)
      await onceInShop(payments, call, 'leave-queue', { ticketId }, (at, visitorId) =>
        leaveQueue(at, visitorId, ticketId),
      )
      return answer(call.c, await asCaller(payments, call, loadQueue))
    }),
  )

  app.post(
    visitorPaths.payments,
    visitor('order', async (call) => {
      const { c, program } = call
      await grants.require(program, 'shop.pay')
      const request = await readBody(c, directPaymentRequest)
      const node = await context.findLiveNode(program, request.nodeId)
      const { paymentId } = await onceInShop(payments, call, 'pay-direct', request, (at, visitorId) =>
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
  async function loadOwnOrder(call: VisitorCall, orderId: string) {
    const order = await asCaller(payments, call, (at, visitorId) => findOrder(at, orderId, visitorId))
    if (!order) throw new ShopRefusal('not-found', 'There is no such order', [orderId])
    return presentToCustomer(order, call.program.origin)
  }

  function loadOwnCard(call: VisitorCall) {
    return asCaller(payments, call, (at, visitorId) => loadCard(at, visitorId, call.program.language))
  }

  function loadOwnWallet(call: VisitorCall) {
    return asCaller(payments, call, (at, visitorId) => loadWallet(at, visitorId, call.program.language))
  }

  async function loadBooking({ program }: VisitorCall, bookingId: string) {
    return inShop(payments, program, (at) => findBooking(at, program.language, bookingId))
  }
}
