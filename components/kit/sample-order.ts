import type { Dish } from '#model/shop/catalogue.ts'
import type { Order, OrderLine, OrderStatus } from '#model/shop/orders.ts'
import type { Scene } from './situations.ts'

const way: readonly OrderStatus[] = ['placed', 'accepted', 'preparing', 'ready', 'completed']

/** An order of this shop's first dishes a quarter of an hour ago, a step every three minutes. */
export function sampleOrder({ shopData, nowMs }: Scene, change: Partial<Order> = {}): Order {
  const minutesAgo = (minutes: number) => new Date(nowMs - minutes * 60_000).toISOString()
  const status = change.status ?? 'preparing'
  const reached = way.slice(0, Math.max(1, way.indexOf(status) + 1))
  const passed = way.includes(status) || status === 'draft' ? reached : [...reached, status]
  const lines = shopData.menu.dishes.slice(0, 2).map((dish, index) => lineOf(dish, 2 - index))
  const subtotalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0)
  const [table] = shopData.shop.tables
  return {
    id: 'order-1',
    number: 17,
    status,
    payStatus: 'paid',
    channel: table ? 'dine_in' : 'pickup',
    tableLabel: table?.label ?? null,
    lines,
    currency: shopData.shop.currency,
    subtotalMinor,
    discountMinor: 0,
    totalMinor: subtotalMinor,
    createdAtIso: minutesAgo(15),
    placedAtIso: minutesAgo(15),
    pointsEarned: 0,
    timeline: passed.map((each, index) => ({ status: each, atIso: minutesAgo(15 - index * 3) })),
    reason: '',
    version: 3,
    ...change,
  }
}

function lineOf(dish: Dish, quantity: number): OrderLine {
  const [variant] = dish.variants
  const unitMinor = variant?.priceMinor ?? 0
  return {
    dishId: dish.id,
    name: dish.name,
    variantName: variant?.name ?? '',
    modifiers: [],
    note: '',
    quantity,
    unitMinor,
    totalMinor: unitMinor * quantity,
  }
}
