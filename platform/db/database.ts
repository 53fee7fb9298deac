import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { Pool } from 'pg'
import { setTimeout as delay } from 'node:timers/promises'
import { APP_ROLE } from './pool.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
/** A transaction that sees the rows of one tenant, or of one person, and no others. */
export type ScopedTx = Transaction<Tables>

export function createDatabase(pool: Pool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
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
  return scoped(db, { tenant: tenantId, person: '' }, fn)
}

/** Likewise, but shows a person's own memberships and their workspaces, and no shop data at all. */
export function withPerson<Result>(
  db: Database,
  userId: string,
  fn: (tx: ScopedTx) => Promise<Result>,
): Promise<Result> {
  return scoped(db, { tenant: '', person: userId }, fn)
}

async function scoped<Result>(
  db: Database,
  scope: { tenant: string; person: string },
  fn: (tx: ScopedTx) => Promise<Result>,
): Promise<Result> {
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

async function enter(tx: ScopedTx, scope: { tenant: string; person: string }): Promise<void> {
  const { rows } = await sql<{ bypasses: boolean }>`
    SELECT rolsuper OR rolbypassrls AS bypasses,
      set_config('app.tenant', ${scope.tenant}, true), set_config('app.person', ${scope.person}, true)
    FROM pg_roles WHERE rolname = current_user`.execute(tx)
  if (rows[0]?.bypasses !== false)
    throw new Error(`This connection can bypass row-level security; it must work as the role ${APP_ROLE}`)
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
