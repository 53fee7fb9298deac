import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createShopFixture, orderFor } from '../shop/testing/shop-fixture.ts'
import type { ShopFixture } from '../shop/testing/shop-fixture.ts'
import { visitorPaths } from '../contract/routes.ts'
import { loadMigrations } from './migrate.ts'

let shop: ShopFixture
let owner: pg.Client

beforeAll(async () => {
  shop = await createShopFixture()
  owner = new pg.Client({ connectionString: shop.database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await shop.close()
})

test('a visitor from before customers could sign in is the same to the key of their browser, also for an owner whom row-level security binds', async () => {
  const ann = await shop.visitor()
  const { order } = await orderFor(shop, ann)
  // As it was: the key with the visitor, and no browsers.
  const sql = loadMigrations().find(({ name }) => name === '0011_customers.sql')?.sql ?? ''
  const [move = ''] = /ALTER TABLE visitor NO FORCE[\s\S]*?DROP COLUMN key_sha256;/.exec(sql) ?? []
  const role = `customers_owner_${process.pid}`
  await owner.query(`ALTER TABLE visitor ADD COLUMN key_sha256 bytea`)
  await owner.query(`UPDATE visitor SET key_sha256 = b.key_sha256 FROM browser b WHERE b.visitor_id = visitor.id`)
  await owner.query('DELETE FROM browser')
  await owner.query(`
    CREATE ROLE ${role}; GRANT USAGE, CREATE ON SCHEMA public TO ${role};
    ALTER TABLE visitor OWNER TO ${role}; ALTER TABLE browser OWNER TO ${role};
    ALTER TABLE browser NO FORCE ROW LEVEL SECURITY; SET ROLE ${role}`)
  await owner.query(move)
  await owner.query(
    `RESET ROLE; ALTER TABLE visitor FORCE ROW LEVEL SECURITY; ALTER TABLE browser FORCE ROW LEVEL SECURITY`,
  )
  const { rows } = await owner.query('SELECT key_sha256 FROM browser')
  expect(rows).toEqual([{ key_sha256: createHash('sha256').update(ann.visitorKey).digest() }])
  const again = await shop.visitor(ann.visitorKey)
  expect(again.visitorKey).toBe(ann.visitorKey)
  expect((await again.call('GET', visitorPaths.order(order.id))).status).toBe(200)
})
