import type { ShopFailure } from '#model/shop/failure.ts'
import type { Answer, ShopActions } from '#components/kit/host.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import type { VisitorSession } from './visitor-session.ts'

export interface ShopClient extends ShopActions {
  /** Reads something of the visitor's own. */
  read<Value>(path: string): Promise<Answer<Value>>
  /** Reads what everybody may see, as nobody. */
  peek<Value>(path: string): Promise<Answer<Value>>
  /** Ends a sign-in with the code that came back. */
  finishLogin(code: string): Promise<Answer<{ readonly returnTo: string }>>
}

/**
 * The shop over HTTP, as the visitor. Never rejects: no network is the failure `offline`, an answer that is none of ours
 * `internal`. A token that ran out is renewed and the request sent once more.
 */
export function createShopClient(
  session: VisitorSession,
  send: typeof fetch = fetch.bind(globalThis),
  /** Of the page: what a block may ask of a customer is decided by the release that shows the block. */
  release?: string,
): ShopClient {
  async function ask<Value>(path: string, body?: unknown, key?: string): Promise<Answer<Value>> {
    const attempt = async () => {
      const headers: { [name: string]: string } = { Authorization: `Bearer ${await session.token()}` }
      // A form of files says itself where its parts end.
      const isForm = body instanceof FormData
      if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json'
      if (key !== undefined) headers['Idempotency-Key'] = key
      const method = body === undefined && key === undefined ? 'GET' : 'POST'
      return send(path, { method, headers, body: body === undefined || isForm ? body : JSON.stringify(body) })
    }
    try {
      let response = await attempt()
      if (response.status === 401) {
        session.drop()
        response = await attempt()
      }
      const answer: unknown = await response.json().catch(() => undefined)
      return response.ok
        ? { ok: true, value: answer as Value }
        : { ok: false, failure: failureOf(answer, response.status) }
    } catch {
      return { ok: false, failure: { code: 'offline', message: 'The shop could not be reached' } }
    }
  }

  return {
    read: (path) => ask(path),
    async peek(path) {
      const response = await send(path).catch(() => undefined)
      if (!response) return { ok: false, failure: { code: 'offline', message: 'The shop could not be reached' } }
      const answer: unknown = await response.json().catch(() => undefined)
      return response.ok
        ? { ok: true, value: answer as never }
        : { ok: false, failure: failureOf(answer, response.status) }
    },
    quote: (request) => ask(visitorPaths.quotes, request),
    placeOrder: (request, key) => ask(visitorPaths.orders, request, key),
    payOrder: (orderId, key) => ask(visitorPaths.payOrder(encodeURIComponent(orderId)), undefined, key),
    tipOrder: (request, key) => ask(visitorPaths.tipOrder(encodeURIComponent(request.orderId)), request, key),
    slots: ({ serviceId, date, partySize, bookingId, resourceId }) => {
      const query = {
        serviceId,
        date,
        partySize: String(partySize),
        ...(bookingId && { bookingId }),
        ...(resourceId && { resourceId }),
      }
      return ask(`${visitorPaths.slots}?${new URLSearchParams(query)}`)
    },
    holdSlot: (request, key) => ask(visitorPaths.holds, request, key),
    confirmBooking: (request, key) => ask(visitorPaths.bookings, request, key),
    payDeposit: (bookingId, key) => {
      const back = { returnTo: location.pathname + location.search }
      return ask(visitorPaths.payDeposit(encodeURIComponent(bookingId)), back, key)
    },
    cancelBooking: (bookingId, key) => ask(visitorPaths.cancelBooking(encodeURIComponent(bookingId)), undefined, key),
    claimCoupon: (couponId, key) => ask(visitorPaths.claimCoupon(encodeURIComponent(couponId)), undefined, key),
    checkIn: (key) => ask(visitorPaths.checkIns, undefined, key),
    redeemReward: (couponId, key) => ask(visitorPaths.redeemReward(encodeURIComponent(couponId)), undefined, key),
    moveBooking: (bookingId, request, key) =>
      ask(visitorPaths.moveBooking(encodeURIComponent(bookingId)), request, key),
    join: (request, key) => ask(visitorPaths.card, request, key),
    submitForm: (request, key) => ask(visitorPaths.submissions + (release ? `?release=${release}` : ''), request, key),
    attachFile: ({ nodeId, question }, { name, content }) => {
      const form = new FormData()
      if (content instanceof Blob) form.append('file', content, name)
      const query = { nodeId, question: String(question), ...(release && { release }) }
      return ask(`${visitorPaths.attachments}?${new URLSearchParams(query)}`, form)
    },
    findJob: (request) => ask(visitorPaths.jobLookups, request),
    takeTicket: (request, key) => ask(visitorPaths.queue, request, key),
    leaveQueue: (ticketId, key) => ask(visitorPaths.leaveQueue(encodeURIComponent(ticketId)), undefined, key),
    payDirect: (request, key) => ask(visitorPaths.payments, request, key),
    login: (request) => ask(visitorPaths.logins + (release ? `?release=${release}` : ''), request),
    finishLogin: (code) => ask(visitorPaths.loginCodes, { code }),
    // Somebody who was never here is signed in nowhere.
    customer: () => (session.isKnown() ? ask(visitorPaths.customer) : Promise.resolve({ ok: true, value: null })),
  }
}

function failureOf(answer: unknown, status: number): ShopFailure {
  const failure = (answer as { readonly error?: Partial<ShopFailure> } | undefined)?.error
  if (typeof failure?.code === 'string') return { message: '', ...failure, code: failure.code }
  return { code: status === 429 ? 'too-many-requests' : 'internal', message: `The shop answered ${status}` }
}
