/** From something that happens in a shop to an address that hears of it: a real receiver on a real port. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { WebhookEvent } from '#platform/contract/webhooks.ts'
import { withTenant } from '#platform/db/database.ts'
import { actOnOrder } from '#platform/orders/change-order.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { createShopFixture, orderFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture } from '#platform/shop/testing/shop-fixture.ts'
import { addWebhook, loadDeliveries, loadWebhooks, removeWebhook, sendAgain, turnWebhook } from './change-webhooks.ts'
import { retrySeconds } from './deliver.ts'
import { createSendWebhook } from './send-webhook.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

interface Heard {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

let shop: ShopFixture
let receiver: Server
let url: string
let heard: Heard[] = []
let answer: (path: string) => { status: number; location?: string } = () => ({ status: 200 })

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      heard.push({ headers: request.headers, body })
      const { status, location } = answer(request.url ?? '')
      response.writeHead(status, location ? { location } : {}).end('anything')
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  const sendWebhook = createSendWebhook({ isAllowed: () => true, allowsHttp: true, patienceMs: 5000 })
  shop = await createShopFixture({ sendWebhook })
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
  receiver.closeAllConnections()
  receiver.close()
})
beforeEach(async () => {
  await shop.sql('DELETE FROM webhook_endpoint')
  await shop.sql(`DELETE FROM shop_timer WHERE kind = 'webhook'`)
  heard = []
  answer = () => ({ status: 200 })
})

const own = <Result>(work: Parameters<typeof withTenant<Result>>[2]) =>
  withTenant(shop.database.db, shop.program.tenantId, work)

const add = (events: readonly WebhookEvent[] = ['order'], address = url) =>
  own((tx) =>
    addWebhook(tx, {
      ...{ tenantId: shop.program.tenantId, personId: 'owner', url: address, events },
      secret: 'a secret for tests only',
    }),
  )

async function deliverDue(): Promise<void> {
  await shop.commerce.runDue()
  await shop.commerce.webhooksSettled()
}

/** Time passes until the next try. */
async function comeBack(): Promise<void> {
  await shop.sql(`UPDATE webhook_delivery SET next_at = now() WHERE status = 'waiting'`)
  await shop.sql(`UPDATE shop_timer SET due_at = now() WHERE kind = 'webhook'`)
  await deliverDue()
}

const deliveries = (id: string) => own((tx) => loadDeliveries(tx, id))

test('an order is told once it is committed, signed, with how it stands and nothing about the customer', async () => {
  const { id, secret } = await add()
  const { order } = await orderFor(shop, await shop.visitor())
  await shop.sql(`UPDATE shop_order SET contact_phone = '+8613800138000' WHERE id = $1`, [order.id])
  await deliverDue()
  expect(heard).toHaveLength(1)
  const [{ headers, body } = { headers: {}, body: '' }] = heard
  expect(headers).toMatchObject({ 'content-type': 'application/json', 'shopwright-event': 'order' })
  const told = JSON.parse(body) as { id: string; data: unknown }
  expect(told).toMatchObject({ type: 'order', subjectId: order.id, programId: shop.program.programId })
  expect(told.data).toMatchObject({
    number: order.number,
    status: 'placed',
    totalMinor: order.totalMinor,
    currency: 'CNY',
  })
  expect(told.id).toBe(headers['shopwright-delivery'])
  expect(body).not.toContain('13800138000')
  const [, seconds = '', given = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['shopwright-signature'])) ?? []
  const expected = createHmac('sha256', secret).update(`${seconds}.${body}`).digest()
  expect(timingSafeEqual(expected, Buffer.from(given, 'hex'))).toBe(true)
  expect(Math.abs(Date.now() / 1000 - Number(seconds))).toBeLessThan(300)
  expect(await deliveries(id)).toMatchObject([{ status: 'delivered', attempts: 1, lastStatus: 200, problem: null }])
  await comeBack()
  expect(heard).toHaveLength(1)
})

test('nothing is told of what was undone, of other kinds, or to an address that is off', async () => {
  const { id } = await add(['booking'])
  const off = await add(['order'])
  await own((tx) => turnWebhook(tx, off.id, false))
  await orderFor(shop, await shop.visitor())
  await shop
    .inShop(async (at) => {
      at.emit('booking', 'b1')
      throw new Error('no')
    })
    .catch(() => undefined)
  await deliverDue()
  expect([heard, await deliveries(id), await deliveries(off.id)]).toEqual([[], [], []])
})

test('each change of an order is an event of its own, numbered as they happened', async () => {
  await add()
  const { order } = await orderFor(shop, await shop.visitor())
  for (const action of ['accept', 'ready', 'complete'] as const)
    await shop.inShop((at) => actOnOrder(at, order.id, action, { actor: 'user:owner', reason: '' }))
  await deliverDue()
  const seqs = heard.map(({ body }) => (JSON.parse(body) as { seq: number }).seq)
  expect(new Set(seqs).size).toBe(4)
  expect(Math.max(...seqs) - Math.min(...seqs)).toBe(3)
})

test('what fails is tried again, later each time, with the same words, until it is taken', async () => {
  const { id } = await add()
  answer = () => ({ status: 503 })
  const { order } = await orderFor(shop, await shop.visitor())
  await deliverDue()
  const [first] = await deliveries(id)
  expect(first).toMatchObject({ status: 'waiting', attempts: 1, lastStatus: 503, problem: 'answered' })
  const waitMs = Date.parse(first?.nextAtIso ?? '') - Date.parse(first?.happenedAtIso ?? '')
  expect(waitMs).toBeGreaterThanOrEqual(retrySeconds[0] * 1000)
  // Before its time nothing is sent.
  await shop.sql(`UPDATE shop_timer SET due_at = now() WHERE kind = 'webhook'`)
  await deliverDue()
  expect(heard).toHaveLength(1)
  await shop.inShop((at) => actOnOrder(at, order.id, 'accept', { actor: 'user:owner', reason: '' }))
  answer = () => ({ status: 204 })
  await comeBack()
  const ofFirst = heard.filter(({ headers }) => headers['shopwright-delivery'] === first?.id)
  expect(ofFirst.map(({ body }) => body)).toEqual([ofFirst[0]?.body, ofFirst[0]?.body])
  expect((await deliveries(id)).map(({ status }) => status)).toEqual(['delivered', 'delivered'])
})

test('an address that does not answer for three days is turned off, and says so', async () => {
  const closed = url.replace(/:\d+\//, ':1/')
  const { id } = await add(['order'], closed)
  await orderFor(shop, await shop.visitor())
  await deliverDue()
  for (let tries = 0; tries < retrySeconds.length; tries++) await comeBack()
  expect(await deliveries(id)).toMatchObject([
    { status: 'failed', attempts: 11, problem: 'unreachable', lastStatus: null },
  ])
  const [endpoint] = await own(loadWebhooks)
  expect([endpoint?.isOn, endpoint?.gaveUpAtIso === null]).toEqual([false, false])
  expect(retrySeconds.reduce((sum, seconds) => sum + seconds, 0) / 3600).toBeGreaterThan(60)
})

test('a redirect is not followed', async () => {
  const { id } = await add()
  answer = (path) => (path === '/hook' ? { status: 302, location: '/elsewhere' } : { status: 200 })
  await orderFor(shop, await shop.visitor())
  await deliverDue()
  expect(heard).toHaveLength(1)
  expect(await deliveries(id)).toMatchObject([{ status: 'waiting', lastStatus: 302, problem: 'answered' }])
})

test('sent once more it is the same event, and not while the address is off', async () => {
  const { id } = await add()
  await orderFor(shop, await shop.visitor())
  await deliverDue()
  const [done] = await deliveries(id)
  const again = () => own((tx) => sendAgain(tx, shop.program.tenantId, id, done?.id ?? ''))
  await Promise.all([again(), again()])
  await deliverDue()
  expect(heard).toHaveLength(2)
  expect(heard[1]?.body).toBe(heard[0]?.body)
  await own((tx) => turnWebhook(tx, id, false))
  await expect(again()).rejects.toThrow(/turned off/)
})

test('a process that dies in the middle leaves a try that another takes up', async () => {
  const { id } = await add()
  await orderFor(shop, await shop.visitor())
  // Claimed by somebody who never came back: its timer is due again a minute later.
  await shop.sql(`UPDATE shop_timer SET attempts = 1 WHERE kind = 'webhook'`)
  await deliverDue()
  expect(await deliveries(id)).toMatchObject([{ status: 'delivered' }])
})

test('the secret is sealed, and a database copied elsewhere does not tell it', async () => {
  const { id, secret } = await add()
  const [row] = await shop.sql<{ row: string }>(
    `SELECT row_to_json(e)::text AS row FROM webhook_endpoint e WHERE id = $1`,
    [id],
  )
  expect(row?.row).not.toContain(secret)
  expect(row?.row).not.toContain(Buffer.from(secret).toString('hex'))
})

test('another workspace sees no address, and ten are the most', async () => {
  const { id } = await add()
  const other = (work: Parameters<typeof withTenant<unknown>>[2]) =>
    withTenant(shop.database.db, crypto.randomUUID(), work)
  expect(await other(loadWebhooks)).toEqual([])
  await expect(other((tx) => removeWebhook(tx, id))).rejects.toThrow(/no such webhook/)
  await Promise.allSettled(Array.from({ length: 12 }, () => add()))
  expect(await own(loadWebhooks)).toHaveLength(10)
})
