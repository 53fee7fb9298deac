import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Order } from '#model/shop/orders.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { actOnOrder } from '#platform/orders/change-order.ts'
import { refundOrder } from '#platform/orders/refund-order.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { atCashier, cartOf, createShopFixture, orderFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { changeTaxes } from '#platform/shop/taxes.ts'

let shop: ShopFixture
let ann: TestVisitor

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20 })
  ann = await shop.visitor()
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

const act = (orderId: string, action: 'accept' | 'complete' | 'cancel') =>
  shop.inShop((at) => actOnOrder(at, orderId, action, { actor: 'user:owner', reason: '' }))
const read = async (orderId: string) => (await ann.call<Order>('GET', visitorPaths.order(orderId))).body
/** As a browser opens it: with no token. */
async function open(url: string) {
  const path = url.replace(shop.program.origin, '')
  const response = await shop.commerce.visitorApp.fetch(new Request(shop.program.origin + path), {
    program: shop.program,
    clientAddress: '127.0.0.1',
  })
  return { status: response.status, headers: response.headers, html: await response.text() }
}
async function paid(lines?: unknown[]): Promise<Order> {
  const { order } = await orderFor(shop, ann, 'counter', lines)
  await act(order.id, 'accept')
  await act(order.id, 'complete')
  return read(order.id)
}

test('an order has no receipt before it is paid, and one with the next number of the day after', async () => {
  const { order } = await orderFor(shop, ann)
  expect(order).not.toHaveProperty('receipt')
  await act(order.id, 'accept')
  expect(await read(order.id)).not.toHaveProperty('receipt')
  await act(order.id, 'complete')
  const { receipt } = await read(order.id)
  expect(receipt?.number).toMatch(/^\d{8}-0001$/)
  expect((await paid()).receipt?.number).toMatch(/^\d{8}-0002$/)
})

test('paid online it has its receipt by the notification, with the provider’s number on it', async () => {
  const { order, payment } = await orderFor(shop, ann, 'online')
  await atCashier(payment?.cashierUrl ?? '')
  const { receipt } = await read(order.id)
  const { html } = await open(receipt?.url ?? '')
  const [row] = await shop.sql<{ txn: string }>('SELECT provider_txn AS txn FROM payment WHERE order_id = $1', [
    order.id,
  ])
  expect(html).toContain(row?.txn)
  expect(html).toContain('Paid online')
})

test('it shows the shop, the dishes, the tax and the total, in either language and on either paper', async () => {
  await shop.changeShop((at) => changeTaxes(at, { mode: 'excluded', usualPcm: 6000 }))
  const { receipt } = await paid()
  const english = await open(receipt?.url ?? '')
  expect(english.status).toBe(200)
  expect(english.html).toContain('Lucky Noodles')
  expect(english.html).toContain('6% tax (on ¥36)')
  expect(english.html).toContain('¥38.16')
  expect(english.html).toContain('<main class="paper roll">')
  const chinese = await open(`${receipt?.url}?lang=zh-CN&paper=sheet`)
  expect(chinese.html).toContain('<html lang="zh-CN">')
  expect(chinese.html).toContain('收据')
  expect(chinese.html).toContain('size:A4')
  await shop.changeShop((at) => changeTaxes(at, { mode: 'none' }))
})

test('what the shop is called later does not change it, what it gave back is on it', async () => {
  const { id, receipt } = await paid()
  await shop.sql(`UPDATE shop SET name = 'New & Better'`)
  await shop.inShop((at) =>
    refundOrder(at, { orderId: id, amountMinor: 600, reason: 'egg was missing', actor: 'user:owner' }),
  )
  const { html } = await open(receipt?.url ?? '')
  expect(html).toContain('Lucky Noodles')
  expect(html).toContain('<td>Paid back</td><td>−¥6</td>')
  expect(html).toContain('<td>Paid in the end</td><td>¥30</td>')
  await shop.sql(`UPDATE shop SET name = 'Lucky Noodles'`)
})

test('what people typed is text, and the page may run nothing but its own script', async () => {
  const { receipt } = await paid([await cartOf(shop)])
  await shop.sql(`UPDATE shop SET name = '<script>alert(1)</script>'`)
  const later = await paid()
  const { html, headers } = await open(later.receipt?.url ?? '')
  expect(html).not.toContain('<script>alert')
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'sha256-/)
  expect(headers.get('cache-control')).toBe('no-store')
  await shop.sql(`UPDATE shop SET name = 'Lucky Noodles'`)
  for (const wrong of ['x', `${receipt?.url.split('/').at(-1)}x`, '0'.repeat(22)])
    expect([wrong, (await open(visitorPaths.receipt(wrong))).status]).toEqual([wrong, 404])
  expect((await open(`${receipt?.url}?paper=wall`)).status).toBe(400)
})

test('fifty orders paid at once have fifty numbers without a gap', async () => {
  const orders = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const { order } = await orderFor(shop, await shop.visitor())
      await act(order.id, 'accept')
      return order.id
    }),
  )
  const [{ last } = { last: 0 }] = await shop.sql<{ last: number }>('SELECT max(number) AS last FROM receipt')
  await Promise.all(orders.map((id) => act(id, 'complete')))
  const rows = await shop.sql<{ number: number }>('SELECT number FROM receipt WHERE number > $1 ORDER BY number', [
    last,
  ])
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, at) => last + at + 1))
})

test('a receipt is never changed', async () => {
  await expect(shop.sql('UPDATE receipt SET number = 1')).rejects.toThrow(/append-only/)
})
