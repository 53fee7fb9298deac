import type pg from 'pg'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The tenant that a document belongs to; undefined when there is no such document. */
export async function findTenant(pool: pg.Pool, docId: string): Promise<string | undefined> {
  if (!uuid.test(docId)) return undefined
  const { rows } = await pool.query<{ tenant_id: string }>(
    'SELECT tenant_id FROM program_route WHERE program_id = $1',
    [docId],
  )
  return rows[0]?.tenant_id
}

export type TransactionMode = '' | 'READ ONLY' | 'ISOLATION LEVEL REPEATABLE READ READ ONLY'

/** Runs queries in one transaction that sees the rows of one tenant. */
export async function transactIn<Value>(
  pool: pg.Pool,
  tenantId: string,
  mode: TransactionMode,
  run: (client: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  if (!uuid.test(tenantId)) throw new Error(`${tenantId} is no tenant`)
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    // One message instead of two: each costs a round trip.
    await client.query(`BEGIN ${mode}; SELECT set_config('app.tenant', '${tenantId}', true)`)
    const value = await run(client)
    await client.query('COMMIT')
    return value
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}
