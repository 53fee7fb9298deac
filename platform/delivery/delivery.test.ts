/** From the address on the platform's page to the door: what a program learns, what the shop charges, who carries it. */
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Order, PlacedOrder, Quote } from '#model/shop/orders.ts'
import type { LoadedShopData } from '#platform/shop/load-shop-data.ts'
import type { MerchantOrder } from '../contract/merchant.ts'
import { customerPaths, merchantPaths, visitorPaths } from '../contract/routes.ts'
import { customerBrowser } from '../customers/testing/customer-browser.ts'
import type { CustomerBrowser } from '../customers/testing/customer-browser.ts'
import { releaseMiniProgram } from '../customers/testing/release-mini-program.ts'
import { checkShops } from '../shop/doctor.ts'
import { createTestPlatform, employ, signUp } from '../testing/platform.ts'
import type { TestPlatform } from '../testing/platform.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

type Refused = { error: { code: string; subjectIds?: string[] } }

let platform: TestPlatform
let database: pg.Client
let owner: Awaited<ReturnType<typeof signUp>>
let shop: Awaited<ReturnType<typeof releaseMiniProgram>>
let guest: CustomerBrowser
let line: object
let dishMinor: number
let guests = 0

const near = {
  name: 'Near',
  areas: ['200040', '静安区'],
  feeMinor: 600,
  minSpendMinor: 0,
  freeFromMinor: null,
  rideMinutes: 20,
}
const far = { ...near, name: 'Far', areas: ['2000*'], feeMinor: 1500, rideMinutes: 40 }
const home = { name: 'Mei Lin', phone: '138 0013 8000', area: '静安区', address: '8 Garden Road, door 3' }

beforeAll(async () => {
  platform = await createTestPlatform({ config: { trustProxy: true } })
  database = new pg.Client({ connectionString: platform.database.ownerUrl })
  await database.connect()
  owner = await signUp(platform)
  shop = await releaseMiniProgram(platform, owner, 'Lucky Noodles')
  const always = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' }))
  await database.query('UPDATE shop SET hours = $1', [JSON.stringify({ weekly: always, exceptions: [] })])
  guest = await browser()
  const { menu } = (await guest.shop<LoadedShopData>('GET', visitorPaths.data)).body
  const dish = menu.dishes.find(({ modifierGroupIds }) => modifierGroupIds.length === 0)
  const [variant] = dish?.variants ?? []
  dishMinor = variant?.priceMinor ?? 0
  line = { dishId: dish?.id, variantId: variant?.id, quantity: 2, modifiers: [], note: '' }
})
afterAll(async () => {
  expect(await checkShops(database)).toEqual([])
  await database.end()
  await platform.close()
})
beforeEach(async () => {
  await setZones([near, far])
  guest = await browser()
})

async function browser(): Promise<CustomerBrowser> {
  const made = customerBrowser(platform, shop.origin, `10.2.0.${++guests}`)
  await made.begin()
  return made
}
const setZones = (zones: object[]) => owner.call('PUT', merchantPaths.delivery(shop.programId), { body: { zones } })
const ask = () =>
  guest.shop<Quote & Refused>('POST', visitorPaths.quotes, { channel: 'delivery', tableId: null, lines: [line] })
const place = (quoteId: string) =>
  guest.shop<PlacedOrder & Refused>('POST', visitorPaths.orders, { quoteId, payAt: 'counter', contactPhone: null })
const fields = ['name', 'phone', 'area', 'address'] as const
async function live(at: Partial<typeof home> = {}, share: readonly string[] = fields): Promise<void> {
  const path = await guest.ask({ nodeId: shop.menu, reason: 'order-contact', fields: [...fields] })
  await guest.signIn(path, `138001${String(50_000 + guests)}`)
  await guest.agree(path, { ...home, ...at, share })
}
const act = async (orderId: string, action: string) => {
  const { status, body } = await owner.call('POST', merchantPaths.orderAction(shop.programId, orderId), {
    body: { action },
  })
  return [status, (body as MerchantOrder).status]
}

test('the address is asked for on the platform’s page, and priced by the zone that it is in', async () => {
  expect((await ask()).body.error.code).toBe('address-needed')
  await live()
  const { status, body } = await ask()
  expect(status).toBe(201)
  expect(body).toMatchObject({
    delivery: { zoneName: 'Near', feeMinor: 600 },
    subtotalMinor: dishMinor * 2,
    totalMinor: dishMinor * 2 + 600,
  })
})

test('the page of the platform offers the areas there are', async () => {
  const path = await guest.ask({ nodeId: shop.menu, reason: 'order-contact', fields: [...fields] })
  await guest.signIn(path, '13800160000')
  const { html } = await guest.page(path)
  expect(html).toContain('<option value="静安区">')
  expect(html).not.toContain('2000*')
})

test('the program learns neither street nor district; the shop has the door on its order, a viewer has not', async () => {
  await live()
  const customer = await guest.customer()
  expect(Object.keys(customer ?? {}).toSorted()).toEqual(['accountUrl', 'id', 'name', 'phone'])
  const { body } = await place((await ask()).body.id)
  expect(JSON.stringify(body)).not.toContain('Garden Road')
  const { body: own } = await guest.shop<Order[]>('GET', visitorPaths.orders)
  expect(JSON.stringify(own)).not.toContain('Garden Road')
  expect(own[0]?.delivery).toEqual({ zoneName: 'Near', feeMinor: 600 })
  const seenBy = async (person: typeof owner) =>
    ((await person.call('GET', merchantPaths.orders(shop.programId))).body as MerchantOrder[]).find(
      ({ id }) => id === body.order.id,
    )
  expect((await seenBy(owner))?.deliverTo).toEqual({ ...home, phone: '+8613800138000' })
  const viewer = await signUp(platform, 'Vi')
  await employ(platform, viewer, shop.tenantId, 'viewer')
  expect(await seenBy(viewer)).not.toHaveProperty('deliverTo')
})

test('what is not ticked is not read: without the address nothing is delivered', async () => {
  await live({}, ['name', 'phone', 'area'])
  expect((await ask()).body.error.code).toBe('address-needed')
})

test('consent that is withdrawn between quote and order stops it', async () => {
  await live()
  const { id } = (await ask()).body
  const account = await guest.page(customerPaths.account)
  const consent = /name="consent" value="([\w-]+)"/.exec(account.html)?.[1] ?? ''
  await guest.page(customerPaths.account, { action: 'withdraw', consent })
  expect((await place(id)).body.error.code).toBe('address-needed')
})

test('the first zone that has it decides; nowhere else is delivered', async () => {
  await live({ area: '200-041' })
  expect((await ask()).body.delivery).toEqual({ zoneName: 'Far', feeMinor: 1500 })
  await setZones([near])
  expect([(await ask()).status, (await ask()).body.error.code]).toEqual([409, 'no-delivery-there'])
  await setZones([])
  expect((await ask()).body.error.code).toBe('no-delivery-there')
})

test('less than the least to spend is refused, naming the zone; enough is delivered for free', async () => {
  await live()
  await setZones([{ ...near, minSpendMinor: dishMinor * 2 + 1 }])
  const { deliveryZones } = (await guest.shop<LoadedShopData>('GET', visitorPaths.data)).body.shop
  const refused = (await ask()).body.error
  expect([refused.code, refused.subjectIds]).toEqual(['below-minimum', [deliveryZones?.[0]?.id]])
  await setZones([{ ...near, minSpendMinor: dishMinor * 2, freeFromMinor: dishMinor * 2 }])
  expect((await ask()).body).toMatchObject({ delivery: { feeMinor: 0 }, totalMinor: dishMinor * 2 })
})

test('a fee that changes between quote and order is asked about again; orders keep theirs', async () => {
  await live()
  const early = (await ask()).body
  const { order } = (await place(early.id)).body
  const { id } = (await ask()).body
  await setZones([{ ...near, feeMinor: 700 }])
  expect((await place(id)).body.error.code).toBe('price-changed')
  expect((await guest.shop<Order>('GET', visitorPaths.order(order.id))).body.delivery?.feeMinor).toBe(600)
})

test('the ride is part of the promise, and the fee is taxed at the usual rate', async () => {
  await live()
  const { promise } = (await ask()).body
  const pickup = await guest.shop<Quote>('POST', visitorPaths.quotes, {
    channel: 'pickup',
    tableId: null,
    lines: [line],
  })
  const minutes = (Date.parse(promise?.atIso ?? '') - Date.parse(pickup.body.promise?.atIso ?? '')) / 60_000
  expect(minutes).toBeGreaterThanOrEqual(15)
  expect(minutes).toBeLessThanOrEqual(25)
  const path = merchantPaths.taxes(shop.programId)
  await owner.call('PATCH', path, { body: { mode: 'excluded', usualPcm: 10_000 } })
  const { tax, totalMinor } = (await ask()).body
  expect(tax?.taxMinor).toBe(Math.round((dishMinor * 2 + 600) / 10))
  expect(totalMinor).toBe(dishMinor * 2 + 600 + (tax?.taxMinor ?? 0))
  await owner.call('PATCH', path, { body: { mode: 'none' } })
})

test('it is cooked, sent out and handed over at the door; only a delivery is sent out', async () => {
  await live()
  const { order } = (await place((await ask()).body.id)).body
  expect(await act(order.id, 'accept')).toEqual([200, 'accepted'])
  expect((await act(order.id, 'send-out'))[0]).toBe(409)
  expect(await act(order.id, 'ready')).toEqual([200, 'ready'])
  expect(await act(order.id, 'send-out')).toEqual([200, 'out_for_delivery'])
  expect((await guest.shop<Order>('GET', visitorPaths.order(order.id))).body.status).toBe('out_for_delivery')
  expect(await act(order.id, 'complete')).toEqual([200, 'completed'])
  const pickup = await guest.shop<Quote>('POST', visitorPaths.quotes, {
    channel: 'pickup',
    tableId: null,
    lines: [line],
  })
  const { order: carried } = (await place(pickup.body.id)).body
  await act(carried.id, 'accept')
  await act(carried.id, 'ready')
  expect((await act(carried.id, 'send-out'))[0]).toBe(409)
})

test('zones of another shop, amounts below nothing and a viewer’s hand change nothing', async () => {
  const path = merchantPaths.delivery(shop.programId)
  const before = (await owner.call('GET', path)).body
  expect((await setZones([{ ...near, id: crypto.randomUUID() }])).status).toBe(404)
  expect((await setZones([{ ...near, feeMinor: -1 }])).status).toBe(400)
  expect((await setZones([{ ...near, areas: [] }])).status).toBe(400)
  const stranger = await signUp(platform, 'Cy')
  expect((await stranger.call('PUT', path, { body: { zones: [] } })).status).toBe(404)
  expect((await owner.call('GET', path)).body).toEqual(before)
})
