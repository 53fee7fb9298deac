/**
 * The pool as the query builder sees it, with less to say to the database: a transaction begins together with its first
 * statement, and what is asked again and again is planned once per connection.
 */
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { Pool, PoolClient } from 'pg'

/** What the query builder reads of an answer. */
type Answer = PostgresQueryResult<never>

export function sparePool(pool: Pool): PostgresPool {
  const known = new WeakMap<PoolClient, PostgresPoolClient>()
  const nameOf = createNames()
  return {
    async connect() {
      const client = await pool.connect()
      const spare = known.get(client) ?? spareClient(client, nameOf)
      known.set(client, spare)
      return spare
    },
    end: () => pool.end(),
  }
}

const nothing: Answer = { command: 'SELECT', rowCount: 0, rows: [] }

function spareClient(client: PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  let isToBegin = false
  return {
    // Cursors, the other thing that it could ask for, are not set up.
    query: query as unknown as PostgresPoolClient['query'],
    release() {
      isToBegin = false
      client.release()
    },
  }

  async function query(text: string, values: readonly unknown[]): Promise<Answer> {
    if (text === 'begin') {
      isToBegin = true
      return nothing
    }
    if (!isToBegin) return send(text, values)
    isToBegin = false
    if (text === 'commit' || text === 'rollback') return nothing
    if (values.length > 0) {
      await client.query('begin')
      return send(text, values)
    }
    // Several statements at once answer a list.
    const results = (await client.query(`begin; ${text}`)) as unknown as readonly Answer[]
    return results.at(-1) ?? nothing
  }

  function send(text: string, values: readonly unknown[]): Promise<Answer> {
    const name = values.length > 0 ? nameOf(text) : undefined
    return client.query({ text, values: [...values], ...(name && { name }) }) as unknown as Promise<Answer>
  }
}

/** Texts asked so often get a name, up to so many; the rest, such as inserts of any number of rows, stay without. */
const namedFrom = 5
const mostNamed = 500
const mostCounted = 5000

/**
 * A statement with a name is parsed and planned once per connection. Not one that answers all columns, whatever they are:
 * when a newer version adds one while this one still runs, its answer would no longer be what was planned.
 */
function createNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  return (text) => {
    const name = names.get(text)
    if (name !== undefined) return name
    if (names.size >= mostNamed || /(^|[^(])\*/.test(text)) return undefined
    const count = (counts.get(text) ?? 0) + 1
    if (counts.size >= mostCounted) counts.clear()
    counts.set(text, count)
    if (count < namedFrom) return undefined
    counts.delete(text)
    const given = `s${names.size}`
    names.set(text, given)
    return given
  }
}
