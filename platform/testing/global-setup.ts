/**
 * For vitest: one PostgreSQL for the whole run, started when the first test file asks for a database and not before,
 * so a run without such tests pays nothing.
 */
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../db/embedded-postgres.ts'
import { migrate } from '../db/migrate.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

export interface TestServer {
  /** For the owning role, to the migrated database that test databases are copies of. */
  readonly templateUrl: string
  readonly prefix: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServerPort: number
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<Running> | undefined
  const server = createServer((_request, response) => {
    started ??= start()
    started.then(
      ({ info }) => response.end(JSON.stringify(info)),
      (error: Error) => response.writeHead(500).end(error.message),
    )
  })
  project.provide('testServerPort', await listen(server))
  return async () => {
    server.close()
    await (await started?.catch(() => undefined))?.stop()
  }
}

interface Running {
  readonly info: TestServer
  stop(): Promise<void>
}

async function start(): Promise<Running> {
  const prefix = `shopwright_test_${randomBytes(4).toString('hex')}`
  const given = process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL']
  const server = given ? { url: given, stop: async () => undefined } : await startTemporary()
  const templateUrl = withDatabase(server.url, `${prefix}_template`)
  const stop = async (): Promise<void> => {
    if (given) await dropAll(server.url, prefix)
    await server.stop()
  }
  try {
    await requireSuperuser(server.url)
    await query(server.url, `CREATE DATABASE ${prefix}_template`)
    await migrate(templateUrl)
    return { info: { templateUrl, prefix }, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startTemporary(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await makeTemporaryFolder('shopwright-test-')
  const { url, stop } = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), durable: false })
  return {
    url,
    async stop() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Tests look past row-level security to prove that the application cannot. */
async function requireSuperuser(url: string): Promise<void> {
  const [role] = await query(url, 'SELECT rolsuper AS "isSuperuser" FROM pg_roles WHERE rolname = current_user')
  if (!(role as { isSuperuser: boolean } | undefined)?.isSuperuser)
    throw new Error('TEST_DATABASE_URL (or DATABASE_URL) must name a superuser of a server that is there for tests')
}

async function dropAll(url: string, prefix: string): Promise<void> {
  const found = await query(url, `SELECT datname FROM pg_database WHERE datname LIKE '${prefix}%'`)
  for (const { datname } of found as { datname: string }[]) await query(url, `DROP DATABASE ${datname} WITH (FORCE)`)
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as unknown[]
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}
