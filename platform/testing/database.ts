/** Databases for tests: each one a fresh copy of the migrated schema, thrown away after the run. */
import pg from 'pg'
import { inject } from 'vitest'
import { createDatabase } from '../db/database.ts'
import type { Database } from '../db/database.ts'
import { createPool } from '../db/pool.ts'
import type { TestServer } from './global-setup.ts'

export interface TestDatabase {
  /** As the application works: the role `shopwright_app`, under row-level security. */
  readonly pool: pg.Pool
  readonly db: Database
  /** For the owner of the schema, who is bound by nothing; to arrange and to look, never to prove access. */
  readonly ownerUrl: string
  /** Ends the connections; the database itself goes with the run. */
  close(): Promise<void>
}

let made = 0

/** Call it once per test file, in `beforeAll`, and `close()` in `afterAll`. */
export async function createTestDatabase(options: { max?: number } = {}): Promise<TestDatabase> {
  const { templateUrl, prefix } = await testServer()
  const ownerUrl = await clone(templateUrl, `${prefix}_${process.pid}_${++made}`)
  // Hundreds ask at once in some tests, on a machine that does much else: they are to wait, not to be turned away.
  const pool = createPool(ownerUrl, { max: options.max ?? 10, waitMs: 60_000 })
  return { pool, db: createDatabase(pool), ownerUrl, close: () => pool.end() }
}

async function testServer(): Promise<TestServer> {
  const response = await fetch(`http://127.0.0.1:${inject('testServerPort')}/`)
  if (!response.ok) throw new Error(`The test database did not start: ${await response.text()}`)
  return (await response.json()) as TestServer
}

async function clone(templateUrl: string, name: string): Promise<string> {
  const url = new URL(templateUrl)
  const template = url.pathname.slice(1)
  url.pathname = `/${name}`
  const admin = new URL(templateUrl)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
    return url.href
  } finally {
    await client.end()
  }
}
