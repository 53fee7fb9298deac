import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { createTestDatabase } from '../testing/database.ts'
import type { TestDatabase } from '../testing/database.ts'
import { createDatabase, withPerson, withTenant } from './database.ts'
import { uuidv7 } from './uuidv7.ts'
import pg from 'pg'

let database: TestDatabase
const ann = { tenant: uuidv7(), program: uuidv7() }
const bo = { tenant: uuidv7(), program: uuidv7() }

beforeAll(async () => {
  database = await createTestDatabase()
  for (const { tenant, program } of [ann, bo]) {
    const label = program.replaceAll(/[^a-z2-7]/g, 'a').slice(0, 26)
    await withTenant(database.db, tenant, async (tx) => {
      await tx.insertInto('workspace').values({ id: tenant, name: 'A shop' }).execute()
      await tx
        .insertInto('program')
        .values({ tenant_id: tenant, id: program, name: 'Noodles', language: 'en', template_id: 't', label })
        .execute()
    })
  }
})
afterAll(() => database.close())

test('a query without any filter sees the rows of its own tenant only', async () => {
  const seen = await withTenant(database.db, ann.tenant, (tx) => tx.selectFrom('program').select('id').execute())
  expect(seen).toEqual([{ id: ann.program }])
})

test('outside a tenant there are no rows at all', async () => {
  expect(await database.db.selectFrom('program').selectAll().execute()).toEqual([])
  expect(await withPerson(database.db, 'somebody', (tx) => tx.selectFrom('program').selectAll().execute())).toEqual([])
})

test('a tenant is forgotten with its transaction, on the connection it used', async () => {
  const one = await createTestDatabase({ max: 1 })
  await withTenant(one.db, ann.tenant, async (tx) => {
    await tx.insertInto('workspace').values({ id: ann.tenant, name: 'A shop' }).execute()
  })
  expect(await one.db.selectFrom('workspace').selectAll().execute()).toEqual([])
  await one.close()
})

test('a connection that breaks between two statements of a transaction costs that transaction, and nothing else', async () => {
  const one = await createTestDatabase({ max: 1 })
  const killer = new pg.Client({ connectionString: one.ownerUrl })
  await killer.connect()
  const broken = withTenant(one.db, ann.tenant, async (tx) => {
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx)
    await killer.query('SELECT pg_terminate_backend($1, 5000)', [rows[0]!.pid])
    await tx.insertInto('workspace').values({ id: ann.tenant, name: 'Never' }).execute()
  })
  await expect(broken).rejects.toThrow(/connection|terminat/i)
  expect(await withTenant(one.db, ann.tenant, (tx) => tx.selectFrom('workspace').selectAll().execute())).toEqual([])
  await killer.end()
  await one.close()
})

test('writing into another tenant changes nothing and inserting there is refused', async () => {
  const changed = await withTenant(database.db, ann.tenant, (tx) =>
    tx.updateTable('program').set({ name: 'Mine' }).where('id', '=', bo.program).executeTakeFirst(),
  )
  expect(Number(changed.numUpdatedRows)).toBe(0)
  const insert = withTenant(database.db, ann.tenant, (tx) =>
    tx.insertInto('workspace').values({ id: uuidv7(), name: 'Not mine' }).execute(),
  )
  await expect(insert).rejects.toThrow(/row-level security/)
})

test('every table that names a tenant forces row-level security, save the one that routes to tenants', async () => {
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
    WHERE c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1`.execute(database.db)
  expect(rows.map((row) => row.name)).toEqual(['program_route', 'shop_timer'])
})

test('a connection that could bypass row-level security is refused', async () => {
  const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 1 })
  await expect(withTenant(createDatabase(pool), ann.tenant, async () => 1)).rejects.toThrow(/bypass/)
  await pool.end()
})

test('a deadlock is tried again and both transactions finish', async () => {
  const rename = (first: string, second: string) =>
    withTenant(database.db, ann.tenant, async (tx) => {
      await sql`SELECT pg_advisory_xact_lock(${first}::bigint)`.execute(tx)
      await met()
      await sql`SELECT pg_advisory_xact_lock(${second}::bigint)`.execute(tx)
      return first
    })
  const met = meeting(2)
  expect(await Promise.all([rename('1', '2'), rename('2', '1')])).toEqual(['1', '2'])
})

test('an amount too large for a number throws rather than rounds', async () => {
  const { rows } = await database.pool.query('SELECT 12::bigint AS amount')
  expect(rows).toEqual([{ amount: 12 }])
  await expect(database.pool.query('SELECT 9007199254740993::bigint AS amount')).rejects.toThrow(/too large/)
})

/** Resolves for everybody once so many have come; later ones pass at once. */
function meeting(size: number): () => Promise<void> {
  let come = 0
  let open: () => void
  const all = new Promise<void>((resolve) => (open = resolve))
  return async () => {
    if (++come >= size) open()
    await all
  }
}
