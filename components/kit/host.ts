/**
 * Everything a block may do to the world, promise-based and the same on every target: a page of its own, the editor's
 * preview, later the native shells. Blocks never touch `fetch` or `window`.
 */
import type {
  Booking,
  ConfirmBookingRequest,
  Hold,
  HoldRequest,
  MoveBookingRequest,
  Slot,
  SlotQuery,
} from '#model/shop/bookings.ts'
import type { Customer, LoginIntent, LoginRequest } from '#model/shop/customers.ts'
import type { OwnCoupon } from '#model/shop/coupons.ts'
import type { AttachRequest, SubmitFormRequest, SubmittedForm } from '#model/shop/form-requests.ts'
import type { AttachedFile } from '#model/shop/forms.ts'
import type { JoinRequest, Membership } from '#model/shop/members.ts'
import type {
  DirectPaymentRequest,
  PaymentIntent,
  PlacedOrder,
  PlaceOrderRequest,
  Quote,
  QuoteRequest,
} from '#model/shop/orders.ts'
import type { TipRequest } from '#model/shop/tips.ts'
import type { FindJobRequest, JobProgress } from '#model/shop/progress.ts'
import type { QueueView, TakeTicketRequest } from '#model/shop/queue.ts'
import type { ShopFailure } from '#model/shop/failure.ts'
import type { JsonValue } from '#model/json.ts'
import type { LinkValue } from './fields.ts'
import type { VisitorDataKey } from './view.ts'

/** The shop's answer: a value, or the reason in a form that a program can put into words. Never rejects. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: ShopFailure }

/** Why it could not be done; when it can, there is nobody left to hear of it. */
export type NotDone = Extract<Answer<never>, { readonly ok: false }>

export interface ShopActions {
  /** Prices a cart; the only source of a total that counts. */
  quote(request: QuoteRequest): Promise<Answer<Quote>>
  /** @param key - idempotency key: the same key twice answers with the same order. Make it with `host.newKey()` once per intention. */
  placeOrder(request: PlaceOrderRequest, key: string): Promise<Answer<PlacedOrder>>
  /** A new way to pay for an own order that waits for its payment, e.g. after a declined card. Refused with `conflict` once it is paid or closed. */
  payOrder(orderId: string, key: string): Promise<Answer<PaymentIntent>>
  /** A tip for an own order. Refused with `conflict` when it takes none, or has one. */
  tipOrder(request: TipRequest, key: string): Promise<Answer<PaymentIntent>>
  slots(query: SlotQuery): Promise<Answer<readonly Slot[]>>
  holdSlot(request: HoldRequest, key: string): Promise<Answer<Hold>>
  confirmBooking(request: ConfirmBookingRequest, key: string): Promise<Answer<Booking>>
  /** A way to pay the deposit of an own booking that waits for it. Refused with `conflict` when it does not, or not any more. */
  payDeposit(bookingId: string, key: string): Promise<Answer<PaymentIntent>>
  cancelBooking(bookingId: string, key: string): Promise<Answer<Booking>>
  /** To another time. Refused (`slot-taken`), it stays where it is. */
  moveBooking(bookingId: string, request: MoveBookingRequest, key: string): Promise<Answer<Booking>>
  /** Takes one of this coupon. Refused with `coupon-gone` when there is none left, `coupon-not-for-you` for strangers. */
  claimCoupon(couponId: string, key: string): Promise<Answer<OwnCoupon>>
  /** Checks in for the shop's business day; once a day, however often it is asked. Refused with `members-only`. */
  checkIn(key: string): Promise<Answer<Membership>>
  /** Buys this reward with points. Refused with `not-enough-points`, or as {@link claimCoupon} is. */
  redeemReward(couponId: string, key: string): Promise<Answer<OwnCoupon>>
  join(request: JoinRequest, key: string): Promise<Answer<Membership>>
  /** Sends a form; the customer has agreed to its sentence. Refused with `bad-request` when answers are not as asked. */
  submitForm(request: SubmitFormRequest, key: string): Promise<Answer<SubmittedForm>>
  /** Adds a file to a form that is not sent yet. Refused with `file-refused`, the first subject telling why (`FileRefusal`). */
  attachFile(request: AttachRequest, file: ChosenFile): Promise<Answer<AttachedFile>>
  /** How far the work with this code is. Refused with `not-found`, and with `too-many-requests` after a few tries. */
  findJob(request: FindJobRequest): Promise<Answer<JobProgress>>
  /** Takes a number for a table. Refused with `closed`, and with `conflict` for somebody who has one. */
  takeTicket(request: TakeTicketRequest, key: string): Promise<Answer<QueueView>>
  leaveQueue(ticketId: string, key: string): Promise<Answer<QueueView>>
  payDirect(request: DirectPaymentRequest, key: string): Promise<Answer<PaymentIntent>>
  /** Begins to ask the customer who they are. Blocks use {@link Host.login}, which also goes there. */
  login(request: LoginRequest): Promise<Answer<LoginIntent>>
  /** Who is signed in, with what they agreed that this program may know; null when nobody is. */
  customer(): Promise<Answer<Customer | null>>
}

/** Kinds of links that lead to something inside a block. */
export type WishKind = Extract<LinkValue['kind'], 'dish' | 'service' | 'coupon'>

/** What is asked of it is begun at once, in the same tap; the promise settles when it is done or was handed on. Never rejects. */
export interface Host {
  readonly shop: ShopActions
  /** Follows a link of the program. Does nothing on the canvas. */
  open(link: LinkValue): Promise<void>
  /**
   * The address a link leads to where links have addresses (the web), so that it works before, or without, any script.
   * Absent, or undefined for a link: only {@link open} can follow it.
   */
  href?(link: LinkValue): string | undefined
  /**
   * What the address, or a link just followed, asks a block of this page to show: a dish, a service, a coupon. Absent where no
   * link leads into a page. Blocks follow it by `useWish`.
   */
  readonly wish?: {
    /** The id that is asked for, once: who takes it, shows it. */
    take(kind: WishKind): string | undefined
    subscribe(listener: () => void): () => void
  }
  /** The pages of the program that anybody may look for. Absent where they are not known. */
  pages?(): readonly ProgramPage[]
  /** Goes to the page of one order. */
  openOrder(orderId: string): Promise<void>
  /**
   * Leaves for the platform's cashier; comes back to the order's page (or this page for a direct payment or a deposit). Answers only when it
   * could not go there.
   */
  pay(intent: PaymentIntent): Promise<NotDone>
  /**
   * Leaves for the platform's page on which the customer signs in and says what of this the program may know; comes back to
   * this page whatever they say, and {@link ShopActions.customer} then tells. Answers only when it could not go there.
   */
  login(need: Omit<LoginRequest, 'returnTo'>): Promise<NotDone>
  /** Goes to where the customer sees what they agreed to, takes it back, and signs out. */
  openAccount(customer: Customer): Promise<void>
  /**
   * The customer's own number: at once when they have agreed to share it, else it asks them as {@link login} does, which leaves
   * this page.
   */
  phone(need: Omit<LoginRequest, 'returnTo' | 'fields'>): Promise<Answer<string>>
  /** Lets the customer choose a city. Refused with `cancelled` when they do not. */
  pickCity(choice?: { readonly current?: string }): Promise<Answer<City>>
  call(phone: string): Promise<void>
  /** Opens a map at this place, or at the shop's own address. Refused with `not-found` when there is none. */
  openMap(place?: Place): Promise<Answer<null>>
  /** Lets the visitor choose files of these media types. Refused with `cancelled` when they do not. */
  chooseFiles(types: readonly string[]): Promise<Answer<readonly ChosenFile[]>>
  /** Reads a code with the camera, or from a picture where there is none. Refused with `cancelled` or `unsupported`. */
  scan(): Promise<Answer<string>>
  /** Offers this page, or one that a link leads to, to be sent to somebody; where the phone cannot, its address is copied. */
  share(what: ShareRequest): Promise<Answer<'shared' | 'copied'>>
  /** Puts words where the visitor can paste them into another app. Refused with `unsupported` where the phone cannot. */
  copy(text: string): Promise<Answer<null>>
  /** Hands the visitor a calendar file of the booking, or of something else that begins at a time. */
  saveToCalendar(what: Booking | CalendarEvent): Promise<Answer<null>>
  toast(text: string): Promise<void>
  /** Loads this data of the visitor again, e.g. after joining. */
  refresh(key: VisitorDataKey): Promise<void>
  /**
   * Reads JSON that the program's own origin publishes for everybody. Carries nothing that tells who asks.
   * @param path - begins with one slash
   */
  request(path: string): Promise<Answer<JsonValue>>
  /** Kept per program and person, at most 64 KB in all; a full or closed storage is a silent miss. */
  readonly storage: {
    get(key: string): Promise<JsonValue | undefined>
    set(key: string, value: JsonValue): Promise<void>
  }
  /** A fresh idempotency key (UUID). */
  newKey(): string
}

/** A page of the program, by what it is called. */
export interface ProgramPage {
  readonly pageId: string
  readonly title: string
}

export interface City {
  /** In the program's language. */
  readonly name: string
  /** Division code of GB/T 2260 (six figures), the same in every language. */
  readonly code: string
}

export interface ChosenFile {
  readonly name: string
  readonly sizeBytes: number
  /** The file as its host knows it; blocks only hand it on. */
  readonly content: object
}

/** Something to be reminded of. */
export interface CalendarEvent {
  /** The same for the same event, so that a later file takes the place of an earlier one. */
  readonly id: string
  readonly title: string
  readonly text: string
  readonly startsAtIso: string
  readonly endsAtIso: string
  /** Minutes before it begins that the phone reminds of it. */
  readonly remindMinutes: number
}

/** Degrees of WGS 84. Without them a map searches for the words. */
export interface Place {
  readonly name: string
  readonly address: string
  readonly latitude: number | null
  readonly longitude: number | null
}

export interface ShareRequest {
  readonly title: string
  readonly text?: string
  /** This page when absent. */
  readonly link?: LinkValue
}
