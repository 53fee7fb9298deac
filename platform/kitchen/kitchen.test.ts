import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { KitchenTicket, TicketStatus } from '#platform/contract/kitchen.ts'
import { ticketMoves, ticketStatus } from '#platform/contract/kitchen.ts'
import type { MerchantOrder, OrderAction } from '#platform/contract/merchant.ts'
import { actOnOrder } from '#platform/orders/change-order.ts'
import { findOrder } from '#platform/orders/load-orders.ts'
import { once } from '#platform/shop/idempotency.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { cartOf, createShopFixture, orderFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { changeStations, loadStations } from './stations.ts'
import { moveTicket } from './move-ticket.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let shop: ShopFixture
let ann: TestVisitor
let wok: string
let bar: string
let noodles: unknown
let drink: unknown

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20 })
  ann = await shop.visitor()
  await set({ stations: [{ name: 'Wok' }, { name: 'Bar' }] })
  const { stations, categories } = await shop.inShop(loadStations)
  wok = stations[0]?.id ?? ''
  bar = stations[1]?.id ?? ''
  const { menu } = await shop.shopData()
  const other = menu.dishes.find(({ modifierGroupIds }, at) => at > 0 && modifierGroupIds.length === 0)
  await set({
    categories: categories.map(({ id }) => ({ id, stationId: wok })),
    dishes: [{ id: other?.id ?? '', stationId: bar }],
  })
  noodles = await cartOf(shop)
  drink = await cartOf(shop, { dishId: other?.id, variantId: other?.variants[0]?.id, modifiers: [] })
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

const set = (change: Parameters<typeof changeStations>[1]) => shop.changeShop((at) => changeStations(at, change))
const look = (orderId: string) => shop.inShop((at) => findOrder(at, orderId)) as Promise<MerchantOrder>
const act = (orderId: string, action: OrderAction) =>
  shop.inShop((at) => actOnOrder(at, orderId, action, { actor: 'user:owner', reason: '' }))
const bump = (order: Pick<MerchantOrder, 'id'>, ticket: KitchenTicket, from: TicketStatus, to: TicketStatus) =>
  shop.inShop((at) => moveTicket(at, { orderId: order.id, ticketId: ticket.id }, { from, to }, 'user:cook'))

async function accepted(lines = [noodles, drink]): Promise<MerchantOrder> {
  const { order } = await orderFor(shop, ann, 'counter', lines)
  await act(order.id, 'accept')
  return look(order.id)
}
const shown = ({ status, tickets = [] }: MerchantOrder) => [
  status,
  ...tickets.map((ticket) => `${ticket.stationName} ${ticket.lines.join()} ${ticket.status}`),
]

test('an order has no ticket before it is accepted, and then one per station with its own lines', async () => {
  const { order } = await orderFor(shop, ann, 'counter', [noodles, drink, noodles])
  expect(await look(order.id)).not.toHaveProperty('tickets')
  await act(order.id, 'accept')
  expect(shown(await look(order.id))).toEqual(['accepted', 'Wok 0,2 new', 'Bar 1 new'])
})

test('the customer is told how far it is, not who makes what', async () => {
  const { id } = await accepted()
  expect((await ann.call<object>('GET', `/_shop/orders/${id}`)).body).not.toHaveProperty('tickets')
})

test('the first ticket begun makes it preparing, the last one done makes it ready, one called back takes it back', async () => {
  const order = await accepted()
  const [first, second] = order.tickets!
  await bump(order, first!, 'new', 'cooking')
  expect(shown(await look(order.id))).toEqual(['preparing', 'Wok 0 cooking', 'Bar 1 new'])
  await bump(order, second!, 'new', 'cooking')
  await bump(order, second!, 'cooking', 'done')
  expect(shown(await look(order.id))).toEqual(['preparing', 'Wok 0 cooking', 'Bar 1 done'])
  await bump(order, first!, 'cooking', 'done')
  expect(shown(await look(order.id))).toEqual(['ready', 'Wok 0 done', 'Bar 1 done'])
  await bump(order, second!, 'done', 'cooking')
  expect(shown(await look(order.id))).toEqual(['preparing', 'Wok 0 done', 'Bar 1 cooking'])
  await bump(order, second!, 'cooking', 'done')
  await act(order.id, 'complete')
  await expect(bump(order, second!, 'done', 'cooking')).rejects.toThrow(/completed/)
})

test.each<[OrderAction[], string[]]>([
  [['prepare'], ['preparing', 'Wok 0 cooking', 'Bar 1 cooking']],
  [['ready'], ['ready', 'Wok 0 done', 'Bar 1 done']],
  [['complete'], ['completed', 'Wok 0 done', 'Bar 1 done']],
  [
    ['ready', 'prepare'],
    ['preparing', 'Wok 0 cooking', 'Bar 1 cooking'],
  ],
  [
    ['prepare', 'cancel'],
    ['cancelled', 'Wok 0 cancelled', 'Bar 1 cancelled'],
  ],
])('what the board does (%j) the tickets follow', async (actions, expected) => {
  const { id } = await accepted()
  for (const action of actions) await act(id, action)
  expect(shown(await look(id))).toEqual(expected)
})

test('every move of a ticket that is not in the table is a conflict and changes nothing', async () => {
  for (const from of ticketStatus.options) {
    const order = await accepted([noodles, drink])
    const [ticket] = order.tickets!
    if (from === 'cooking' || from === 'done') await bump(order, ticket!, 'new', 'cooking')
    if (from === 'done') await bump(order, ticket!, 'cooking', 'done')
    if (from === 'cancelled') await act(order.id, 'cancel')
    const before = await look(order.id)
    for (const claimed of ticketStatus.options)
      for (const to of ticketStatus.options) {
        if (claimed === from && ticketMoves[from].includes(to)) continue
        await expect(bump(order, ticket!, claimed, to), `${from}: ${claimed} → ${to}`).rejects.toMatchObject({
          failure: { code: 'conflict' },
        })
      }
    expect(await look(order.id)).toEqual(before)
  }
})

test('twenty cooks at one ticket: one of them moves it', async () => {
  const order = await accepted()
  const [ticket] = order.tickets!
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => bump(order, ticket!, 'new', 'cooking')))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await look(order.id)).timeline.filter(({ status }) => status === 'preparing')).toHaveLength(1)
})

test('both stations finish at the same moment: the order is ready, once', async () => {
  for (let round = 0; round < 10; round++) {
    const order = await accepted()
    await act(order.id, 'prepare')
    await Promise.all(order.tickets!.map((ticket) => bump(order, ticket, 'cooking', 'done')))
    const after = await look(order.id)
    expect(shown(after)).toEqual(['ready', 'Wok 0 done', 'Bar 1 done'])
    expect(after.timeline.filter(({ status }) => status === 'ready')).toHaveLength(1)
  }
})

test('accepted twice at once there is one set of tickets', async () => {
  const { order } = await orderFor(shop, ann, 'counter', [noodles as object, drink as object])
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => act(order.id, 'accept')))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await look(order.id)).tickets).toHaveLength(2)
})

test('a move whose answer was lost is sent again and made once', async () => {
  const order = await accepted()
  const [ticket] = order.tickets!
  const request = { principal: 'user:cook', key: crypto.randomUUID(), route: 'move-ticket', body: {} }
  const send = () =>
    shop.inShop((at) =>
      once(at, request, () =>
        moveTicket(at, { orderId: order.id, ticketId: ticket!.id }, { from: 'new', to: 'cooking' }, 'user:cook'),
      ),
    )
  await send()
  const { version } = await look(order.id)
  await send()
  expect((await look(order.id)).version).toBe(version)
})

test('a ticket of another order, or of none, is not found', async () => {
  const [one, other] = [await accepted(), await accepted()]
  await expect(bump(one, other.tickets![0]!, 'new', 'cooking')).rejects.toMatchObject({
    failure: { code: 'not-found' },
  })
  await expect(bump(one, { ...one.tickets![0]!, id: 'x' }, 'new', 'cooking')).rejects.toMatchObject({
    failure: { code: 'not-found' },
  })
})

test('a station that goes leaves its dishes without one; tickets keep its name', async () => {
  const before = await accepted()
  await set({ stations: [{ id: wok, name: 'Stove' }] })
  expect(shown(await look(before.id))).toEqual(['accepted', 'Wok 0 new', 'Bar 1 new'])
  expect(shown(await accepted())).toEqual(['accepted', 'Stove 0,1 new'])
  const { categories } = await shop.inShop(loadStations)
  await set({ categories: categories.map(({ id }) => ({ id, stationId: null })) })
  expect(shown(await accepted())).toEqual(['accepted', ' 0,1 new'])
  const elsewhere = { id: categories[0]!.id, stationId: bar }
  await expect(set({ categories: [elsewhere] })).rejects.toMatchObject({ failure: { code: 'not-found' } })
})
