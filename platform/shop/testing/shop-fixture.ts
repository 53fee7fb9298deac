/** A shop on a real database, its cashier and notifications on a real port, and visitors who call it by HTTP. */
import { getRequestListener } from '@hono/node-server'
import pg from 'pg'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { capabilities } from '#model/capabilities.ts'
import type { Capability } from '#model/capabilities.ts'
import type { Quote, PlacedOrder } from '#model/shop/orders.ts'
import type { ShopFailure } from '#model/shop/failure.ts'
import { changeShop } from '#platform/changes/change-shop.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { withTenant } from '#platform/db/database.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { createEventHub } from '#platform/events/hub.ts'
import type { EventHub } from '#platform/events/hub.ts'
import type { LiveNode } from '#platform/payments/pay-direct.ts'
import { randomLabel } from '#platform/programs/random-label.ts'
import type { TestDatabase } from '#platform/testing/database.ts'
import { createTestDatabase } from '#platform/testing/database.ts'
import type { ShopSeed } from '#templates/template.ts'
import type { SendWebhook } from '#platform/webhooks/send-webhook.ts'
import { createCommerce } from '../create-commerce.ts'
import type { Commerce } from '../create-commerce.ts'
import { loadShopData } from '../load-shop-data.ts'
import type { LoadedShopData } from '../load-shop-data.ts'
import { inShop } from '../scope.ts'
import type { ShopTx } from '../scope.ts'
import { seedShop } from '../seed-shop.ts'
import type { VisitedProgram } from '../visitor-call.ts'
import { testSeed } from './seed.ts'

export interface Reply<Body> {
  readonly status: number
  readonly body: Body
  readonly headers: Headers
}

export interface TestVisitor {
  readonly token: string
  readonly visitorKey: string
  /** @param key - idempotency key; a fresh one when left out, none when null */
  call<Body = { error: ShopFailure }>(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    key?: string | null,
  ): Promise<Reply<Body>>
}

export interface ShopFixture {
  readonly database: TestDatabase
  readonly hub: EventHub
  readonly commerce: Commerce
  readonly program: VisitedProgram
  /** Origin of the cashier and of notifications. */
  readonly payOrigin: string
  /** What `findLiveNode` finds, by node id. */
  readonly liveNodes: Map<string, LiveNode>
  /** What the release requests; everything, until a test takes something away. */
  readonly requested: Set<Capability>
  readonly withheld: Set<Capability>
  /** Lines that the platform logged. */
  readonly logged: { event: string }[]
  visitor(visitorKey?: string | null): Promise<TestVisitor>
  inShop<Result>(work: (at: ShopTx) => Promise<Result>): Promise<Result>
  /** Likewise for what has a history. */
  changeShop<Result>(work: (at: ShopTx) => Promise<Result>): Promise<Result>
  shopData(): Promise<LoadedShopData>
  /** As the owner of the database, past all rules: to turn clocks back and to count. */
  sql<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

export async function createShopFixture(
  options: { seed?: Partial<ShopSeed>; connections?: number; database?: TestDatabase; sendWebhook?: SendWebhook } = {},
): Promise<ShopFixture> {
  const database = options.database ?? (await createTestDatabase({ max: options.connections ?? 10 }))
  const program = await makeShop(database, { ...testSeed, ...options.seed })
  const hub = createEventHub({ db: database.db, pool: database.pool })
  await hub.start()
  const liveNodes = new Map<string, LiveNode>()
  const requested = new Set<Capability>(capabilities)
  const withheld = new Set<Capability>()
  const logged: { event: string }[] = []
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const payOrigin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const commerce = createCommerce({
    db: database.db,
    hub,
    secret: 'a secret for tests only',
    publicUrl: payOrigin,
    findLiveNode: async (_scope, nodeId) => liveNodes.get(nodeId),
    requested: async () => requested,
    withheld,
    loadMemberParts: async () => undefined,
    hasLimits: false,
    ...(options.sendWebhook && { sendWebhook: options.sendWebhook }),
    log: (entry) => logged.push(entry),
  })
  const listener = getRequestListener(commerce.payApp.fetch)
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  return {
    database,
    hub,
    commerce,
    program,
    payOrigin,
    liveNodes,
    requested,
    withheld,
    logged,
    visitor: (visitorKey = null) => openVisitor(commerce, program, visitorKey),
    inShop: (work) => inShop({ db: database.db, hub }, program, work),
    changeShop: (work) => changeShop({ db: database.db, hub }, program, { of: 'shop', by: 'owner' }, work),
    shopData: () =>
      withTenant(database.db, program.tenantId, (tx) => loadShopData(tx, program.programId, program.language)),
    async sql<Row>(text: string, values: unknown[] = []) {
      return (await owner.query(text, values)).rows as Row[]
    },
    async close() {
      await commerce.stop()
      await hub.stop()
      server.closeAllConnections()
      server.close()
      await owner.end()
      if (!options.database) await database.close()
    },
  }
}

/** A workspace with one program and its shop. */
export async function makeShop(
  database: TestDatabase,
  seed: ShopSeed = testSeed,
  workspaceId?: string,
): Promise<VisitedProgram> {
  const tenantId = workspaceId ?? uuidv7()
  const programId = uuidv7()
  const label = randomLabel()
  await withTenant(database.db, tenantId, async (tx) => {
    if (!workspaceId) await tx.insertInto('workspace').values({ id: tenantId, name: 'Test' }).execute()
    await tx
      .insertInto('program')
      .values({ tenant_id: tenantId, id: programId, name: 'Test shop', language: 'en', template_id: 'test', label })
      .execute()
    await tx.insertInto('program_route').values({ program_id: programId, tenant_id: tenantId, label }).execute()
    await seedShop(tx, { tenantId, programId, seed, language: 'en', shopName: 'Lucky Noodles' })
  })
  return { tenantId, programId, language: 'en', origin: `http://${label}.localhost:4600` }
}

export async function openVisitor(
  commerce: Commerce,
  program: VisitedProgram,
  visitorKey: string | null = null,
): Promise<TestVisitor> {
  const call = async <Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply<Body>> => {
    const request = new Request(program.origin + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const response = await commerce.visitorApp.fetch(request, { program, clientAddress: '127.0.0.1' })
    const text = await response.text()
    return { status: response.status, body: (text ? JSON.parse(text) : null) as Body, headers: response.headers }
  }
  const session = await call<{ visitorKey: string; token: string }>('POST', visitorPaths.session, { visitorKey })
  return {
    ...session.body,
    call: (method, path, body, key = randomUUID()) =>
      call(method, path, body, {
        authorization: `Bearer ${session.body.token}`,
        ...(key !== null && method === 'POST' && { 'idempotency-key': key }),
      }),
  }
}

/** One large bowl, mild, with an egg (36.00), unless told otherwise. */
export async function cartOf(shop: ShopFixture, change: Record<string, unknown> = {}) {
  const { menu } = await shop.shopData()
  const dish = menu.dishes[0]
  const [spice, toppings] = menu.modifierGroups
  return {
    dishId: dish?.id,
    variantId: dish?.variants[1]?.id,
    quantity: 1,
    modifiers: [
      { optionId: spice?.options[0]?.id, quantity: 1 },
      { optionId: toppings?.options[0]?.id, quantity: 1 },
    ],
    note: '',
    ...change,
  }
}

export async function quoteFor(shop: ShopFixture, visitor: TestVisitor, lines?: unknown[]): Promise<Quote> {
  const { status, body } = await visitor.call<Quote>('POST', visitorPaths.quotes, {
    channel: 'pickup',
    tableId: null,
    lines: lines ?? [await cartOf(shop)],
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}

export async function orderFor(
  shop: ShopFixture,
  visitor: TestVisitor,
  payAt: 'online' | 'counter' = 'counter',
  lines?: unknown[],
): Promise<PlacedOrder> {
  const quote = await quoteFor(shop, visitor, lines)
  const { status, body } = await visitor.call<PlacedOrder>('POST', visitorPaths.orders, {
    quoteId: quote.id,
    payAt,
    contactPhone: null,
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}

/** Presses a button of the cashier. */
export async function atCashier(cashierUrl: string, action: 'pay' | 'decline' = 'pay'): Promise<Response> {
  return fetch(cashierUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `action=${action}`,
    redirect: 'manual',
  })
}
