/** One shop never sees another: by the rules of the database, whatever a query forgets. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { asBeginning } from '#platform/changes/record-changes.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { withTenant } from '#platform/db/database.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { testSeed } from './testing/seed.ts'
import { createShopFixture, makeShop, openVisitor, orderFor } from './testing/shop-fixture.ts'
import type { ShopFixture } from './testing/shop-fixture.ts'
import type { VisitedProgram } from './visitor-call.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let shop: ShopFixture
let neighbour: VisitedProgram
let tables: string[]

beforeAll(async () => {
  shop = await createShopFixture()
  const ann = await shop.visitor()
  await orderFor(shop, ann, 'online')
  neighbour = await makeShop(shop.database)
  const rows = await shop.sql<{ name: string }>(`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'program_id' AND table_name NOT IN ('program_route', 'shop_timer')`)
  tables = rows.map(({ name }) => name)
})
afterAll(() => shop.close())

test('another workspace sees no row of any table, though no query names the workspace', async () => {
  expect(tables.length).toBeGreaterThan(30)
  for (const table of tables) {
    const count = sql<{ own: number; all: number }>`
      SELECT count(*) FILTER (WHERE program_id = ${neighbour.programId}) AS own, count(*) AS all FROM ${sql.table(table)}`
    const { rows } = await withTenant(shop.database.db, neighbour.tenantId, (tx) => count.execute(tx))
    expect([table, rows[0]?.all]).toEqual([table, rows[0]?.own])
    const outside = await count.execute(shop.database.db)
    expect([table, outside.rows[0]?.all]).toEqual([table, 0])
  }
})

test('nor changes or plants one', async () => {
  const { db } = shop.database
  const changed = await withTenant(db, neighbour.tenantId, (tx) =>
    asBeginning(tx)
      .updateTable('dish_variant')
      .set({ price_minor: 1 })
      .where('program_id', '=', shop.program.programId)
      .executeTakeFirst(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
  const planted = withTenant(db, neighbour.tenantId, (tx) =>
    asBeginning(tx)
      .insertInto('category')
      .values({
        tenant_id: shop.program.tenantId,
        program_id: shop.program.programId,
        id: uuidv7(),
        name: '{}',
        sort: 0,
      })
      .execute(),
  )
  await expect(planted).rejects.toThrow(/row-level security/)
  // A reference goes through both keys, so it cannot point into another shop either.
  const [theirs] = await shop.sql<{ id: string }>('SELECT id FROM category WHERE program_id = $1', [
    shop.program.programId,
  ])
  const crossing = withTenant(db, neighbour.tenantId, (tx) =>
    asBeginning(tx)
      .updateTable('dish')
      .set({ category_id: theirs?.id ?? '' })
      .execute(),
  )
  await expect(crossing).rejects.toThrow(/foreign key/)
})

test('an account is found by its address, and by nothing else', async () => {
  const [account] = await shop.sql<{ id: string }>('SELECT id FROM pay_account WHERE program_id = $1', [
    shop.program.programId,
  ])
  const seen = await shop.database.db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('app.pay_account', ${account?.id}, true)`.execute(tx)
    const found = await tx.selectFrom('pay_account').select('id').execute()
    const payments = await tx.selectFrom('payment').select('id').execute()
    return { found, payments }
  })
  expect(seen).toEqual({ found: [{ id: account?.id }], payments: [] })
})

test('two programs of one workspace are two shops', async () => {
  const sibling = await makeShop(shop.database, testSeed, shop.program.tenantId)
  const ann = await shop.visitor()
  const { order } = await orderFor(shop, ann)
  const visitor = await openVisitor(shop.commerce, sibling)
  const dish = (await shop.shopData()).menu.dishes[1]
  const line = { dishId: dish?.id, variantId: dish?.variants[0]?.id, quantity: 1, modifiers: [], note: '' }
  const refused = await visitor.call('POST', visitorPaths.quotes, { channel: 'pickup', tableId: null, lines: [line] })
  expect([refused.status, refused.body.error.code]).toEqual([404, 'not-found'])
  expect((await visitor.call('GET', visitorPaths.order(order.id))).status).toBe(404)
})

test('a token is good for its own program only, and cannot be made up', async () => {
  const ann = await shop.visitor()
  const ask = (token: string, program: VisitedProgram) =>
    shop.commerce.visitorApp.fetch(
      new Request(program.origin + visitorPaths.orders, { headers: { authorization: `Bearer ${token}` } }),
      { program, clientAddress: '127.0.0.1' },
    )
  expect((await ask(ann.token, shop.program)).status).toBe(200)
  expect((await ask(ann.token, neighbour)).status).toBe(401)
  const [payload = '', signature = ''] = ann.token.split('.')
  const forged = Buffer.from(JSON.stringify({ p: neighbour.programId, v: uuidv7(), e: Date.now() + 1e6 })).toString(
    'base64url',
  )
  for (const token of ['', 'x', `${forged}.${signature}`, `${payload}.`, `${payload}.${signature}x`, `.${signature}`])
    expect([token, (await ask(token, neighbour)).status]).toEqual([token, 401])
})
