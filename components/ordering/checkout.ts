/**
 * From a cart to an order: prices it, places it, and knows what to do when the answer is no or does not come. Holds no
 * React; the sheet draws its state.
 */
import type { OrderChannel, PlacedOrder, PlaceOrderRequest, Quote } from '#model/shop/orders.ts'
import type { ShopFailure, ShopFailureCode } from '#model/shop/failure.ts'
import type { JsonValue } from '#model/json.ts'
import { mayHaveArrived } from '../kit/ask-once.ts'
import type { Host } from '../kit/host.ts'
import { linesOf } from './cart-order.ts'
import type { Cart } from './cart.ts'
import { parseCart } from './kept-cart.ts'

export interface CheckoutState {
  readonly busy: 'pricing' | 'placing' | null
  readonly quote: Quote | null
  readonly failure: ShopFailure | null
  /** The quote the visitor had agreed to, when a newer one costs something else. */
  readonly before: Quote | null
  /** An attempt may have arrived without its answer coming back. Only the same attempt can be made again. */
  readonly unsure: boolean
}

/** One wish to order: sent again with the same key it can only ever make one order. Kept over reloads. */
type Attempt = {
  readonly key: string
  readonly request: PlaceOrderRequest
  readonly cart: Cart
}

export interface Checkout {
  /** Takes up an attempt whose answer never came, also from before a reload. */
  resume(): Promise<void>
  /**
   * Asks for a quote. Of several asked quickly only the last counts.
   * @param couponId - an own coupon, null for none; undefined for the best
   * @param readyAtIso - a time that an earlier quote named; null for as soon as possible
   */
  price(
    channel: OrderChannel,
    tableId: string | null,
    cart: Cart,
    couponId?: string | null,
    readyAtIso?: string | null,
  ): Promise<void>
  /** Places what was quoted; while unsure, the earlier attempt instead. */
  place(payAt: PlaceOrderRequest['payAt'], contactPhone: string, cart: Cart): Promise<void>
  /** Sees to it that answers still under way change nothing any more. */
  close(): void
}

const attemptKey = 'order-attempt'

/** @param placed - called once with the order and what was in it; the cart may have grown since. */
export function createCheckout(
  host: Host,
  show: (state: CheckoutState) => void,
  placed: (result: PlacedOrder, ordered: Cart) => void,
): Checkout {
  let state: CheckoutState = { busy: null, quote: null, failure: null, before: null, unsure: false }
  let attempt: Attempt | null = null
  let latest = 0
  let ask: (() => Promise<void>) | null = null

  const update = (change: Partial<CheckoutState>) => {
    state = { ...state, ...change }
    show(state)
  }

  const keep = async (next: Attempt | null) => {
    attempt = next
    await host.storage.set(attemptKey, next)
  }

  const price: Checkout['price'] = async (channel, tableId, cart, couponId, readyAtIso = null) => {
    ask = () => price(channel, tableId, cart, couponId, readyAtIso)
    const turn = ++latest
    update({ busy: 'pricing', failure: null })
    const answer = await host.shop.quote({
      channel,
      tableId,
      lines: linesOf(cart),
      ...(couponId !== undefined && { couponId }),
      ...(readyAtIso !== null && { readyAtIso }),
    })
    if (turn !== latest) return
    // The time is gone: what there is instead is asked for, and shown.
    if (!answer.ok && answer.failure.code === 'slot-taken' && readyAtIso !== null) {
      const before = state.quote ?? state.before
      await price(channel, tableId, cart, couponId)
      return update({ before })
    }
    update(answer.ok ? { busy: null, quote: answer.value } : { busy: null, quote: null, failure: answer.failure })
  }

  const place = async (
    payAt: PlaceOrderRequest['payAt'],
    contactPhone: string,
    cart: Cart,
    again = false,
  ): Promise<void> => {
    const { quote } = state
    if (state.busy || (!attempt && !quote)) return
    const turn = ++latest
    update({ busy: 'placing', failure: null, before: null })
    if (!attempt && quote)
      await keep({
        key: host.newKey(),
        request: { quoteId: quote.id, payAt, contactPhone: contactPhone.trim() || null },
        cart,
      })
    if (!attempt) return
    const { key, request, cart: ordered } = attempt
    const answer = await host.shop.placeOrder(request, key)
    // An order that was made counts even if the sheet was closed meanwhile.
    if (answer.ok) {
      await keep(null)
      update({ busy: null, unsure: false })
      return placed(answer.value, ordered)
    }
    const { failure } = answer
    const unsure = mayHaveArrived(failure.code)
    if (!unsure) await keep(null)
    update({ busy: null, unsure, failure: turn === latest ? failure : null })
    if (turn !== latest || !quote || !ask || !isOutdated(failure.code)) return
    await ask()
    if (!state.quote || state.busy) return
    if (state.quote.totalMinor === quote.totalMinor && !isLater(state.quote, quote) && !again)
      return place(payAt, contactPhone, cart, true)
    update({ before: quote })
  }

  return {
    price,
    place: (payAt, contactPhone, cart) => place(payAt, contactPhone, cart),
    close: () => void latest++,
    async resume() {
      attempt = parseAttempt(await host.storage.get(attemptKey))
      if (attempt) update({ unsure: true })
    },
  }
}

/** The quote no longer holds; a new one may well be the same. */
function isOutdated(code: ShopFailureCode): boolean {
  return code === 'quote-expired' || code === 'price-changed' || code === 'coupon-unusable' || code === 'slot-taken'
}

/** The shop keeps to what it said within this much; beyond it the customer is asked. */
const lateMs = 15 * 60_000

/** The newer quote promises the order for another time than the one that was agreed to. */
export function isLater(now: Quote, before: Quote): boolean {
  const [nowMs, beforeMs] = [now, before].map(({ promise }) => (promise ? Date.parse(promise.atIso) : 0))
  return Math.abs((nowMs ?? 0) - (beforeMs ?? 0)) > lateMs
}

function parseAttempt(stored: JsonValue | undefined): Attempt | null {
  if (typeof stored !== 'object' || stored === null || !('request' in stored)) return null
  const { key, request, cart } = stored
  if (typeof key !== 'string' || typeof request !== 'object' || request === null || !('quoteId' in request)) return null
  const { quoteId, payAt, contactPhone } = request
  if (typeof quoteId !== 'string' || (payAt !== 'online' && payAt !== 'counter')) return null
  return {
    key,
    request: { quoteId, payAt, contactPhone: typeof contactPhone === 'string' ? contactPhone : null },
    cart: parseCart(cart),
  }
}
