import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '#platform/testing/database.ts'
import type { TestDatabase } from '#platform/testing/database.ts'
import { withTenant } from './database.ts'

let database: TestDatabase
beforeAll(async () => {
  // One connection, so that each test meets what the one before it left.
  database = await createTestDatabase({ max: 1 })
})
afterAll(() => database.close())

const planned = async (part: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM pg_prepared_statements WHERE strpos(statement, ${part}) > 0
      AND strpos(statement, 'pg_prepared_statements') = 0`.execute(database.db)
  return rows[0]?.count ?? 0
}

test('a transaction begins with its first statement, and is undone as a whole', async () => {
  const id = randomUUID()
  const failing = withTenant(database.db, id, async (tx) => {
    await tx.insertInto('workspace').values({ id, name: 'Undone' }).execute()
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  const found = await withTenant(database.db, id, (tx) => tx.selectFrom('workspace').select('id').execute())
  expect(found).toEqual([])
})

test('one that says nothing leaves nothing open', async () => {
  await database.db.transaction().execute(async () => undefined)
  await expect(
    database.db.transaction().execute(async () => {
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  const { rows } = await sql<{ depth: string | null }>`SELECT pg_current_xact_id_if_assigned() AS depth`.execute(
    database.db,
  )
  expect(rows).toEqual([{ depth: null }])
})

test('a first statement that fails leaves a connection that works', async () => {
  const failing = database.db.transaction().execute((tx) => sql`SELECT 1 / ${0}::int`.execute(tx))
  await expect(failing).rejects.toThrow(/division by zero/)
  await expect(database.db.transaction().execute((tx) => sql`SELECT 1 / 0`.execute(tx))).rejects.toThrow(
    /division by zero/,
  )
  expect((await sql`SELECT 1 AS one`.execute(database.db)).rows).toEqual([{ one: 1 }])
})

test('what is asked again and again is planned once', async () => {
  const ask = () => database.db.selectFrom('workspace').select('name').where('id', '=', randomUUID()).execute()
  await ask()
  expect(await planned('select "name" from "workspace"')).toBe(0)
  for (let times = 0; times < 20; times++) await ask()
  expect(await planned('select "name" from "workspace"')).toBe(1)
})

test('a column that a newer version adds disturbs nobody who asks for all of them', async () => {
  const ask = () => database.db.selectFrom('attempt_window').selectAll().where('key', '=', 'nobody').execute()
  for (let times = 0; times < 20; times++) await ask()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('ALTER TABLE attempt_window ADD COLUMN of_a_newer_version int')
  await owner.end()
  expect(await ask()).toEqual([])
})
