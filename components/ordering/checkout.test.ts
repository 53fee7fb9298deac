import { beforeEach, expect, test } from 'vitest'
import type { JsonValue } from '#model/json.ts'
import type { PlacedOrder, PlaceOrderRequest, Quote, QuoteRequest } from '#model/shop/orders.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import type { Answer, Host } from '../kit/host.ts'
import { type Cart, entryOf } from './cart.ts'
import { type CheckoutState, createCheckout } from './checkout.ts'
import { sampleMenu } from '../menu/sample-menu.ts'

const menu = sampleMenu('en')
const cart: Cart = [
  entryOf(
    menu.dishes.find((each) => each.id === 'egg')!,
    menu,
    { variantId: 'egg-0', chosen: {} },
    '',
    2,
  ),
]

const quoteOf = (id: string, totalMinor: number): Quote => ({
  id,
  lines: [],
  currency: 'CNY',
  subtotalMinor: totalMinor,
  discountMinor: 0,
  totalMinor,
  expiresAtIso: '2026-10-03T12:00:00Z',
  pointsToEarn: 0,
})
const yes = <Value>(value: Value): Answer<Value> => ({ ok: true, value })
const no = (code: ShopFailureCode): Answer<never> => ({ ok: false, failure: { code, message: '' } })
const order = { order: { id: 'order-1' }, payment: null } as PlacedOrder

let stored: Map<string, JsonValue>
let sent: { key: string; request: PlaceOrderRequest }[]
let placings: Answer<PlacedOrder>[]
let quotes: (Answer<Quote> | Promise<Answer<Quote>>)[]
let state: CheckoutState
let results: [PlacedOrder, Cart][]
let asked: (request: QuoteRequest) => void

beforeEach(() => {
  stored = new Map()
  sent = []
  placings = []
  quotes = []
  results = []
  asked = () => {}
})

function checkout() {
  const host = {
    newKey: () => `key-${sent.length}`,
    storage: {
      get: async (key: string) => stored.get(key),
      set: async (key: string, value: JsonValue) => void stored.set(key, structuredClone(value)),
    },
    shop: {
      quote: async (request: QuoteRequest) => {
        asked(request)
        return quotes.shift() ?? no('internal')
      },
      placeOrder: async (request: PlaceOrderRequest, key: string) => {
        sent.push({ request, key })
        return placings.shift() ?? no('internal')
      },
    },
  } as unknown as Host
  return createCheckout(
    host,
    (next) => (state = next),
    (result, ordered) => results.push([result, ordered]),
  )
}

test('a quote, then an order from it', async () => {
  const flow = checkout()
  quotes = [yes(quoteOf('q1', 800))]
  placings = [yes(order)]
  await flow.price('pickup', null, cart)
  expect(state).toMatchObject({ busy: null, quote: { id: 'q1' } })
  await flow.place('online', '  ', cart)
  expect(sent).toEqual([{ key: 'key-0', request: { quoteId: 'q1', payAt: 'online', contactPhone: null } }])
  expect(results).toEqual([[order, cart]])
  expect(stored.get('order-attempt')).toBe(null)
})

test('nothing is placed before there is a price, or twice at once', async () => {
  const flow = checkout()
  await flow.place('online', '', cart)
  quotes = [yes(quoteOf('q1', 800))]
  placings = [yes(order), yes(order)]
  await flow.price('pickup', null, cart)
  await Promise.all([flow.place('online', '', cart), flow.place('online', '', cart)])
  expect(sent).toHaveLength(1)
})

test('an answer lost on the way is asked for again with the same key and request, also after a reload', async () => {
  const flow = checkout()
  quotes = [yes(quoteOf('q1', 800))]
  placings = [no('offline'), no('internal')]
  await flow.price('pickup', null, cart)
  await flow.place('online', '138', cart)
  expect(state).toMatchObject({ unsure: true, failure: { code: 'offline' }, busy: null })
  await flow.place('counter', '999', [])
  placings = [yes(order)]
  const reloaded = checkout()
  await reloaded.resume()
  expect(state.unsure).toBe(true)
  await reloaded.place('counter', '', [])
  expect(new Set(sent.map((each) => JSON.stringify(each))).size).toBe(1)
  expect(sent).toHaveLength(3)
  expect(results).toEqual([[order, cart]])
})

test('a clear no ends the attempt: the next one has a key of its own', async () => {
  const flow = checkout()
  quotes = [yes(quoteOf('q1', 800))]
  placings = [no('closed'), yes(order)]
  await flow.price('pickup', null, cart)
  await flow.place('online', '', cart)
  expect(state).toMatchObject({ unsure: false, failure: { code: 'closed' } })
  await flow.place('online', '', cart)
  expect(sent.map((each) => each.key)).toEqual(['key-0', 'key-1'])
})

test('an expired quote is renewed unseen while the total is the same', async () => {
  const flow = checkout()
  quotes = [yes(quoteOf('q1', 800)), yes(quoteOf('q2', 800))]
  placings = [no('quote-expired'), yes(order)]
  await flow.price('pickup', null, cart)
  await flow.place('online', '', cart)
  expect(sent.map((each) => each.request.quoteId)).toEqual(['q1', 'q2'])
  expect(results).toHaveLength(1)
})

test('another total is shown and waits for a new yes', async () => {
  const flow = checkout()
  quotes = [yes(quoteOf('q1', 800)), yes(quoteOf('q2', 900))]
  placings = [no('price-changed'), yes(order)]
  await flow.price('pickup', null, cart)
  await flow.place('online', '', cart)
  expect(state).toMatchObject({ before: { totalMinor: 800 }, quote: { totalMinor: 900 }, busy: null })
  expect(results).toEqual([])
  await flow.place('online', '', cart)
  expect(state.before).toBe(null)
  expect(results).toHaveLength(1)
})

const promiseOf = (quote: Quote, time: string): Quote => ({
  ...quote,
  promise: { atIso: `2026-10-03T${time}:00Z`, isAsap: true, choices: [] },
})

test('a time that was taken meanwhile is shown as the one there is instead, and waits for a new yes', async () => {
  const flow = checkout()
  quotes = [yes(promiseOf(quoteOf('q1', 800), '11:20')), yes(promiseOf(quoteOf('q2', 800), '12:00'))]
  placings = [no('slot-taken'), yes(order)]
  await flow.price('pickup', null, cart)
  await flow.place('online', '', cart)
  expect(state).toMatchObject({ before: { id: 'q1' }, quote: { id: 'q2' }, failure: null, busy: null })
  expect(results).toEqual([])
  await flow.place('online', '', cart)
  expect(results).toHaveLength(1)
})

test('a few minutes later is what was agreed to', async () => {
  const flow = checkout()
  quotes = [yes(promiseOf(quoteOf('q1', 800), '11:20')), yes(promiseOf(quoteOf('q2', 800), '11:30'))]
  placings = [no('quote-expired'), yes(order)]
  await flow.price('pickup', null, cart)
  await flow.place('online', '', cart)
  expect(results).toHaveLength(1)
})

test('a wished time that is gone is asked for no more', async () => {
  const flow = checkout()
  const wishes: unknown[] = []
  quotes = [yes(quoteOf('q1', 800)), no('slot-taken'), yes(promiseOf(quoteOf('q2', 800), '12:00'))]
  asked = (request) => wishes.push(request.readyAtIso)
  await flow.price('pickup', null, cart)
  await flow.price('pickup', null, cart, undefined, '2026-10-03T11:30:00Z')
  expect(wishes).toEqual([undefined, '2026-10-03T11:30:00Z', undefined])
  expect(state).toMatchObject({ before: { id: 'q1' }, quote: { id: 'q2' }, failure: null, busy: null })
})

test('a shop that never accepts a fresh quote is not asked for ever', async () => {
  const flow = checkout()
  quotes = [1, 2, 3, 4].map((each) => yes(quoteOf(`q${each}`, 800)))
  placings = [no('quote-expired'), no('quote-expired'), no('quote-expired')]
  await flow.price('pickup', null, cart)
  await flow.place('online', '', cart)
  expect(sent).toHaveLength(2)
  expect(state).toMatchObject({ busy: null, quote: { id: 'q3' } })
})

test('of several quotes asked quickly only the last one counts', async () => {
  const flow = checkout()
  let answerFirst: (answer: Answer<Quote>) => void = () => {}
  quotes = [new Promise<Answer<Quote>>((resolve) => (answerFirst = resolve)), yes(quoteOf('q2', 900))]
  const first = flow.price('pickup', null, cart)
  await flow.price('dine_in', 'table-3', cart)
  answerFirst(yes(quoteOf('q1', 800)))
  await first
  expect(state).toMatchObject({ quote: { id: 'q2' }, busy: null })
})

test('something unreadable in the storage is no attempt', async () => {
  const unreadable: JsonValue[] = ['x', { key: 'k' }, { key: 'k', request: { quoteId: 'q', payAt: 'later' } }]
  for (const broken of unreadable) {
    stored.set('order-attempt', broken)
    const flow = checkout()
    await flow.resume()
    await flow.place('online', '', cart)
  }
  expect(sent).toEqual([])
})
