import type pg from 'pg'

export interface PostgresLine {
  /** What is too long for a notice is left out. @throws when the database cannot be reached */
  send(text: string): Promise<void>
  close(): Promise<void>
}

/** PostgreSQL's limit is 8,000 bytes. */
const largestNotice = 7_900
const retryMs = 500

/**
 * Sends and hears by LISTEN/NOTIFY, on a connection of its own that is made again when it breaks.
 * @param heard - `missed` once it listens again, since what was sent meanwhile is lost
 */
export async function listenOnPostgres(
  pool: pg.Pool,
  channel: string,
  { hear, missed }: { hear(text: string): void; missed(): void },
): Promise<PostgresLine> {
  let client: pg.PoolClient | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  async function connect(): Promise<void> {
    const connection = await pool.connect()
    connection.on('notification', ({ payload }) => hear(payload ?? ''))
    const lost = () => {
      if (client !== connection) return
      client = undefined
      connection.release(true)
      retry()
    }
    connection.on('error', lost)
    connection.on('end', lost)
    try {
      await connection.query(`LISTEN ${channel}`)
    } catch (error) {
      connection.release(true)
      throw error
    }
    client = connection
    if (isClosed) lost()
  }
  function retry(): void {
    if (isClosed) return
    timer = setTimeout(() => {
      connect().then(missed, retry)
    }, retryMs)
  }
  await connect()

  return {
    async send(text) {
      if (Buffer.byteLength(text) <= largestNotice) await pool.query('SELECT pg_notify($1, $2)', [channel, text])
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      const connection = client
      client = undefined
      connection?.release(true)
    },
  }
}
