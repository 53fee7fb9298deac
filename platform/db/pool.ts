import pg from 'pg'

/** The role that all of the application works as: it owns nothing and cannot bypass row-level security. */
export const APP_ROLE = 'shopwright_app'

const types = { int8: 20, date: 1082 } as const

/**
 * A pool whose connections act as {@link APP_ROLE}, whoever they signed in as. `int8` arrives as a number (amounts in
 * minor units fit; one that does not throws rather than rounds), `date` as `YYYY-MM-DD`.
 * @param options - `waitMs`: how long one waits for a free connection before it is told that too much is going on
 */
export function createPool(url: string, options: { max?: number; waitMs?: number } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 20,
    connectionTimeoutMillis: options.waitMs ?? 10_000,
    idleTimeoutMillis: 30_000,
    types: { getTypeParser },
    onConnect: async (client) => {
      await client.query(
        `SET ROLE ${APP_ROLE}; SET statement_timeout = '30s'; SET idle_in_transaction_session_timeout = '60s'; SET timezone = 'UTC'`,
      )
    },
  })
  // An idle connection that the database closed is replaced at the next query; without a listener it ends the process.
  pool.on('error', () => undefined)
  // The same for one that is lost between two statements of a transaction: the next statement says so.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === types.int8 && format !== 'binary') return safeInteger
  if (oid === types.date && format !== 'binary') return String
  return pg.types.getTypeParser(oid, format as 'text')
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The database holds ${text}, which is too large for a number`)
  return value
}
