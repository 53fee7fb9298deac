/** How processes on one database wake each other: through Redis when there is one, else by LISTEN/NOTIFY. */
import type pg from 'pg'
import { listenOnPostgres } from './postgres-line.ts'
import type { Problem } from './problem.ts'
import { connectRedis } from './redis-line.ts'
import type { Wake } from './store.ts'

export interface Notifier {
  watch(listener: (wake: Wake) => void): () => void
  tell(wake: Wake): void
  /** Where the database itself tells of an append if and when it commits; null where `tellAfterCommit` does. */
  readonly channelAtCommit: string | null
  tellAfterCommit(wake: Wake): void
  close(): Promise<void>
}

const channel = 'shopwright_doc'
/** For as long as this after a process said that it hears nothing through Redis, all is told through the database too. */
const withoutRedisMs = 3000

/** @param report - told when Redis begins to fail, not of every attempt */
export async function connectNotify(
  pool: pg.Pool,
  redisUrl?: string,
  report: (problem: Problem) => void = () => {},
): Promise<Notifier> {
  return redisUrl ? notifyThroughRedis(pool, redisUrl, report) : notifyThroughPostgres(pool)
}

async function notifyThroughPostgres(pool: pg.Pool): Promise<Notifier> {
  const { watch, emit } = listeners()
  const database = await listenOnPostgres(pool, channel, {
    hear: (text) => {
      const wake = parse(text)?.wake
      if (wake) emit(wake)
    },
    missed: () => emit({ kind: 'missed' }),
  })
  return {
    watch,
    tell: (wake) => void database.send(JSON.stringify(wake)).catch(() => emit({ kind: 'missed' })),
    channelAtCommit: channel,
    tellAfterCommit() {},
    close: database.close,
  }
}

/** This process hears itself at once; the others through Redis, and through the database while it fails any of them. */
async function notifyThroughRedis(pool: pg.Pool, url: string, report: (problem: Problem) => void): Promise<Notifier> {
  const { watch, emit } = listeners()
  const own = crypto.randomUUID()
  let databaseUntilMs = 0
  let knowsOfFailure = false
  let isReported = false
  const missed = () => emit({ kind: 'missed' })
  const hear = (text: string) => {
    const heard = parse(text)
    if (heard?.noRedis) hearNoRedis(heard.by)
    else if (heard?.wake && heard.by !== own) emit(heard.wake)
  }
  function hearNoRedis(by: string | undefined): void {
    databaseUntilMs = performance.now() + withoutRedisMs
    if (by !== own || knowsOfFailure) return
    // From here on the others tell this process; what they told before it said so was lost.
    knowsOfFailure = true
    missed()
  }

  const database = await listenOnPostgres(pool, channel, { hear, missed })
  const redis = await connectRedis(url, channel, {
    hear,
    failing: (error) => {
      if (!isReported) report({ code: 'redis-failing', docId: '', error })
      isReported = true
      void database.send(JSON.stringify({ noRedis: true, by: own })).catch(missed)
    },
    back: () => {
      isReported = false
      knowsOfFailure = false
      missed()
    },
  })

  const tell = (wake: Wake) => {
    const text = JSON.stringify({ ...wake, by: own })
    const throughDatabase = () => void database.send(text).catch(missed)
    const isFailing = redis.isFailing || performance.now() < databaseUntilMs
    if (isFailing) throughDatabase()
    redis.send(text).catch(() => {
      if (!isFailing) throughDatabase()
    })
    emit(wake)
  }
  return {
    watch,
    tell,
    channelAtCommit: null,
    tellAfterCommit: tell,
    async close() {
      redis.close()
      await database.close()
    },
  }
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
  }
}

interface Heard {
  /** The process that said it. */
  readonly by: string | undefined
  readonly wake?: Wake
  /** It hears nothing through Redis. */
  readonly noRedis?: true
}

function parse(text: string): Heard | undefined {
  try {
    const said: unknown = JSON.parse(text)
    if (typeof said !== 'object' || said === null) return undefined
    const { by: from, ...rest } = said as Record<string, unknown>
    const by = typeof from === 'string' ? from : undefined
    if (rest.noRedis === true) return { by, noRedis: true }
    if (rest.kind === 'missed') return { by, wake: { kind: 'missed' } }
    return 'kind' in rest && typeof rest.docId === 'string' ? { by, wake: rest as unknown as Wake } : undefined
  } catch {
    return undefined
  }
}
