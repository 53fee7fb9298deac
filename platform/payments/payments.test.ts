import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Order, PaymentIntent, PlacedOrder } from '#model/shop/orders.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { actOnOrder } from '#platform/orders/change-order.ts'
import { decimalOf } from '#platform/shop/currency.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { atCashier, createShopFixture, orderFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { loadSandboxKeys } from './sandbox/keys.ts'
import { withSignature } from './sandbox/sign.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let shop: ShopFixture
let ann: TestVisitor

beforeAll(async () => {
  shop = await createShopFixture()
  ann = await shop.visitor()
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

const look = async (orderId: string): Promise<Order> => (await ann.call<Order>('GET', visitorPaths.order(orderId))).body

/** An order whose total ends as the sandbox's script wants it. */
async function orderEndingIn(ending: number, payAt: 'online' | 'counter' = 'online'): Promise<PlacedOrder> {
  await shop.sql(
    'UPDATE dish_variant SET price_minor = 3600 + $1 WHERE price_minor BETWEEN 3600 AND 3699 OR price_minor = 3400',
    [ending],
  )
  await shop.sql('UPDATE modifier_option SET price_minor = 0')
  return orderFor(shop, ann, payAt)
}

interface PaymentRow {
  id: string
  account_id: string
  out_trade_no: string
  status: string
  amount_minor: string
  captured_minor: string
  refunded_minor: string
}

async function paymentOf(orderId: string): Promise<PaymentRow> {
  const [row] = await shop.sql<PaymentRow>('SELECT * FROM payment WHERE order_id = $1', [orderId])
  if (!row) throw new Error('no payment')
  return row
}

/** A notification as the provider would sign it for this payment, changed as the test wants. */
async function notice(
  payment: PaymentRow,
  change: { [field: string]: string } = {},
  sign: (fields: { readonly [name: string]: string }) => { readonly [name: string]: string } = (fields) => fields,
  addressee = payment.account_id,
): Promise<Response> {
  const { privateKeyPem } = await loadSandboxKeys(shop.database.db)
  const [account] = await shop.sql<{ external_id: string }>('SELECT external_id FROM pay_account WHERE id = $1', [
    payment.account_id,
  ])
  const fields = {
    notify_id: randomUUID().replaceAll('-', ''),
    app_id: 'shopwright-sandbox',
    seller_id: account?.external_id ?? '',
    trade_no: `forged-${payment.out_trade_no}`,
    out_trade_no: payment.out_trade_no,
    total_amount: decimalOf(Number(payment.amount_minor), 'CNY'),
    trade_status: 'TRADE_SUCCESS',
    ...change,
  }
  return fetch(`${shop.payOrigin}/pay/${addressee}/notify`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(sign(withSignature(fields, privateKeyPem))).toString(),
  })
}

test('pay, notification, order placed with its number', async () => {
  const { order, payment } = await orderFor(shop, ann, 'online')
  const page = await fetch(payment?.cashierUrl ?? '')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  const html = await page.text()
  expect(html).toContain('Lucky Noodles')
  expect(html).toContain('36')
  const paid = await atCashier(payment?.cashierUrl ?? '')
  expect([paid.status, paid.headers.get('location')]).toEqual([303, `${shop.program.origin}/_order/${order.id}`])
  await shop.commerce.runDue()
  expect(await look(order.id)).toMatchObject({ status: 'placed', payStatus: 'paid', number: 1 })
  expect(await shop.sql('SELECT outcome FROM pay_inbox')).toHaveLength(1)
  expect(await shop.sql('SELECT attempts, done_at IS NOT NULL AS done FROM sandbox_notice')).toEqual([
    { attempts: 1, done: true },
  ])
  await atCashier(payment?.cashierUrl ?? '')
  expect(await shop.sql('SELECT 1 FROM sandbox_notice')).toHaveLength(1)
})

test('who is back before the notification sees the order paid all the same', async () => {
  const { order, payment } = await orderFor(shop, ann, 'online')
  await shop.sql("UPDATE sandbox_trade SET notify_url = 'http://127.0.0.1:9/gone' WHERE return_url LIKE $1", [
    `%${order.id}`,
  ])
  await atCashier(payment?.cashierUrl ?? '')
  expect(await look(order.id)).toMatchObject({ status: 'placed', payStatus: 'paid' })
})

test('declined is shown, and trying again works', async () => {
  const { order, payment } = await orderFor(shop, ann, 'online')
  const declined = await atCashier(payment?.cashierUrl ?? '', 'decline')
  expect(declined.status).toBe(303)
  expect(await (await fetch(payment?.cashierUrl ?? '')).text()).toContain('Payment declined')
  expect(await look(order.id)).toMatchObject({ status: 'draft', payStatus: 'failed' })
  const again = await ann.call<PaymentIntent>('POST', visitorPaths.payOrder(order.id))
  expect([again.status, again.body.cashierUrl]).toEqual([201, payment?.cashierUrl])
  await atCashier(again.body.cashierUrl)
  await shop.commerce.runDue()
  expect(await look(order.id)).toMatchObject({ status: 'placed', payStatus: 'paid' })
  expect((await ann.call('POST', visitorPaths.payOrder(order.id))).body.error.code).toBe('conflict')
})

test('an amount that the bank declines is declined, and nothing is taken', async () => {
  const { order, payment } = await orderEndingIn(2)
  await atCashier(payment?.cashierUrl ?? '')
  await shop.commerce.runDue()
  expect(await look(order.id)).toMatchObject({ status: 'draft', payStatus: 'failed' })
  expect(await paymentOf(order.id)).toMatchObject({ captured_minor: '0' })
})

test.each([
  ['twice', 4],
  ['before the answer', 5],
  ['with a wrong amount, then asked', 6],
  ['with a bad signature, then asked', 7],
])('notified %s: paid once', async (_name, ending) => {
  const { order, payment } = await orderEndingIn(ending)
  expect((payment?.amountMinor ?? 0) % 100).toBe(ending)
  await atCashier(payment?.cashierUrl ?? '')
  await shop.commerce.runDue()
  expect(await look(order.id)).toMatchObject({ status: 'placed', payStatus: 'paid' })
  expect(await paymentOf(order.id)).toMatchObject({
    status: 'succeeded',
    captured_minor: String(3600 + ending),
    refunded_minor: '0',
  })
})

test('a bank that takes its time is waited for', async () => {
  const { order, payment } = await orderEndingIn(3)
  await atCashier(payment?.cashierUrl ?? '')
  expect(await (await fetch(payment?.cashierUrl ?? '')).text()).toContain('Payment under way')
  expect(await look(order.id)).toMatchObject({ status: 'draft' })
  await shop.sql('UPDATE sandbox_trade SET pays_at = now() WHERE pays_at IS NOT NULL')
  await shop.commerce.runDue()
  expect(await look(order.id)).toMatchObject({ status: 'placed', payStatus: 'paid' })
})

test('forged and wrong notifications change nothing at all', async () => {
  const { order } = await orderFor(shop, ann, 'online')
  const payment = await paymentOf(order.id)
  const rows = () =>
    shop.sql(
      'SELECT (SELECT count(*) FROM pay_inbox) AS inbox, (SELECT status FROM payment WHERE id = $1), (SELECT version FROM shop_order WHERE id = $2)',
      [payment.id, order.id],
    )
  const before = await rows()
  const forgeries: [string, Promise<Response>][] = [
    ['amount', notice(payment, { total_amount: '0.01' })],
    ['amount in another form', notice(payment, { total_amount: '1e3' })],
    ['no amount', notice(payment, { total_amount: '' })],
    ['other seller', notice(payment, { seller_id: 'sandbox-other' })],
    ['other app', notice(payment, { app_id: 'other' })],
    ['unknown trade', notice(payment, { out_trade_no: 'x'.repeat(32) })],
    ['no id', notice(payment, { notify_id: '' })],
    ['changed after signing', notice(payment, {}, (fields) => ({ ...fields, trade_no: 'other' }))],
    ['no signature', notice(payment, {}, ({ sign: _sign, ...fields }) => fields)],
    ['weaker kind', notice(payment, {}, (fields) => ({ ...fields, sign_type: 'RSA' }))],
    ['not base64', notice(payment, {}, (fields) => ({ ...fields, sign: '%%%' }))],
    ['other account', notice(payment, {}, undefined, randomUUID())],
    ['no account', notice(payment, {}, undefined, 'nobody')],
    ['huge', fetch(`${shop.payOrigin}/pay/${payment.account_id}/notify`, { method: 'POST', body: 'a'.repeat(70_000) })],
    [
      'garbage',
      fetch(`${shop.payOrigin}/pay/${payment.account_id}/notify`, { method: 'POST', body: '\u0000%E0%A4%A' }),
    ],
  ]
  for (const [name, sent] of forgeries) {
    const reply = await sent
    expect([name, reply.status >= 400 && reply.status < 500, await reply.text()]).toEqual([name, true, 'fail'])
  }
  expect((await notice(payment, { trade_status: 'WAIT_BUYER_PAY' })).status).toBe(200)
  expect(await rows()).toEqual(before)
})

test('one good notification, 20 times at once and again with another id: one effect', async () => {
  const { order } = await orderFor(shop, ann, 'online')
  const payment = await paymentOf(order.id)
  const id = randomUUID().replaceAll('-', '')
  await shop.sql("UPDATE sandbox_trade SET status = 'paid', paid_at = now() WHERE out_trade_no = $1", [
    payment.out_trade_no,
  ])
  const replies = await Promise.all(Array.from({ length: 20 }, () => notice(payment, { notify_id: id })))
  expect(await Promise.all(replies.map((reply) => reply.text()))).toEqual(Array(20).fill('success'))
  expect(await (await notice(payment)).text()).toBe('success')
  expect(await look(order.id)).toMatchObject({ status: 'placed', payStatus: 'paid' })
  expect(
    await shop.sql("SELECT 1 FROM order_event WHERE order_id = $1 AND to_status = 'placed'", [order.id]),
  ).toHaveLength(1)
})

test('money for an expired order is recorded and goes back', async () => {
  const { order, payment } = await orderEndingIn(9)
  await atCashier(payment?.cashierUrl ?? '')
  await shop.sql('UPDATE shop_order SET expires_at = now() WHERE id = $1', [order.id])
  await shop.sql("UPDATE shop_timer SET due_at = now() WHERE subject_id = $1 AND kind = 'order-expiry'", [order.id])
  await shop.commerce.runDue()
  expect(await look(order.id)).toMatchObject({ status: 'expired' })
  await shop.sql("UPDATE shop_timer SET due_at = now() WHERE subject_id = $1 AND kind = 'payment-close'", [
    payment?.paymentId,
  ])
  await shop.commerce.runDue()
  await shop.sql('UPDATE sandbox_trade SET pays_at = now() WHERE pays_at IS NOT NULL')
  await shop.commerce.runDue()
  await shop.commerce.runDue()
  expect(await look(order.id)).toMatchObject({ status: 'expired', payStatus: 'refunded', number: null })
  expect(await paymentOf(order.id)).toMatchObject({
    status: 'succeeded',
    captured_minor: '3609',
    refunded_minor: '3609',
  })
  expect(await shop.sql('SELECT refunded_minor FROM sandbox_trade WHERE return_url LIKE $1', [`%${order.id}`])).toEqual(
    [{ refunded_minor: '3609' }],
  )
})

test('a paid order that the shop calls off is paid back; a refund that fails stays known', async () => {
  for (const [ending, expected] of [
    [0, { payStatus: 'refunded', refund: 'succeeded' }],
    [8, { payStatus: 'paid', refund: 'failed' }],
  ] as const) {
    const { order, payment } = await orderEndingIn(ending)
    await atCashier(payment?.cashierUrl ?? '')
    await shop.commerce.runDue()
    await shop.inShop((at) => actOnOrder(at, order.id, 'reject', { actor: 'user:owner', reason: 'Out of broth' }))
    await shop.commerce.runDue()
    expect(await look(order.id)).toMatchObject({
      status: 'rejected',
      reason: 'Out of broth',
      payStatus: expected.payStatus,
    })
    const refunds = await shop.sql(
      'SELECT r.status FROM refund r JOIN payment p ON p.id = r.payment_id WHERE p.order_id = $1',
      [order.id],
    )
    expect(refunds).toEqual([{ status: expected.refund }])
  }
})

test('a counter order paid online as well as in cash gives the online money back', async () => {
  const { order } = await orderEndingIn(0, 'counter')
  const intent = await ann.call<PaymentIntent>('POST', visitorPaths.payOrder(order.id))
  await shop.inShop((at) => actOnOrder(at, order.id, 'accept', { actor: 'user:owner', reason: '' }))
  await shop.inShop((at) => actOnOrder(at, order.id, 'complete', { actor: 'user:owner', reason: '' }))
  await atCashier(intent.body.cashierUrl)
  await shop.commerce.runDue()
  await shop.commerce.runDue()
  expect(await look(order.id)).toMatchObject({ status: 'completed', payStatus: 'paid' })
  const payment = await paymentOf(order.id)
  expect([payment.status, payment.captured_minor === payment.refunded_minor]).toEqual([
    expect.stringMatching(/succeeded|closed/),
    true,
  ])
})

test('a pay button is paid as it was published, whatever the request says', async () => {
  const releaseId = randomUUID()
  const props = { label: 'Deposit', minMinor: 100, maxMinor: 500, amountMinor: 5000, needsOpenShop: false }
  shop.liveNodes.set('fixed', { type: 'pay-button', props: { ...props, kind: 'fixed' }, slug: 'deposit', releaseId })
  shop.liveNodes.set('typed', { type: 'pay-button', props: { ...props, kind: 'typed' }, slug: '', releaseId })
  shop.liveNodes.set('text', { type: 'text', props: {}, slug: '', releaseId })
  const pay = (nodeId: string, amountMinor: number | null) =>
    ann.call<PaymentIntent & { error: { code: string } }>('POST', visitorPaths.payments, {
      nodeId,
      amountMinor,
      note: '',
    })
  expect((await pay('fixed', 1)).body.error.code).toBe('amount-out-of-range')
  expect((await pay('typed', 99)).body.error.code).toBe('amount-out-of-range')
  expect((await pay('typed', 501)).body.error.code).toBe('amount-out-of-range')
  expect((await pay('typed', null)).body.error.code).toBe('amount-out-of-range')
  expect((await pay('text', 100)).status).toBe(404)
  expect((await pay('nowhere', 100)).status).toBe(404)
  expect((await pay('typed', 250)).body.amountMinor).toBe(250)
  const intent = (await pay('fixed', null)).body
  expect(intent.amountMinor).toBe(5000)
  const paid = await atCashier(intent.cashierUrl)
  expect(paid.headers.get('location')).toBe(`${shop.program.origin}/deposit`)
  await shop.commerce.runDue()
  expect(await shop.sql('SELECT status FROM payment WHERE id = $1', [intent.paymentId])).toEqual([
    { status: 'succeeded' },
  ])
})

test('a cashier address that nobody was given is not there', async () => {
  const page = await fetch(`${shop.payOrigin}/cashier/${'x'.repeat(32)}`)
  expect([page.status, (await page.text()).includes('no such payment')]).toEqual([404, true])
})
