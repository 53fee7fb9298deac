/**
 * Every path of the HTTP interface in one place. The merchant's side is under `/api` of the platform's origin; the
 * visitor's side under `/_shop` of the program's own origin, so a program talks to nobody but itself.
 *
 * Answers carry no envelope: a list is a bare JSON array, a write answers the whole thing as it is afterwards (the dish,
 * the order, the booking, the settings, the release). Only publishing answers more (`publishResult`).
 */
export const merchantPaths = {
  /** better-auth: `/sign-up/email`, `/sign-in/email`, `/sign-out`, `/get-session`. */
  auth: '/api/auth',
  /** POST: signs in as a demo merchant of this installation. */
  demo: '/api/demo',
  me: '/api/me',
  templates: '/api/templates',
  /** GET list, POST create. */
  programs: (workspaceId: string) => `/api/workspaces/${workspaceId}/programs`,
  /** GET, PATCH (rename). */
  program: (programId: string) => `/api/programs/${programId}`,
  /** GET list newest first, POST publish. */
  releases: (programId: string) => `/api/programs/${programId}/releases`,
  /** POST: makes this release the live one. */
  activateRelease: (programId: string, releaseId: string) => `/api/programs/${programId}/releases/${releaseId}/activate`,
  /** GET list, POST multipart upload (field `file`). */
  pictures: (programId: string) => `/api/programs/${programId}/pictures`,
  /** GET: `ShopData` as a visitor sees it, for canvas and preview. */
  shopData: (programId: string) => `/api/programs/${programId}/shop-data`,
  catalogue: (programId: string) => `/api/programs/${programId}/catalogue`,
  /** PATCH. */
  dish: (programId: string, dishId: string) => `/api/programs/${programId}/catalogue/dishes/${dishId}`,
  /** PUT. */
  dishSoldOut: (programId: string, dishId: string) => `/api/programs/${programId}/catalogue/dishes/${dishId}/sold-out`,
  /** GET `?scope=open|today|all`, newest first. */
  orders: (programId: string) => `/api/programs/${programId}/orders`,
  /** POST. */
  orderAction: (programId: string, orderId: string) => `/api/programs/${programId}/orders/${orderId}/actions`,
  /** GET `?from=YYYY-MM-DD&to=YYYY-MM-DD` in the shop's zone. */
  bookings: (programId: string) => `/api/programs/${programId}/bookings`,
  bookingAction: (programId: string, bookingId: string) => `/api/programs/${programId}/bookings/${bookingId}/actions`,
  members: (programId: string) => `/api/programs/${programId}/members`,
  today: (programId: string) => `/api/programs/${programId}/today`,
  /** GET, PATCH. */
  settings: (programId: string) => `/api/programs/${programId}/settings`,
  /** Server-sent events with replay by `Last-Event-ID`. */
  events: (programId: string) => `/api/programs/${programId}/events`,
  /** POST: quotes for the editor's preview, priced like a visitor's; `slots` likewise by GET. */
  previewQuote: (programId: string) => `/api/programs/${programId}/preview/quotes`,
  previewSlots: (programId: string) => `/api/programs/${programId}/preview/slots`,
} as const

/** WebSocket of one program's document; y-websocket takes the last part as the room. */
export const collabPath = '/collab'

/**
 * Visitor's side, on the program's origin. `Authorization: Bearer <token>` from `session`; writes that move money,
 * bookings or points carry `Idempotency-Key: <uuid>`. Errors are `{ error: ShopFailure }`.
 */
export const visitorPaths = {
  /** POST `{ visitorKey: string | null }` → `{ visitorKey, token, expiresAtIso }`. The key stays on this origin. */
  session: '/_shop/session',
  /** GET: all of `ShopData`, with an ETag. */
  data: '/_shop/data',
  quotes: '/_shop/quotes',
  orders: '/_shop/orders',
  order: (orderId: string) => `/_shop/orders/${orderId}`,
  /** POST, no body: answers a `PaymentIntent` for an own order that is still unpaid or whose payment failed. */
  payOrder: (orderId: string) => `/_shop/orders/${orderId}/payments`,
  /** Server-sent events: one `order` event with the whole order for each change; token as `?token=`. */
  orderEvents: (orderId: string) => `/_shop/orders/${orderId}/events`,
  slots: '/_shop/slots',
  holds: '/_shop/holds',
  /** GET own, POST confirm. */
  bookings: '/_shop/bookings',
  cancelBooking: (bookingId: string) => `/_shop/bookings/${bookingId}/cancel`,
  /** GET own card or null, POST join. */
  card: '/_shop/card',
  payments: '/_shop/payments',
} as const

/** On the platform's origin: the cashier of the built-in sandbox provider. */
export const cashierPath = (token: string) => `/cashier/${token}`
