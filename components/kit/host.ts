/**
 * Everything a block may do to the world, promise-based and the same on every target: a page of its own, the editor's
 * preview, later the native shells. Blocks never touch `fetch` or `window`.
 */
import type { Booking, ConfirmBookingRequest, Hold, HoldRequest, Slot, SlotQuery } from '#model/shop/bookings.ts'
import type { JoinRequest, Membership } from '#model/shop/members.ts'
import type {
  DirectPaymentRequest,
  PaymentIntent,
  PlacedOrder,
  PlaceOrderRequest,
  Quote,
  QuoteRequest,
} from '#model/shop/orders.ts'
import type { ShopFailure } from '#model/shop/failure.ts'
import type { JsonValue } from '#model/json.ts'
import type { LinkValue } from './fields.ts'
import type { VisitorDataKey } from './view.ts'

/** The shop's answer: a value, or the reason in a form that a program can put into words. Never rejects. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: ShopFailure }

export interface ShopActions {
  /** Prices a cart; the only source of a total that counts. */
  quote(request: QuoteRequest): Promise<Answer<Quote>>
  /** @param key - idempotency key: the same key twice answers with the same order. Make it with `host.newKey()` once per intention. */
  placeOrder(request: PlaceOrderRequest, key: string): Promise<Answer<PlacedOrder>>
  /** A new way to pay for an own order that waits for its payment, e.g. after a declined card. Refused with `conflict` once it is paid or closed. */
  payOrder(orderId: string, key: string): Promise<Answer<PaymentIntent>>
  slots(query: SlotQuery): Promise<Answer<readonly Slot[]>>
  holdSlot(request: HoldRequest, key: string): Promise<Answer<Hold>>
  confirmBooking(request: ConfirmBookingRequest, key: string): Promise<Answer<Booking>>
  cancelBooking(bookingId: string, key: string): Promise<Answer<Booking>>
  join(request: JoinRequest, key: string): Promise<Answer<Membership>>
  payDirect(request: DirectPaymentRequest, key: string): Promise<Answer<PaymentIntent>>
}

export interface Host {
  readonly shop: ShopActions
  /** Follows a link of the program. Does nothing on the canvas. */
  open(link: LinkValue): void
  /**
   * The address a link leads to where links have addresses (the web), so that it works before, or without, any script.
   * Absent, or undefined for a link: only {@link open} can follow it.
   */
  href?(link: LinkValue): string | undefined
  /** Goes to the page of one order. */
  openOrder(orderId: string): void
  /** Leaves for the platform's cashier; comes back to the order's page (or this page for a direct payment). */
  pay(intent: PaymentIntent): void
  call(phone: string): void
  /** Opens a map at the shop's own address. */
  openMap(): void
  /** Hands the visitor a calendar file of the booking. */
  saveToCalendar(booking: Booking): void
  toast(text: string): void
  /** Loads this data of the visitor again, e.g. after joining. */
  refresh(key: VisitorDataKey): void
  /** Kept per program and person, at most 64 KB in all; a full or closed storage is a silent miss. */
  readonly storage: {
    get(key: string): Promise<JsonValue | undefined>
    set(key: string, value: JsonValue): Promise<void>
  }
  /** A fresh idempotency key (UUID). */
  newKey(): string
}
