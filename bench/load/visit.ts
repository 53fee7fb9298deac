/** One person with a phone: opens the menu, looks around, and sometimes orders or books. */
import { randomUUID } from 'node:crypto'
import type { Hold, Service, Slot } from '#model/shop/bookings.ts'
import type { Menu } from '#model/shop/catalogue.ts'
import type { Order, PlacedOrder, Quote } from '#model/shop/orders.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import type { Asker } from './ask.ts'
import type { Shop } from './shops.ts'
import type { Kind } from './timings.ts'

/** What this visit is for; everybody looks. */
export type Purpose = 'look' | 'order-online' | 'order-at-counter' | 'book'

export interface Visit {
  readonly asker: Asker
  readonly shop: Shop
  /** The platform's own host, where the cashier is. */
  readonly platformHost: string
  /** Counts visits: gives each an address of its own, and spreads bookings over days and times. */
  readonly index: number
  readonly purpose: Purpose
}

const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1'

export async function visit({ asker, shop, platformHost, index, purpose }: Visit): Promise<void> {
  const who = { host: shop.host, address: addressOf(index) }
  let token = ''
  const ask = <Body>(kind: Kind, method: 'GET' | 'POST', path: string, body?: object, more: object = {}) => {
    const headers = {
      'user-agent': phone,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      ...more,
    }
    return asker.ask<Body>({ kind, method, path, ...who, headers, body })
  }
  const call = async <Body>(...asked: Parameters<typeof ask>): Promise<Body> => (await ask<Body>(...asked)).body

  const html = await call<string>('page', 'GET', '/menu')
  ;({ token } = await call<{ token: string }>('session', 'POST', visitorPaths.session, { visitorKey: null }))
  const shopData = await ask<{ menu: Menu; services: Service[] }>('data', 'GET', visitorPaths.data)
  const { menu, services } = shopData.body
  await call('card', 'GET', visitorPaths.card)
  if (purpose === 'order-online' || purpose === 'order-at-counter') await order()
  if (purpose === 'book') await book()
  // Every second one puts the phone away for a moment; whoever comes back asks whether the menu is still the same.
  if (index % 2 === 0) await ask('data-again', 'GET', visitorPaths.data, undefined, { 'if-none-match': shopData.etag })
  await tellSeen()

  async function order(): Promise<void> {
    const payAt = purpose === 'order-online' ? 'online' : 'counter'
    const lines = cartOf(menu, index)
    const quote = await call<Quote>('quote', 'POST', visitorPaths.quotes, { channel: 'pickup', tableId: null, lines })
    const wish = { quoteId: quote.id, payAt, contactPhone: null }
    const placed = await call<PlacedOrder>('place-order', 'POST', visitorPaths.orders, wish)
    const { id } = placed.order
    if (placed.payment) {
      const { pathname } = new URL(placed.payment.cashierUrl)
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const at = { ...who, host: platformHost }
      await asker.ask({ kind: 'pay', method: 'POST', path: pathname, ...at, headers, text: 'action=pay' })
    }
    const { status } = await call<Order>('order', 'GET', visitorPaths.order(id))
    // Until its money is there an order is no order for the counter.
    if (status === 'placed') await shop.counter.serve(id)
    await call('orders', 'GET', visitorPaths.orders)
  }

  async function book(): Promise<void> {
    const service = services.find(({ kind }) => kind === 'table')
    if (!service) throw new Error('The shop takes no bookings')
    const date = new Date(Date.now() + (1 + (index % 27)) * 86_400_000).toISOString().slice(0, 10)
    const path = `${visitorPaths.slots}?serviceId=${service.id}&date=${date}&partySize=2`
    const free = (await call<Slot[]>('slots', 'GET', path)).filter(({ available }) => available)
    const slot = free[(index * 7) % Math.max(1, free.length)]
    if (!slot) throw new Error('Nothing is free: the bench needs more shops')
    const wish = { serviceId: service.id, startsAtIso: slot.startsAtIso, partySize: 2 }
    const { bookingId } = await call<Hold>('hold', 'POST', visitorPaths.holds, wish)
    const person = { name: 'Bo', phone: '13800138000', note: '', consent: true }
    await call('book', 'POST', visitorPaths.bookings, { bookingId, ...person })
  }

  /** As the page does by itself when it is left. */
  async function tellSeen(): Promise<void> {
    const path = /data-tell="([^"]+)"/.exec(html)?.[1]?.replaceAll('&#38;', '&')
    const node = /data-node="([^"]+)"/.exec(html)?.[1]
    if (!path || !node) throw new Error('The page does not say where to tell what was seen')
    const headers = { 'user-agent': phone, 'content-type': 'text/plain;charset=UTF-8' }
    await asker.ask({ kind: 'seen', method: 'POST', path, ...who, headers, text: `s:${node}` })
  }
}

/** One to three dishes, the first of each choice that must be made. */
function cartOf({ dishes, modifierGroups }: Menu, index: number): readonly object[] {
  const sold = dishes.filter(({ soldOut }) => !soldOut)
  return Array.from({ length: 1 + (index % 3) }, (_, at) => {
    const dish = sold[(index + at * 5) % sold.length]
    const modifiers = modifierGroups
      .filter(({ id, min }) => min > 0 && dish?.modifierGroupIds.includes(id))
      .map(({ options }) => ({ optionId: options[0]?.id, quantity: 1 }))
    return { dishId: dish?.id, variantId: dish?.variants[0]?.id, quantity: 1 + (index % 2), modifiers, note: '' }
  })
}

function addressOf(index: number): string {
  return `10.${(index >> 16) & 127}.${(index >> 8) & 255}.${index & 255}`
}
