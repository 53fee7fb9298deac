import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../testing/database.ts'
import type { TestDatabase } from '../testing/database.ts'
import { loadMigrations } from './migrate.ts'

let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

test('pictures that two programs of a workspace had become one, also for an owner whom row-level security binds', async () => {
  const migrations = loadMigrations()
  const sqlOf = (name: string) => migrations.find((migration) => migration.name === name)?.sql ?? ''
  const [createTable = ''] = /CREATE TABLE picture \([\s\S]*?\n\);/.exec(sqlOf('0001_core.sql')) ?? []
  const role = `library_owner_${process.pid}`
  const tenant = crypto.randomUUID()
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
  await owner.query(`DROP TABLE picture; ${createTable}`)
  await owner.query('INSERT INTO workspace (id, name) VALUES ($1, $2)', [tenant, 'Ann'])
  for (const [at, id] of [first, second].entries())
    await owner.query(
      `INSERT INTO program (tenant_id, id, name, language, template_id, label) VALUES ($1, $2, 'x', 'en', 'x', $3)`,
      [tenant, id, String.fromCharCode(97 + at).repeat(26)],
    )
  const rows = [
    [first, '00000000-0000-7000-8000-000000000001', 'a', ''],
    [second, '00000000-0000-7000-8000-000000000002', 'a', 'Soup'],
    [second, '00000000-0000-7000-8000-000000000003', 'b', ''],
  ]
  for (const [program, id, letter, alt] of rows)
    await owner.query(
      `INSERT INTO picture (tenant_id, program_id, id, sha256, name, alt, width_px, height_px)
        VALUES ($1, $2, $3, repeat($4, 64), 'x', $5, 1, 1)`,
      [tenant, program, id, letter, alt],
    )
  await owner.query(`
    ALTER TABLE picture ENABLE ROW LEVEL SECURITY; ALTER TABLE picture FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_tenant ON picture USING (tenant_id = current_tenant());
    CREATE ROLE ${role}; ALTER TABLE picture OWNER TO ${role}; ALTER TABLE workspace OWNER TO ${role};
    GRANT USAGE, CREATE ON SCHEMA public TO ${role}; SET ROLE ${role}`)
  await owner.query(sqlOf('0005_library.sql'))
  await owner.query('RESET ROLE')
  const { rows: kept } = await owner.query('SELECT id, alt FROM picture ORDER BY id')
  expect(kept).toEqual([
    { id: rows[0]![1], alt: 'Soup' },
    { id: rows[2]![1], alt: '' },
  ])
  const { rows: forced } = await owner.query(
    `SELECT relforcerowsecurity AS forced FROM pg_class WHERE oid IN ('picture'::regclass, 'workspace'::regclass)`,
  )
  expect(forced).toEqual([{ forced: true }, { forced: true }])
})
