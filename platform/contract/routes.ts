import { shopDataPath, shopNewsPath } from './shop-data-path.ts'

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
  /** GET: every program this person may see, in whatever workspace, last changed first. */
  allPrograms: '/api/programs',
  /** GET: members and pending invitations. */
  workspacePeople: <WorkspaceId extends string>(workspaceId: WorkspaceId) =>
    `/api/workspaces/${workspaceId}/people` as const,
  /** GET: members, guests of every program, and all open invitations, for owners. */
  everybody: <WorkspaceId extends string>(workspaceId: WorkspaceId) =>
    `/api/workspaces/${workspaceId}/everybody` as const,
  /** PATCH (role), DELETE (remove; oneself: leave). */
  workspacePerson: <WorkspaceId extends string, UserId extends string>(workspaceId: WorkspaceId, userId: UserId) =>
    `/api/workspaces/${workspaceId}/people/${userId}` as const,
  /** POST. */
  workspaceInvitations: <WorkspaceId extends string>(workspaceId: WorkspaceId) =>
    `/api/workspaces/${workspaceId}/invitations` as const,
  /** DELETE: takes it back. */
  workspaceInvitation: <WorkspaceId extends string, InvitationId extends string>(
    workspaceId: WorkspaceId,
    invitationId: InvitationId,
  ) => `/api/workspaces/${workspaceId}/invitations/${invitationId}` as const,
  /** Likewise of one program: members of its workspace, and guests. */
  people: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/people` as const,
  person: <ProgramId extends string, UserId extends string>(programId: ProgramId, userId: UserId) =>
    `/api/programs/${programId}/people/${userId}` as const,
  invitations: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/invitations` as const,
  invitation: <ProgramId extends string, InvitationId extends string>(
    programId: ProgramId,
    invitationId: InvitationId,
  ) => `/api/programs/${programId}/invitations/${invitationId}` as const,
  /** GET threads, POST starts one. */
  comments: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/comments` as const,
  /** GET, PATCH (resolve, open again, read). */
  comment: <ProgramId extends string, ThreadId extends string>(programId: ProgramId, threadId: ThreadId) =>
    `/api/programs/${programId}/comments/${threadId}` as const,
  /** POST. */
  commentReplies: <ProgramId extends string, ThreadId extends string>(programId: ProgramId, threadId: ThreadId) =>
    `/api/programs/${programId}/comments/${threadId}/replies` as const,
  /** PATCH by its author: other words, taken back, brought back. */
  commentReply: <ProgramId extends string, ThreadId extends string, CommentId extends string>(
    programId: ProgramId,
    threadId: ThreadId,
    commentId: CommentId,
  ) => `/api/programs/${programId}/comments/${threadId}/replies/${commentId}` as const,
  /** GET versions, POST makes one of now. */
  history: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/history` as const,
  /** GET (the document as it was), PATCH (name). */
  version: <ProgramId extends string, Seq extends string>(programId: ProgramId, seq: Seq) =>
    `/api/programs/${programId}/history/versions/${seq}` as const,
  /** GET `?after=&upto=`: who wrote what between two versions, or since one. */
  touches: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/history/touches` as const,
  /** POST: one is looking; answers since when one was not. */
  visit: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/history/visit` as const,
  /** GET `?area=&by=&kind=&subject=&before=`: who changed what of the shop. */
  shopChanges: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/changes` as const,
  /** POST: sets the earlier value back. */
  takeBackChange: <ProgramId extends string, Seq extends string>(programId: ProgramId, seq: Seq) =>
    `/api/programs/${programId}/changes/${seq}/take-back` as const,
  /** POST: sets back all that one act changed. */
  takeBackAct: <ProgramId extends string, ActId extends string>(programId: ProgramId, actId: ActId) =>
    `/api/programs/${programId}/changes/acts/${actId}/take-back` as const,
  /** GET, likewise of all programs and of the team. */
  workspaceChanges: <WorkspaceId extends string>(workspaceId: WorkspaceId) =>
    `/api/workspaces/${workspaceId}/changes` as const,
  /** GET: what it invites to, for whoever has the link. */
  invited: <Key extends string>(key: Key) => `/api/invitations/${key}` as const,
  /** POST: joins. */
  acceptInvitation: <Key extends string>(key: Key) => `/api/invitations/${key}/accept` as const,
  /** GET, POST adds an address that is told what happens. */
  webhooks: <WorkspaceId extends string>(workspaceId: WorkspaceId) =>
    `/api/workspaces/${workspaceId}/webhooks` as const,
  /** PATCH (on or off), DELETE. */
  webhook: <WorkspaceId extends string, WebhookId extends string>(workspaceId: WorkspaceId, webhookId: WebhookId) =>
    `/api/workspaces/${workspaceId}/webhooks/${webhookId}` as const,
  /** GET: what it was told. */
  webhookDeliveries: <WorkspaceId extends string, WebhookId extends string>(
    workspaceId: WorkspaceId,
    webhookId: WebhookId,
  ) => `/api/workspaces/${workspaceId}/webhooks/${webhookId}/deliveries` as const,
  /** POST: once more. */
  sendWebhookAgain: <WorkspaceId extends string, WebhookId extends string, DeliveryId extends string>(
    workspaceId: WorkspaceId,
    webhookId: WebhookId,
    deliveryId: DeliveryId,
  ) => `/api/workspaces/${workspaceId}/webhooks/${webhookId}/deliveries/${deliveryId}/again` as const,
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
  /** GET: the compiled program of a release, for ever the same. */
  releasedProgram: <ProgramId extends string, ReleaseId extends string>(programId: ProgramId, releaseId: ReleaseId) =>
    `/api/programs/${programId}/releases/${releaseId}/program` as const,
  /** GET: what is live, what is planned, the gradual release that runs. */
  publishing: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/publishing` as const,
  /** POST: takes the program offline at once. */
  unpublish: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/unpublish` as const,
  /** POST: takes it offline at a moment. */
  releasePlans: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/plans` as const,
  /** DELETE: it will not happen. */
  releasePlan: <ProgramId extends string, PlanId extends string>(programId: ProgramId, planId: PlanId) =>
    `/api/programs/${programId}/plans/${planId}` as const,
  /** PATCH (share), POST (promote or stop). */
  rollout: <ProgramId extends string, RolloutId extends string>(programId: ProgramId, rolloutId: RolloutId) =>
    `/api/programs/${programId}/rollouts/${rolloutId}` as const,
  /** GET the ones that can be opened, POST makes one of the draft as it is now. */
  previewLinks: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/preview-links` as const,
  /** DELETE: it opens no more. */
  previewLink: <ProgramId extends string, LinkId extends string>(programId: ProgramId, linkId: LinkId) =>
    `/api/programs/${programId}/preview-links/${linkId}` as const,
  /** GET: the release as a zip file. */
  releasePackage: <ProgramId extends string, ReleaseId extends string>(programId: ProgramId, releaseId: ReleaseId) =>
    `/api/programs/${programId}/releases/${releaseId}/package` as const,
  /** GET a part of the library (`?search=&before=`), POST multipart upload (field `file`). */
  pictures: <WorkspaceId extends string>(workspaceId: WorkspaceId) =>
    `/api/workspaces/${workspaceId}/pictures` as const,
  /** PATCH (name, suggested text, taken out or put back). */
  picture: <WorkspaceId extends string, PictureId extends string>(workspaceId: WorkspaceId, pictureId: PictureId) =>
    `/api/workspaces/${workspaceId}/pictures/${pictureId}` as const,
  /** GET `?after=`: where it is used, some programs at a time. */
  pictureUses: <WorkspaceId extends string, PictureId extends string>(workspaceId: WorkspaceId, pictureId: PictureId) =>
    `/api/workspaces/${workspaceId}/pictures/${pictureId}/uses` as const,
  /** GET: `ShopData` as a visitor sees it, for canvas and preview. */
  shopData: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/shop-data` as const,
  catalogue: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/catalogue` as const,
  /** POST: a new dish, or one with all that is said of it. */
  saveDish: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/catalogue/dishes` as const,
  /** PATCH. */
  dish: <ProgramId extends string, DishId extends string>(programId: ProgramId, dishId: DishId) =>
    `/api/programs/${programId}/catalogue/dishes/${dishId}` as const,
  /** PUT. */
  dishSoldOut: <ProgramId extends string, DishId extends string>(programId: ProgramId, dishId: DishId) =>
    `/api/programs/${programId}/catalogue/dishes/${dishId}/sold-out` as const,
  /** POST: what a table of the menu would change. */
  menuImportPreview: <ProgramId extends string>(programId: ProgramId) =>
    `/api/programs/${programId}/catalogue/import/preview` as const,
  /** POST: does it. */
  menuImport: <ProgramId extends string>(programId: ProgramId) =>
    `/api/programs/${programId}/catalogue/import` as const,
  /** PATCH: when it is served. */
  category: <ProgramId extends string, CategoryId extends string>(programId: ProgramId, categoryId: CategoryId) =>
    `/api/programs/${programId}/catalogue/categories/${categoryId}` as const,
  /** GET: how many there are of each variant that is counted. */
  stockLevels: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/stock` as const,
  /** PATCH: whether it is counted, and when few are left. */
  stock: <ProgramId extends string, VariantId extends string>(programId: ProgramId, variantId: VariantId) =>
    `/api/programs/${programId}/stock/${variantId}` as const,
  /** GET the newest moves, POST one. */
  stockEntries: <ProgramId extends string, VariantId extends string>(programId: ProgramId, variantId: VariantId) =>
    `/api/programs/${programId}/stock/${variantId}/entries` as const,
  /** GET `?scope=open|today|all`, newest first. */
  orders: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/orders` as const,
  /** POST. */
  orderAction: <ProgramId extends string, OrderId extends string>(programId: ProgramId, orderId: OrderId) =>
    `/api/programs/${programId}/orders/${orderId}/actions` as const,
  /** POST: gives back part of a paid order, or all of it. */
  orderRefunds: <ProgramId extends string, OrderId extends string>(programId: ProgramId, orderId: OrderId) =>
    `/api/programs/${programId}/orders/${orderId}/refunds` as const,
  /** POST: a ticket of the kitchen goes a step on or back. */
  ticketMoves: <ProgramId extends string, OrderId extends string, TicketId extends string>(
    programId: ProgramId,
    orderId: OrderId,
    ticketId: TicketId,
  ) => `/api/programs/${programId}/orders/${orderId}/tickets/${ticketId}/moves` as const,
  /** GET, PUT: where the shop delivers. */
  delivery: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/delivery` as const,
  /** GET, PATCH: who makes what. */
  stations: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/stations` as const,
  /** GET `?from=YYYY-MM-DD&to=YYYY-MM-DD` in the shop's zone. */
  bookings: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/bookings` as const,
  bookingAction: <ProgramId extends string, BookingId extends string>(programId: ProgramId, bookingId: BookingId) =>
    `/api/programs/${programId}/bookings/${bookingId}/actions` as const,
  /** GET `?date=YYYY-MM-DD`: where it could go; POST: to another time or table. */
  moveBooking: <ProgramId extends string, BookingId extends string>(programId: ProgramId, bookingId: BookingId) =>
    `/api/programs/${programId}/bookings/${bookingId}/moves` as const,
  /** GET list with figures, POST create. */
  coupons: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/coupons` as const,
  /** PATCH. */
  coupon: <ProgramId extends string, CouponId extends string>(programId: ProgramId, couponId: CouponId) =>
    `/api/programs/${programId}/coupons/${couponId}` as const,
  /** GET list with figures, POST create. */
  flashSales: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/flash-sales` as const,
  /** PATCH. */
  flashSale: <ProgramId extends string, SaleId extends string>(programId: ProgramId, saleId: SaleId) =>
    `/api/programs/${programId}/flash-sales/${saleId}` as const,
  members: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/members` as const,
  /** GET `?status=open|over&search=`, POST takes something in. */
  jobs: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/jobs` as const,
  /** DELETE. */
  job: <ProgramId extends string, JobId extends string>(programId: ProgramId, jobId: JobId) =>
    `/api/programs/${programId}/jobs/${jobId}` as const,
  /** POST. */
  jobAction: <ProgramId extends string, JobId extends string>(programId: ProgramId, jobId: JobId) =>
    `/api/programs/${programId}/jobs/${jobId}/actions` as const,
  /** GET the lines of today, PUT (give numbers or not). */
  queue: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/queue` as const,
  /** POST: a party at the door. */
  queueTickets: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/queue/tickets` as const,
  /** POST. */
  queueTicketAction: <ProgramId extends string, TicketId extends string>(programId: ProgramId, ticketId: TicketId) =>
    `/api/programs/${programId}/queue/tickets/${ticketId}/actions` as const,
  /** GET: all that the shop has of a person. */
  memberExport: <ProgramId extends string, MemberId extends string>(programId: ProgramId, memberId: MemberId) =>
    `/api/programs/${programId}/members/${memberId}/export` as const,
  /** GET: one member with all that they did here; DELETE: forgets them. */
  member: <ProgramId extends string, MemberId extends string>(programId: ProgramId, memberId: MemberId) =>
    `/api/programs/${programId}/members/${memberId}` as const,
  /** POST: adds points by hand, or takes some. */
  memberPoints: <ProgramId extends string, MemberId extends string>(programId: ProgramId, memberId: MemberId) =>
    `/api/programs/${programId}/members/${memberId}/points` as const,
  /** POST: stamps from the counter's hand. */
  memberStamps: <ProgramId extends string, MemberId extends string>(programId: ProgramId, memberId: MemberId) =>
    `/api/programs/${programId}/members/${memberId}/stamps` as const,
  /** POST: takes a coupon in at the counter. */
  memberCoupon: <ProgramId extends string, MemberId extends string, ClaimId extends string>(
    programId: ProgramId,
    memberId: MemberId,
    claimId: ClaimId,
  ) => `/api/programs/${programId}/members/${memberId}/coupons/${claimId}` as const,
  /** GET `?status=new|done&before=<id>`: what visitors sent by forms, newest first. */
  submissions: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/submissions` as const,
  /** PATCH marks it, DELETE erases it. */
  submission: <ProgramId extends string, SubmissionId extends string>(
    programId: ProgramId,
    submissionId: SubmissionId,
  ) => `/api/programs/${programId}/submissions/${submissionId}` as const,
  /** GET: a file that came along: a picture to look at, a PDF to keep. */
  submittedFile: <ProgramId extends string, SubmissionId extends string, FileId extends string>(
    programId: ProgramId,
    submissionId: SubmissionId,
    fileId: FileId,
  ) => `/api/programs/${programId}/submissions/${submissionId}/files/${fileId}` as const,
  /** GET `?days=1|7|28|90`: how the published program is used. */
  visits: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/visits` as const,
  /** GET: the same by block, of the last 28 days, for the canvas. */
  blockFigures: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/visits/blocks` as const,
  /** GET `?days=1|7|28|90`: what was sold, booked, and who came back. */
  report: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/report` as const,
  today: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/today` as const,
  /** GET, PATCH. */
  settings: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/settings` as const,
  /** GET, PATCH: whether prices hold tax, and the rates. */
  taxes: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/taxes` as const,
  /** GET the posters with what came of them, POST one more. */
  posters: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/posters` as const,
  /** DELETE. */
  poster: <ProgramId extends string, Code extends string>(programId: ProgramId, code: Code) =>
    `/api/programs/${programId}/posters/${code}` as const,
  /** POST: a code that shows the draft on a phone. */
  phonePreviews: <ProgramId extends string>(programId: ProgramId) =>
    `/api/programs/${programId}/phone-previews` as const,
  /** DELETE: phones that watch by it see no more. */
  phonePreview: <ProgramId extends string, PreviewId extends string>(programId: ProgramId, previewId: PreviewId) =>
    `/api/programs/${programId}/phone-previews/${previewId}` as const,
  /** Server-sent events with replay by `Last-Event-ID`. */
  events: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/events` as const,
  /** POST: quotes for the editor's preview, priced like a visitor's; `slots` likewise by GET. */
  previewQuote: <ProgramId extends string>(programId: ProgramId) =>
    `/api/programs/${programId}/preview/quotes` as const,
  previewSlots: <ProgramId extends string>(programId: ProgramId) => `/api/programs/${programId}/preview/slots` as const,
} as const

/** The studio of a program, opened at one thread of comments. */
export const commentPath = (programId: string, threadId: string) =>
  `/p/${programId}?${commentParam}=${threadId}` as const
export const commentParam = 'comment'

/** The page of the editor where an invitation is read and accepted. */
export const invitationPath = <Key extends string>(key: Key) => `/join/${key}` as const

/** What a phone asks that shows a draft; it is nobody, and knows the program by the token of the scanned code alone. */
export const phonePaths = {
  /** A page of the editor. */
  page: <Token extends string>(token: Token) => `/phone/${token}` as const,
  /** GET: which program, and until when. */
  draft: <Token extends string>(token: Token) => `/api/phone/${token}` as const,
  /** GET: `ShopData`, with an ETag. */
  shopData: <Token extends string>(token: Token) => `/api/phone/${token}/shop-data` as const,
  /** POST. */
  quotes: <Token extends string>(token: Token) => `/api/phone/${token}/quotes` as const,
  /** GET. */
  slots: <Token extends string>(token: Token) => `/api/phone/${token}/slots` as const,
} as const

/** Name of the token in the address of the document's WebSocket. */
export const phoneTokenParam = 'phone'

/** WebSocket of one program's document; y-websocket takes the last part as the room. */
export const collabPath = '/collab'

/**
 * Visitor's side, on the program's origin. `Authorization: Bearer <token>` from `session`; writes that move money,
 * bookings or points carry `Idempotency-Key: <uuid>`. Errors are `{ error: ShopFailure }`.
 */
export const visitorPaths = {
  /** POST `{ visitorKey: string | null }` → `{ visitorKey, token, expiresAtIso }`. The key stays on this origin. */
  session: '/_shop/session',
  data: shopDataPath,
  dataEvents: shopNewsPath,
  quotes: '/_shop/quotes',
  orders: '/_shop/orders',
  order: <OrderId extends string>(orderId: OrderId) => `/_shop/orders/${orderId}` as const,
  /** POST, no body: answers a `PaymentIntent` for an own order that is still unpaid or whose payment failed. */
  /** POST: a tip for an own order. */
  tipOrder: <OrderId extends string>(orderId: OrderId) => `/_shop/orders/${orderId}/tips` as const,
  payOrder: <OrderId extends string>(orderId: OrderId) => `/_shop/orders/${orderId}/payments` as const,
  /** Server-sent events: one `order` event with the whole order for each change; token as `?token=`. */
  orderEvents: <OrderId extends string>(orderId: OrderId) => `/_shop/orders/${orderId}/events` as const,
  /** GET: a page. Who has the address may read it. */
  receipt: <Key extends string>(key: Key) => `/_shop/receipts/${key}` as const,
  slots: '/_shop/slots',
  holds: '/_shop/holds',
  /** GET own, POST confirm. */
  bookings: '/_shop/bookings',
  cancelBooking: <BookingId extends string>(bookingId: BookingId) => `/_shop/bookings/${bookingId}/cancel` as const,
  /** POST: answers a `PaymentIntent` for an own booking that waits for its deposit. */
  payDeposit: <BookingId extends string>(bookingId: BookingId) => `/_shop/bookings/${bookingId}/payments` as const,
  /** POST: to another time; refused, it stays where it is. */
  moveBooking: <BookingId extends string>(bookingId: BookingId) => `/_shop/bookings/${bookingId}/moves` as const,
  /** GET own card or null, POST join. */
  card: '/_shop/card',
  /** GET: the visitor's own coupons. */
  coupons: '/_shop/coupons',
  /** POST: begins to ask the customer who they are; answers with the page of the platform that asks (`LoginIntent`). */
  logins: '/_shop/logins',
  /** POST `{ code }`: ends it, with what the platform's page sent back. */
  loginCodes: '/_shop/login-codes',
  /** GET: who is signed in, as far as the program may know; null when nobody is. */
  customer: '/_shop/customer',
  /** POST, no body: takes one of this coupon. */
  claimCoupon: <CouponId extends string>(couponId: CouponId) => `/_shop/coupons/${couponId}/claims` as const,
  /** POST, no body: checks in for the shop's business day; answers with the card. */
  checkIns: '/_shop/check-ins',
  /** POST, no body: buys this reward with points. */
  redeemReward: <CouponId extends string>(couponId: CouponId) => `/_shop/rewards/${couponId}/redemptions` as const,
  /** POST `?release=<id>`: a form that was filled in on a page of that release. */
  submissions: '/_shop/submissions',
  /** POST multipart (field `file`) `?nodeId=&question=&release=`: a file for a form that is still being filled in. */
  attachments: '/_shop/attachments',
  /** POST `{ code }`: how far that is. */
  jobLookups: '/_shop/job-lookups',
  /** GET the lines, and the own number for whoever sends a token; POST takes a number. */
  queue: '/_shop/queue',
  /** Server-sent events: one `queue` event with all of it for each change; token as `?token=`. */
  queueEvents: '/_shop/queue/events',
  /** POST, no body: gives the number back. */
  leaveQueue: <TicketId extends string>(ticketId: TicketId) => `/_shop/queue/${ticketId}/leave` as const,
  payments: '/_shop/payments',
  /** POST `?release=&page=`, by `navigator.sendBeacon`, as text: what a page tells of itself when it is left (`seenNotes`). */
  seen: '/_shop/seen',
  /** GET `?page=<slug>`: what of a page only members get; null for everybody else. */
  memberParts: '/_shop/member-parts',
} as const

/** The platform's pages for customers, on its own origin; `loginReturn` is where they lead back to, on a program's. */
export const customerPaths = {
  root: '/customer',
  login: <Token extends string>(token: Token) => `/customer/login/${token}` as const,
  account: '/customer/account',
  /** A message that the demo did not send. */
  outbox: <Key extends string>(key: Key) => `/customer/outbox/${key}` as const,
  /** The code stands behind a `#`, which no server is told. */
  loginReturn: '/_login',
} as const

/** On the platform's origin: the cashier of the built-in sandbox provider. */
export const cashierPath = <Token extends string>(token: Token) => `/cashier/${token}` as const
