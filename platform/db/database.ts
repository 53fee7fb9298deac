import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Transaction } from 'kysely'
import pg from 'pg'
import { setTimeout as delay } from 'node:timers/promises'
import { guardHistory } from '../changes/guard-history.ts'
import { APP_ROLE } from './pool.ts'
import { sparePool } from './spare-connection.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
/** A transaction that sees the rows of one tenant, one person or one customer, and no others. */
export type ScopedTx = Transaction<Tables>

/** What has a history is written through `platform/changes` only; anything else that tries to is refused. */
export function createDatabase(pool: pg.Pool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: sparePool(pool) }), plugins: [guardHistory] })
}

const RETRYABLE = new Set(['40001', '40P01'])
const MOST_RETRIES = 3

/**
 * Runs `fn` in one transaction in which every tenant's table shows the rows of this workspace only, whatever the query
 * says. It may run again from its start, at most three times, when the database asks for that (serialisation failure,
 * deadlock): it must have no effect outside the transaction, and never waits for the network.
 */
export function withTenant<Result>(
  db: Database,
  tenantId: string,
  fn: (tx: ScopedTx) => Promise<Result>,
): Promise<Result> {
  return scoped(db, { tenant: tenantId }, fn)
}

/** Likewise, but shows a person's own memberships and their workspaces, and no shop data at all. */
export function withPerson<Result>(
  db: Database,
  userId: string,
  fn: (tx: ScopedTx) => Promise<Result>,
): Promise<Result> {
  return scoped(db, { person: userId }, fn)
}

/** Likewise, but shows what the platform keeps of one customer, and which workspaces know them. */
export function withCustomer<Result>(
  db: Database,
  customerId: string,
  fn: (tx: ScopedTx) => Promise<Result>,
): Promise<Result> {
  return scoped(db, { customer: customerId }, fn)
}

/**
 * Likewise, but shows the one row that this secret names, before anybody knows whose it is.
 * @param secretSha256 - of a cookie, or of the token in an address
 */
export function withSecret<Result>(
  db: Database,
  secretSha256: Buffer,
  fn: (tx: ScopedTx) => Promise<Result>,
): Promise<Result> {
  return scoped(db, { secret: secretSha256.toString('hex') }, fn)
}

/** From here to its end the transaction also sees what the platform keeps of this customer; null ends that early. */
export async function enterCustomer(tx: ScopedTx, customerId: string | null): Promise<void> {
  await sql`SELECT set_config('app.customer', ${customerId ?? ''}, true)`.execute(tx)
}

interface Scope {
  readonly tenant?: string
  readonly person?: string
  readonly customer?: string
  readonly secret?: string
}

async function scoped<Result>(db: Database, scope: Scope, fn: (tx: ScopedTx) => Promise<Result>): Promise<Result> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await db.transaction().execute(async (tx) => {
        await enter(tx, scope)
        return fn(tx)
      })
    } catch (error) {
      if (attempt === MOST_RETRIES || !RETRYABLE.has(codeOf(error))) throw error
      await delay(Math.random() * 20 * 2 ** attempt)
    }
  }
}

/** The database's clock when each transaction began, in milliseconds. */
const begunAtMs = new WeakMap<ScopedTx, number>()

/** The moment the transaction began, by the database's clock: `now()` of all its statements. In milliseconds since 1970. */
export function beginningOf(tx: ScopedTx): number {
  const ms = begunAtMs.get(tx)
  if (ms === undefined) throw new Error('This transaction was not begun by withTenant')
  return ms
}

/** One statement without parameters, so that it travels together with the beginning of the transaction. */
async function enter(tx: ScopedTx, { tenant = '', person = '', customer = '', secret = '' }: Scope): Promise<void> {
  const settings = Object.entries({ tenant, person, customer, secret })
    .map(([name, value]) => `set_config('app.${name}', ${pg.escapeLiteral(value)}, true)`)
    .join(', ')
  const { rows } = await sql<{ bound: boolean; nowMs: number }>`
    SELECT row_security_active('program') AS bound, floor(extract(epoch FROM now()) * 1000)::int8 AS "nowMs", ${sql.raw(settings)}`.execute(
    tx,
  )
  const [row] = rows
  if (row?.bound !== true)
    throw new Error(`This connection can bypass row-level security; it must work as the role ${APP_ROLE}`)
  begunAtMs.set(tx, row.nowMs)
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
