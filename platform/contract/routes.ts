/**
 * Every path of the HTTP interface in one place. Called with `':programId'` they give the pattern that a route matches.
 * The merchant's side is under `/api` of the platform's origin; the visitor's side under `/_shop` of the program's own
 * origin, so a program talks to nobody but itself.
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
  programs: <WorkspaceId extends string>(workspaceId: WorkspaceId) =>
    `/api/workspaces/${workspaceId}/programs` as const,
  /** GET, PATCH (rename). */
  program: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}` as const,
  /** GET list newest first, POST publish. */
  releases: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/releases` as const,
  /** POST: makes this release the live one. */
  activateRelease: <ProgramId extends string, ReleaseId extends string>(programId: ProgramId, releaseId: ReleaseId) =>
    `/api/programs/${programId}/releases/${releaseId}/activate` as const,
  /** GET list, POST multipart upload (field `file`). */
  pictures: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/pictures` as const,
  /** GET: `ShopData` as a visitor sees it, for canvas and preview. */
  shopData: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/shop-data` as const,
  catalogue: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/catalogue` as const,
  /** PATCH. */
  dish: <ProgramId extends string, DishId extends string>(programId: ProgramId, dishId: DishId) =>
    `/api/programs/${programId}/catalogue/dishes/${dishId}` as const,
  /** PUT. */
  dishSoldOut: <ProgramId extends string, DishId extends string>(programId: ProgramId, dishId: DishId) =>
    `/api/programs/${programId}/catalogue/dishes/${dishId}/sold-out` as const,
  /** GET `?scope=open|today|all`, newest first. */
  orders: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/orders` as const,
  /** POST. */
  orderAction: <ProgramId extends string, OrderId extends string>(programId: ProgramId, orderId: OrderId) =>
    `/api/programs/${programId}/orders/${orderId}/actions` as const,
  /** GET `?from=YYYY-MM-DD&to=YYYY-MM-DD` in the shop's zone. */
  bookings: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/bookings` as const,
  bookingAction: <ProgramId extends string, BookingId extends string>(programId: ProgramId, bookingId: BookingId) =>
    `/api/programs/${programId}/bookings/${bookingId}/actions` as const,
  members: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/members` as const,
  today: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/today` as const,
  /** GET, PATCH. */
  settings: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/settings` as const,
  /** Server-sent events with replay by `Last-Event-ID`. */
  events: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/events` as const,
  /** POST: quotes for the editor's preview, priced like a visitor's; `slots` likewise by GET. */
  previewQuote: <ProgramId extends string>(programId: ProgramId) =>
    `/api/programs/${programId}/preview/quotes` as const,
  previewSlots: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/preview/slots` as const,
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
  order: <OrderId extends string>(orderId: OrderId) => `/_shop/orders/${orderId}` as const,
  /** POST, no body: answers a `PaymentIntent` for an own order that is still unpaid or whose payment failed. */
  payOrder: <OrderId extends string>(orderId: OrderId) => `/_shop/orders/${orderId}/payments` as const,
  /** Server-sent events: one `order` event with the whole order for each change; token as `?token=`. */
  orderEvents: <OrderId extends string>(orderId: OrderId) => `/_shop/orders/${orderId}/events` as const,
  slots: '/_shop/slots',
  holds: '/_shop/holds',
  /** GET own, POST confirm. */
  bookings: '/_shop/bookings',
  cancelBooking: <BookingId extends string>(bookingId: BookingId) => `/_shop/bookings/${bookingId}/cancel` as const,
  /** GET own card or null, POST join. */
  card: '/_shop/card',
  payments: '/_shop/payments',
} as const

/** On the platform's origin: the cashier of the built-in sandbox provider. */
export const cashierPath = <Token extends string>(token: Token) => `/cashier/${token}` as const
