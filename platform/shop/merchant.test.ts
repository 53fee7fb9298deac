/** The counter over HTTP: who may do what, what they see, and that it is live at once. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Booking, Hold } from '#model/shop/bookings.ts'
import type { Order, PlacedOrder, Quote } from '#model/shop/orders.ts'
import type {
  ConsoleEvent,
  Member,
  MerchantCatalogue,
  MerchantDish,
  MerchantOrder,
  Role,
  ShopSettings,
  Today,
} from '../contract/merchant.ts'
import { merchantCatalogue, merchantOrder, shopSettings, today } from '../contract/merchant.ts'
import { merchantPaths, visitorPaths } from '../contract/routes.ts'
import { createTestPlatform, makeProgram, signUp, visit } from '../testing/platform.ts'
import type { Answer, TestPlatform } from '../testing/platform.ts'
import type { LoadedShopData } from './load-shop-data.ts'
import { openVisitor } from './testing/shop-fixture.ts'
import type { TestVisitor } from './testing/shop-fixture.ts'
import type { VisitedProgram } from './visitor-call.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

type Person = Awaited<ReturnType<typeof signUp>>

let platform: TestPlatform
let owner: Person
let viewer: Person
let program: VisitedProgram
let customer: TestVisitor

beforeAll(async () => {
  platform = await createTestPlatform()
  await platform.services.hub.start()
  owner = await signUp(platform, 'Owner')
  viewer = await signUp(platform, 'Viewer')
  const made = await makeProgram(platform, owner)
  program = { tenantId: made.workspaceId, programId: made.id, language: 'en', origin: 'http://shop.localhost:4000' }
  await employ(viewer, 'viewer')
  const always = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' }))
  await asOwnerOfDatabase('UPDATE shop SET hours = $1', [JSON.stringify({ weekly: always, exceptions: [] })])
  // Customers order from what is live.
  await owner.call('POST', merchantPaths.releases(made.id), { body: { requestId: crypto.randomUUID() } })
  customer = await openVisitor(platform.commerce, program)
})
afterAll(() => platform.close())

async function asOwnerOfDatabase(text: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: platform.database.ownerUrl })
  await client.connect()
  await client.query(text, values)
  await client.end()
}

const employ = (person: Person, role: Role) =>
  asOwnerOfDatabase('INSERT INTO workspace_member (tenant_id, user_id, role) VALUES ($1, $2, $3)', [
    program.tenantId,
    person.me.user.id,
    role,
  ])

async function ask<Body>(
  person: Pick<Person, 'call'>,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer & { body: Body }> {
  const answer = await person.call(method, path, { body })
  return { ...answer, body: answer.body as Body }
}

const paths = () => ({
  catalogue: merchantPaths.catalogue(program.programId),
  dish: (id: string) => merchantPaths.dish(program.programId, id),
  soldOut: (id: string) => merchantPaths.dishSoldOut(program.programId, id),
  orders: merchantPaths.orders(program.programId),
  settings: merchantPaths.settings(program.programId),
  today: merchantPaths.today(program.programId),
  members: merchantPaths.members(program.programId),
  bookings: merchantPaths.bookings(program.programId),
  events: merchantPaths.events(program.programId),
})

const catalogueOf = async () => (await ask<MerchantCatalogue>(owner, 'GET', paths().catalogue)).body
const menuNow = async () => (await customer.call<LoadedShopData>('GET', visitorPaths.data)).body.menu

/** A dish that needs no choices. */
async function plainDish(): Promise<MerchantDish> {
  const { dishes, modifierGroups } = await catalogueOf()
  const needless = dishes.find(({ modifierGroupIds }) =>
    modifierGroupIds.every((id) => (modifierGroups.find((group) => group.id === id)?.min ?? 0) === 0),
  )
  if (!needless) throw new Error('The template has no plain dish')
  return needless
}

async function placeOrder(): Promise<Order> {
  const dish = await plainDish()
  const line = { dishId: dish.id, variantId: dish.variants[0]?.id, quantity: 2, modifiers: [], note: 'No onions' }
  const quote = await customer.call<Quote>('POST', visitorPaths.quotes, {
    channel: 'pickup',
    tableId: null,
    lines: [line],
  })
  const placed = await customer.call<PlacedOrder>('POST', visitorPaths.orders, {
    quoteId: quote.body.id,
    payAt: 'counter',
    contactPhone: '13800138000',
  })
  return placed.body.order
}

test('the catalogue is complete, and a price changes for customers at once', async () => {
  const catalogue = merchantCatalogue.parse(await catalogueOf())
  expect(catalogue.dishes.length).toBeGreaterThanOrEqual(18)
  const dish = await plainDish()
  const tag = (await customer.call('GET', visitorPaths.data)).headers.get('etag')
  const variant = dish.variants[0]
  const change = { ifVersion: dish.version, variants: [{ id: variant?.id, priceMinor: 4242 }] }
  const changed = await ask<MerchantDish>(owner, 'PATCH', paths().dish(dish.id), change)
  expect(changed.body.version).toBe(dish.version + 1)
  expect(changed.body.variants[0]).toMatchObject({ id: variant?.id, priceMinor: 4242 })
  expect((await menuNow()).dishes.find(({ id }) => id === dish.id)?.variants[0]?.priceMinor).toBe(4242)
  expect((await customer.call('GET', visitorPaths.data)).headers.get('etag')).not.toBe(tag)
  const late = await ask<{ error: { code: string } }>(owner, 'PATCH', paths().dish(dish.id), change)
  expect([late.status, late.body.error.code]).toEqual([409, 'conflict'])
})

test('nothing has changed: the data is not sent again', async () => {
  const { headers } = await customer.call('GET', visitorPaths.data)
  const again = await platform.commerce.visitorApp.fetch(
    new Request(program.origin + visitorPaths.data, { headers: { 'if-none-match': headers.get('etag') ?? '' } }),
    { program, clientAddress: '127.0.0.1' },
  )
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('a hidden dish is gone for customers; a renamed one has both languages', async () => {
  const dish = await plainDish()
  const name = { en: 'New name', 'zh-CN': '新名字' }
  await ask(owner, 'PATCH', paths().dish(dish.id), { ifVersion: dish.version, status: 'hidden', name })
  expect((await menuNow()).dishes.some(({ id }) => id === dish.id)).toBe(false)
  await ask(owner, 'PATCH', paths().dish(dish.id), { ifVersion: dish.version + 1, status: 'on' })
  expect((await menuNow()).dishes.find(({ id }) => id === dish.id)?.name).toBe('New name')
})

test('sold out until a time, and back by itself', async () => {
  const dish = await plainDish()
  const until = new Date(Date.now() + 3_600_000).toISOString()
  const answer = await ask<MerchantDish>(owner, 'PUT', paths().soldOut(dish.id), { soldOut: true, untilIso: until })
  expect(answer.body.soldOut).toEqual({ untilIso: until })
  expect((await menuNow()).dishes.find(({ id }) => id === dish.id)?.soldOut).toEqual({ untilIso: until })
  await asOwnerOfDatabase('UPDATE dish SET sold_out_until = now() WHERE id = $1', [dish.id])
  await asOwnerOfDatabase("UPDATE shop_timer SET due_at = now() WHERE kind = 'dish-return'")
  const tag = (await customer.call('GET', visitorPaths.data)).headers.get('etag')
  await platform.commerce.runDue()
  expect((await catalogueOf()).dishes.find(({ id }) => id === dish.id)?.soldOut).toBeNull()
  expect((await customer.call('GET', visitorPaths.data)).headers.get('etag')).not.toBe(tag)
  expect(
    (await ask(owner, 'PUT', paths().soldOut(dish.id), { soldOut: true, untilIso: '2001-01-01T00:00:00Z' })).status,
  ).toBe(400)
})

test('settings: hours that no clock shows are refused, pausing is live at once', async () => {
  const before = shopSettings.parse((await ask<ShopSettings>(owner, 'GET', paths().settings)).body)
  expect(before.tables).toHaveLength(6)
  expect(before.tables[0]?.url).toContain(`/?table=${before.tables[0]?.id}`)
  for (const opens of ['24:00', '9:00', 'noon', '10:60'])
    expect(
      (
        await ask(owner, 'PATCH', paths().settings, {
          hours: { weekly: [{ day: 1, opens, closes: '12:00' }], exceptions: [] },
        })
      ).status,
    ).toBe(400)
  expect((await ask(owner, 'PATCH', paths().settings, { currency: 'USD' })).status).toBe(400)
  await ask(owner, 'PATCH', paths().settings, { ordersPaused: true, phone: ' +86 21 5555 0199 ' })
  const { shop } = (await customer.call<LoadedShopData>('GET', visitorPaths.data)).body
  expect(shop).toMatchObject({ ordersPaused: true, phone: '+86 21 5555 0199', hours: before.hours })
  await ask(owner, 'PATCH', paths().settings, { ordersPaused: false })
})

test('hours are the shop people’s to change, whatever a designer has locked, and not the designer’s', async () => {
  const [editor, designer] = [await signUp(platform, 'Editor'), await signUp(platform, 'Designer')]
  await employ(editor, 'editor')
  await employ(designer, 'designer')
  const { hours: before } = (await ask<ShopSettings>(owner, 'GET', paths().settings)).body
  const hours = { weekly: [{ day: 1, opens: '07:30', closes: '21:00' }], exceptions: [] }
  expect((await ask(designer, 'PATCH', paths().settings, { hours })).status).toBe(403)
  expect((await ask<ShopSettings>(editor, 'PATCH', paths().settings, { hours })).body.hours).toEqual(hours)
  expect((await customer.call<LoadedShopData>('GET', visitorPaths.data)).body.shop.hours).toEqual(hours)
  await ask(owner, 'PATCH', paths().settings, { hours: before })
})

test('settings: how soon, how many and how far ahead customers order', async () => {
  const set = (change: object) => ask<ShopSettings>(owner, 'PATCH', paths().settings, change)
  const { leadMinutes, ordersPerQuarter, aheadDays } = (await ask<ShopSettings>(owner, 'GET', paths().settings)).body
  expect((await set({ leadMinutes: 45, ordersPerQuarter: 3, aheadDays: null })).body).toMatchObject({
    leadMinutes: 45,
    ordersPerQuarter: 3,
    aheadDays: null,
  })
  expect((await customer.call<LoadedShopData>('GET', visitorPaths.data)).body.shop).not.toHaveProperty(
    'takesOrdersAhead',
  )
  for (const wrong of [{ leadMinutes: -1 }, { ordersPerQuarter: 0 }, { aheadDays: 15 }, { leadMinutes: 1.5 }])
    expect((await set(wrong)).status).toBe(400)
  expect((await ask(viewer, 'PATCH', paths().settings, { leadMinutes: 5 })).status).toBe(403)
  await set({ leadMinutes, ordersPerQuarter, aheadDays })
  expect((await customer.call<LoadedShopData>('GET', visitorPaths.data)).body.shop.takesOrdersAhead).toBe(true)
})

test('an order reaches the counter, moves on, and today counts it', async () => {
  const order = await placeOrder()
  const open = (await ask<MerchantOrder[]>(owner, 'GET', paths().orders)).body
  expect(open.map((each) => merchantOrder.parse(each).id)).toContain(order.id)
  expect(open[0]).toMatchObject({ contactPhone: '+8613800138000', lines: [{ note: 'No onions', quantity: 2 }] })
  const act = (action: string, person: Pick<Person, 'call'> = owner) =>
    ask<MerchantOrder & { error: { code: string } }>(
      person,
      'POST',
      merchantPaths.orderAction(program.programId, order.id),
      { action },
    )
  const waiting = today.parse((await ask<Today>(owner, 'GET', paths().today)).body)
  expect(waiting).toMatchObject({ ordersWaiting: 1, ordersToday: 1, takingsMinor: 0, isOpen: true })
  expect((await act('complete')).body.error.code).toBe('conflict')
  expect((await act('accept')).body).toMatchObject({ status: 'accepted' })
  expect((await act('complete')).body).toMatchObject({ status: 'completed', payStatus: 'paid' })
  const done = (await ask<Today>(owner, 'GET', paths().today)).body
  expect(done).toMatchObject({
    ordersWaiting: 0,
    ordersToday: 1,
    takingsMinor: order.totalMinor,
    takingsLastWeekMinor: 0,
  })
  expect((await ask<MerchantOrder[]>(owner, 'GET', paths().orders)).body).toEqual([])
  expect((await ask<MerchantOrder[]>(owner, 'GET', `${paths().orders}?scope=today`)).body).toHaveLength(1)
  expect((await act('fly')).status).toBe(400)
})

test('a viewer sees the counter without the customers, and does nothing', async () => {
  const order = await placeOrder()
  const [seen] = (await ask<MerchantOrder[]>(viewer, 'GET', paths().orders)).body
  expect(seen).toMatchObject({ id: order.id, contactPhone: null, memberName: null })
  await customer.call('POST', visitorPaths.card, { name: 'Ann Lee', phone: '13800138000', consent: true })
  const [member] = (await ask<Member[]>(viewer, 'GET', paths().members)).body
  expect(member).toMatchObject({ name: 'A…', phone: '' })
  expect((await ask<Member[]>(owner, 'GET', paths().members)).body[0]).toMatchObject({
    name: 'Ann Lee',
    phone: '+8613800138000',
    tierName: expect.any(String),
  })
  const dish = await plainDish()
  const forbidden = [
    ask(viewer, 'POST', merchantPaths.orderAction(program.programId, order.id), { action: 'accept' }),
    ask(viewer, 'PATCH', paths().settings, { ordersPaused: true }),
    ask(viewer, 'PATCH', paths().dish(dish.id), { ifVersion: dish.version, status: 'hidden' }),
    ask(viewer, 'PUT', paths().soldOut(dish.id), { soldOut: true, untilIso: null }),
  ]
  expect((await Promise.all(forbidden)).map(({ status }) => status)).toEqual([403, 403, 403, 403])
})

test('strangers learn nothing: 401 without signing in, 404 for the shop of others', async () => {
  const stranger = await signUp(platform, 'Stranger')
  const order = await placeOrder()
  const dish = await plainDish()
  const calls: [string, string, unknown?][] = [
    ['GET', paths().catalogue],
    ['PATCH', paths().dish(dish.id), { ifVersion: dish.version }],
    ['PUT', paths().soldOut(dish.id), { soldOut: true, untilIso: null }],
    ['GET', paths().orders],
    ['POST', merchantPaths.orderAction(program.programId, order.id), { action: 'accept' }],
    ['GET', `${paths().bookings}?from=2026-01-01&to=2026-01-02`],
    ['POST', merchantPaths.bookingAction(program.programId, order.id), { action: 'cancel' }],
    ['GET', paths().members],
    ['GET', paths().today],
    ['GET', paths().settings],
    ['PATCH', paths().settings, { ordersPaused: true }],
    ['GET', paths().events],
    ['GET', merchantPaths.shopData(program.programId)],
    ['POST', merchantPaths.previewQuote(program.programId), { channel: 'pickup', tableId: null, lines: [] }],
    ['GET', `${merchantPaths.previewSlots(program.programId)}?serviceId=x&date=2026-01-01&partySize=2`],
  ]
  for (const [method, path, body] of calls) {
    expect([path, (await ask(visit(platform), method, path, body)).status]).toEqual([path, 401])
    expect([path, (await ask(stranger, method, path, body)).status]).toEqual([path, 404])
  }
  const own = await makeProgram(platform, stranger)
  const crossing = await ask(stranger, 'POST', merchantPaths.orderAction(own.id, order.id), { action: 'accept' })
  expect(crossing.status).toBe(404)
  expect((await ask(stranger, 'PATCH', merchantPaths.dish(own.id, dish.id), { ifVersion: dish.version })).status).toBe(
    404,
  )
})

test('a booking appears in the counter’s book and is checked in', async () => {
  const { services, shop } = (await customer.call<LoadedShopData>('GET', visitorPaths.data)).body
  const service = services.find(({ kind }) => kind === 'table')
  const tomorrow = new Intl.DateTimeFormat('en-CA', { timeZone: shop.timeZone }).format(Date.now() + 86_400_000)
  const slots = await customer.call<{ startsAtIso: string }[]>(
    'GET',
    `${visitorPaths.slots}?serviceId=${service?.id}&date=${tomorrow}&partySize=2`,
  )
  const held = await customer.call<Hold>('POST', visitorPaths.holds, {
    serviceId: service?.id,
    startsAtIso: slots.body[0]?.startsAtIso,
    partySize: 2,
  })
  const range = `${paths().bookings}?from=${tomorrow}&to=${tomorrow}`
  expect((await ask<Booking[]>(owner, 'GET', range)).body).toEqual([])
  await customer.call('POST', visitorPaths.bookings, {
    bookingId: held.body.bookingId,
    name: 'Ann Lee',
    phone: '13800138000',
    note: 'Window',
    consent: true,
  })
  const [booked] = (await ask<Booking[]>(owner, 'GET', range)).body
  expect(booked).toMatchObject({
    contactName: 'Ann Lee',
    contactPhone: '+8613800138000',
    note: 'Window',
    status: 'confirmed',
  })
  expect((await ask<Booking[]>(viewer, 'GET', range)).body[0]).toMatchObject({
    contactName: 'A…',
    contactPhone: '',
    note: '',
  })
  const arrived = await ask<Booking>(owner, 'POST', merchantPaths.bookingAction(program.programId, booked?.id ?? ''), {
    action: 'check-in',
  })
  expect(arrived.body.status).toBe('checked_in')
  expect((await ask(owner, 'GET', `${paths().bookings}?from=2026-01-01&to=2027-01-01`)).status).toBe(400)
})

test('the preview is priced like the shop, at any hour, and keeps nothing', async () => {
  const dish = await plainDish()
  const line = { dishId: dish.id, variantId: dish.variants[0]?.id, quantity: 2, modifiers: [], note: '' }
  await asOwnerOfDatabase('UPDATE shop SET orders_paused = true')
  const quote = await ask<Quote>(viewer, 'POST', merchantPaths.previewQuote(program.programId), {
    channel: 'pickup',
    tableId: null,
    lines: [line],
  })
  expect(quote.body).toMatchObject({ id: 'preview', totalMinor: (dish.variants[0]?.priceMinor ?? 0) * 2 })
  await asOwnerOfDatabase('UPDATE shop SET orders_paused = false')
  const wrong = await ask<{ error: { code: string } }>(viewer, 'POST', merchantPaths.previewQuote(program.programId), {
    channel: 'pickup',
    tableId: null,
    lines: [{ ...line, variantId: 'none' }],
  })
  expect([wrong.status, wrong.body.error.code]).toEqual([422, 'wrong-choice'])
  const data = await ask<LoadedShopData>(viewer, 'GET', merchantPaths.shopData(program.programId))
  expect(data.body).toEqual((await customer.call('GET', visitorPaths.data)).body)
})

test('the console hears of an order at once, and after an absence what it missed', async () => {
  const gone = new AbortController()
  const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const open = (headers: Record<string, string>) =>
    platform.app.request(`http://localhost:4000${paths().events}`, {
      headers: { host: 'localhost:4000', cookie, ...headers },
      signal: gone.signal,
    })
  const events = eventsOf(await open({}))
  const { id: cursor } = (await events.next()).value as { id: number }
  const startedMs = performance.now()
  const order = await placeOrder()
  const heard = (await events.next()).value as { id: number; data: ConsoleEvent }
  expect(heard.data).toMatchObject({ type: 'order', order: { id: order.id, status: 'placed' } })
  expect(performance.now() - startedMs).toBeLessThan(5000)
  await placeOrder()
  const replayed = eventsOf(await open({ 'last-event-id': String(cursor) }))
  const first = (await replayed.next()).value as { id: number; data?: ConsoleEvent }
  const missed = first.data ? first : ((await replayed.next()).value as typeof first)
  expect([missed.id, missed.data]).toEqual([heard.id, expect.objectContaining({ type: 'order' })])
  gone.abort()
})

async function* eventsOf(response: Response): AsyncGenerator<{ id: number; data?: ConsoleEvent }> {
  let rest = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    rest += decoder.decode(chunk, { stream: true })
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const text = rest.slice(0, end)
      rest = rest.slice(end + 2)
      const id = /^id: (\d+)$/m.exec(text)?.[1]
      const data = /^data: (.*)$/m.exec(text)?.[1]
      if (id) yield { id: Number(id), ...(data && { data: JSON.parse(data) as ConsoleEvent }) }
    }
  }
}
