import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { PlacedOrder, Quote } from '#model/shop/orders.ts'
import type { AddStockEntryInput } from '#platform/contract/stock.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { actOnOrder } from '#platform/orders/change-order.ts'
import { findOrder } from '#platform/orders/load-orders.ts'
import { refundOrder } from '#platform/orders/refund-order.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { atCashier, createShopFixture, orderFor, quoteFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { addStockEntry, changeStock } from './change-stock.ts'
import { loadEntries, loadLevels } from './load-stock.ts'

// Real transactions by the hundred, on machines that do other things as well.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let shop: ShopFixture
let ann: TestVisitor
let tea: { dishId: string; variantId: string }

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20 })
  ann = await shop.visitor()
  const dish = (await shop.shopData()).menu.dishes[1]
  tea = { dishId: dish?.id ?? '', variantId: dish?.variants[0]?.id ?? '' }
})
beforeEach(() => count(10))
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

const actor = 'user:owner'
const enter = (change: Partial<AddStockEntryInput>, variantId = tea.variantId) =>
  shop.changeShop((at) =>
    addStockEntry(at, variantId, { requestId: randomUUID(), kind: 'count', quantity: 0, note: '', ...change }, actor),
  )
const count = (quantity: number) => enter({ kind: 'count', quantity })
const cups = (quantity: number) => ({ ...tea, quantity, modifiers: [], note: '' })
const level = async () => (await shop.inShop((at) => loadLevels(at, tea.variantId)))[0]
const shown = async () => (await shop.shopData()).menu.dishes[1]?.variants[0]
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof ShopRefusal ? error.failure.code : String(error)),
  )
const place = (who: TestVisitor, quote: Quote) =>
  who.call<PlacedOrder & { error: { code: string; left?: number; subjectIds?: string[] } }>(
    'POST',
    visitorPaths.orders,
    { quoteId: quote.id, payAt: 'counter', contactPhone: null },
  )

/** As many as the connections of one small machine serve without sending anybody away. */
async function fiftyAtOnce<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let from = 0; from < items.length; from += 50)
    results.push(...(await Promise.all(items.slice(from, from + 50).map(work))))
  return results
}

test('500 buyers for 100 units: 100 are sold, everybody else is told that none is left', async () => {
  await count(100)
  const everybody = Array.from({ length: 500 }, () => undefined)
  const quoted = await fiftyAtOnce(everybody, async () => {
    const who = await shop.visitor()
    return { who, quote: await quoteFor(shop, who, [cups(1)]) }
  })
  const replies = await fiftyAtOnce(quoted, ({ who, quote }) => place(who, quote))
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(100)
  const refused = replies.filter(({ status }) => status !== 201)
  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([409]))
  for (const { body } of refused) expect(body.error.code).toMatch(/^(sold-out|not-enough)$/)
  expect(await level()).toMatchObject({ onHand: 0, reserved: 0 })
  expect(await shown()).toMatchObject({ soldOut: true })
})

test('a draft reserves, its payment takes, and the menu says so while few are left', async () => {
  const { payment } = await orderFor(shop, ann, 'online', [cups(6)])
  expect(await level()).toMatchObject({ onHand: 10, reserved: 6 })
  expect(await shown()).toMatchObject({ soldOut: false, left: 4 })
  await atCashier(payment?.cashierUrl ?? '')
  await shop.commerce.runDue()
  expect(await level()).toMatchObject({ onHand: 4, reserved: 0 })
  expect(await shown()).toMatchObject({ left: 4 })
  await enter({ kind: 'delivery', quantity: 20 })
  expect(await shown()).not.toHaveProperty('left')
})

test('a draft that nobody pays gives back what it reserved', async () => {
  const { order } = await orderFor(shop, ann, 'online', [cups(10)])
  expect(await shown()).toMatchObject({ soldOut: true })
  await shop.sql("UPDATE shop_order SET expires_at = now() - interval '1 second' WHERE id = $1", [order.id])
  await shop.sql("UPDATE shop_timer SET due_at = now() WHERE kind = 'order-expiry'")
  await shop.commerce.runDue()
  expect(await level()).toMatchObject({ onHand: 10, reserved: 0 })
  expect(await shown()).toMatchObject({ soldOut: false })
})

test('more than there is is refused with how many there are, over all lines of a cart and again when it is placed', async () => {
  const ask = (...lines: object[]) =>
    ann.call<{ error: object }>('POST', visitorPaths.quotes, { channel: 'pickup', tableId: null, lines })
  const tooMany = { code: 'not-enough', left: 10, subjectIds: [tea.dishId] }
  expect((await ask(cups(11))).body.error).toMatchObject(tooMany)
  expect((await ask(cups(6), { ...cups(5), note: 'no lid' })).body.error).toMatchObject(tooMany)
  const quote = await quoteFor(shop, ann, [cups(8)])
  await count(7)
  expect((await place(ann, quote)).body.error).toMatchObject({ code: 'not-enough', left: 7 })
  expect(await level()).toMatchObject({ onHand: 7, reserved: 0 })
})

test('called off, the counter chooses whether it comes back; once, and never more than was taken', async () => {
  const callOff = (orderId: string, restock?: boolean) =>
    shop.inShop((at) =>
      actOnOrder(at, orderId, 'cancel', { actor, reason: 'Spilt', ...(restock !== undefined && { restock }) }),
    )
  const accepted = async () => {
    const { order } = await orderFor(shop, ann, 'counter', [cups(3)])
    await shop.inShop((at) => actOnOrder(at, order.id, 'accept', { actor, reason: '' }))
    return order.id
  }
  const [kept, wasted] = [await accepted(), await accepted()]
  expect(await level()).toMatchObject({ onHand: 4 })
  await callOff(kept)
  expect(await level()).toMatchObject({ onHand: 7 })
  expect(await codeOf(callOff(kept))).toBe('conflict')
  await callOff(wasted, false)
  expect(await level()).toMatchObject({ onHand: 7 })
})

test('a refund puts back what the counter says came back, and no more than the order took', async () => {
  const { order } = await orderFor(shop, ann, 'counter', [cups(4)])
  for (const action of ['accept', 'complete'] as const)
    await shop.inShop((at) => actOnOrder(at, order.id, action, { actor, reason: '' }))
  const refund = (quantity: number) =>
    shop.inShop((at) =>
      refundOrder(at, {
        orderId: order.id,
        amountMinor: 1000,
        reason: 'Cold',
        actor,
        restock: [{ variantId: tea.variantId, quantity }],
      }),
    )
  await refund(3)
  expect(await level()).toMatchObject({ onHand: 9 })
  expect(await codeOf(refund(2))).toBe('amount-out-of-range')
  expect(await level()).toMatchObject({ onHand: 9 })
  const found = await shop.inShop((at) => findOrder(at, order.id))
  expect(found?.stock).toEqual([expect.objectContaining({ quantity: 4, returned: 3 })])
})

test('the ledger says what moved the count, and who', async () => {
  const request = { requestId: randomUUID(), kind: 'waste', quantity: 2, note: 'Broken' } as const
  await enter(request)
  const { order } = await orderFor(shop, ann, 'counter', [cups(1)])
  const [sale, waste] = await shop.inShop((at) => loadEntries(at, tea.variantId))
  expect(sale).toMatchObject({ kind: 'sale', delta: -1, onHandAfter: 7, by: null, orderNumber: order.number })
  expect(waste).toMatchObject({ kind: 'waste', delta: -2, onHandAfter: 8, by: 'owner', note: 'Broken' })
})

test('a count below what is being paid for is refused, and so is less than nothing', async () => {
  await orderFor(shop, ann, 'online', [cups(4)])
  expect(await codeOf(count(3))).toBe('amount-out-of-range')
  expect(await codeOf(enter({ kind: 'waste', quantity: 7 }))).toBe('amount-out-of-range')
  await enter({ kind: 'waste', quantity: 6 })
  expect(await level()).toMatchObject({ onHand: 4, reserved: 4 })
})

test('no longer counted it is sold without end, and what drafts hold still comes out even', async () => {
  await count(14)
  const { payment } = await orderFor(shop, ann, 'online', [cups(5)])
  await shop.changeShop((at) => changeStock(at, tea.variantId, { tracked: false }))
  expect(await codeOf(enter({ kind: 'delivery', quantity: 1 }))).toBe('conflict')
  await orderFor(shop, ann, 'counter', [cups(90)])
  await atCashier(payment?.cashierUrl ?? '')
  await shop.commerce.runDue()
  const { reserved, onHand } = (await level())!
  expect(onHand).toBeGreaterThanOrEqual(reserved)
  expect(await codeOf(enter({}, randomUUID()))).toBe('not-found')
  expect(await codeOf(enter({}, 'nonsense'))).toBe('not-found')
})

test('two carts that name the same things in another order do not wait for each other for ever', async () => {
  const bowl = (await shop.shopData()).menu.dishes[0]
  const spice = (await shop.shopData()).menu.modifierGroups[0]?.options[0]?.id
  const variantId = bowl?.variants[0]?.id ?? ''
  await enter({ kind: 'count', quantity: 200 }, variantId)
  await count(200)
  const bowls = { dishId: bowl?.id, variantId, quantity: 1, modifiers: [{ optionId: spice, quantity: 1 }], note: '' }
  const people = await Promise.all(Array.from({ length: 40 }, () => shop.visitor()))
  const orders = await Promise.all(
    people.map((each, at) => orderFor(shop, each, 'counter', at % 2 ? [bowls, cups(1)] : [cups(1), bowls])),
  )
  expect(orders).toHaveLength(40)
  await shop.changeShop((at) => changeStock(at, variantId, { tracked: false }))
})
