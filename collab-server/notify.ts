/** How processes on one database wake each other: through Redis when there is one, else by LISTEN/NOTIFY. */
import type pg from 'pg'
import { createClient } from 'redis'
import type { Queryable } from './postgres-store.ts'
import type { Wake } from './store.ts'

export interface Notifier {
  watch(listener: (wake: Wake) => void): () => void
  tell(wake: Wake): void
  /** Part of the transaction: heard if and when it commits. */
  tellAtCommit(transaction: Queryable, wake: Wake): Promise<void>
  tellAfterCommit(wake: Wake): void
  close(): Promise<void>
}

const channel = 'shopwright_doc'
/** PostgreSQL's limit is 8,000 bytes. */
const largestNotice = 7_900
const retryMs = 500

export async function connectNotify(pool: pg.Pool, redisUrl?: string): Promise<Notifier> {
  return redisUrl ? connectRedis(redisUrl) : listenOnPostgres(pool)
}

function listeners() {
  const all = new Set<(wake: Wake) => void>()
  return {
    watch: (listener: (wake: Wake) => void) => {
      all.add(listener)
      return () => {
        all.delete(listener)
      }
    },
    emit: (wake: Wake) => {
      for (const listener of [...all]) listener(wake)
    },
    hear: (text: string) => {
      const wake = parse(text)
      if (wake) for (const listener of [...all]) listener(wake)
    },
  }
}

async function listenOnPostgres(pool: pg.Pool): Promise<Notifier> {
  const { watch, emit, hear } = listeners()
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
    await connection.query(`LISTEN ${channel}`)
    client = connection
    if (isClosed) lost()
  }
  function retry(): void {
    if (isClosed) return
    timer = setTimeout(() => {
      connect().then(() => emit({ kind: 'missed' }), retry)
    }, retryMs)
  }
  await connect()

  const notify = 'SELECT pg_notify($1, $2)'
  return {
    watch,
    tell(wake) {
      const text = JSON.stringify(wake)
      if (text.length <= largestNotice) pool.query(notify, [channel, text]).catch(() => emit({ kind: 'missed' }))
    },
    async tellAtCommit(transaction, wake) {
      await transaction.query(notify, [channel, JSON.stringify(wake)])
    },
    tellAfterCommit() {},
    async close() {
      isClosed = true
      clearTimeout(timer)
      const connection = client
      client = undefined
      connection?.release(true)
    },
  }
}

async function connectRedis(url: string): Promise<Notifier> {
  const { watch, emit, hear } = listeners()
  const publisher = createClient({ url })
  const subscriber = publisher.duplicate()
  // Without a listener an error ends the process; the client connects again by itself.
  publisher.on('error', () => {})
  subscriber.on('error', () => {})
  let wasReady = false
  subscriber.on('ready', () => {
    if (wasReady) emit({ kind: 'missed' })
    wasReady = true
  })
  await Promise.all([publisher.connect(), subscriber.connect()])
  await subscriber.subscribe(channel, hear)

  const tell = (wake: Wake) => {
    publisher.publish(channel, JSON.stringify(wake)).catch(() => emit({ kind: 'missed' }))
  }
  return {
    watch,
    tell,
    async tellAtCommit() {},
    tellAfterCommit: tell,
    async close() {
      publisher.destroy()
      subscriber.destroy()
    },
  }
}

function parse(text: string): Wake | undefined {
  try {
    const wake: unknown = JSON.parse(text)
    if (typeof wake !== 'object' || wake === null || !('kind' in wake)) return undefined
    if (wake.kind === 'missed') return { kind: 'missed' }
    return 'docId' in wake && typeof wake.docId === 'string' ? (wake as Wake) : undefined
  } catch {
    return undefined
  }
}
