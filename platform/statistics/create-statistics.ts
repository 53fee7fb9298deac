/** Counts how published programs are used: in memory first, every few seconds in the database. */
import { createLru } from '../hosting/lru.ts'
import { withTenant } from '../db/database.ts'
import type { Services } from '../services.ts'
import type { HeaderReader } from '../http/send-bytes.ts'
import { createRateLimit } from '../shop/rate-limit.ts'
import type { ShopScope } from '../shop/scope.ts'
import type { SeenReport } from '../contract/visits.ts'
import type { CompiledProgram } from '#model/compiled-program.ts'
import { lookOf, mayCount } from './countable.ts'
import { forgetOldCounts } from './forget-old.ts'
import { countsOfReport } from './counts-of-report.ts'
import { createTally } from './tally.ts'
import { viaIn } from './via.ts'
import { writeCounts } from './write-counts.ts'

/** Lost when a process is killed without a word; a stop writes what waits. */
const FLUSH_EVERY_MS = 5_000
const FORGET_EVERY_MS = 24 * 60 * 60 * 1000
/** Of one address, which may be a whole dining room behind one router. Remembered in memory only. */
const looksLimit = { burst: 240, perMinute: 120 }
const reportsLimit = { burst: 120, perMinute: 60 }

export interface Statistics {
  /** A page of a release was sent, or found unchanged. Never waits and never fails. */
  countLook(asked: Asked, from: { address: string }, of: ShopScope & { releaseId: string; pageId: string }): void
  /** What a page told when it was left. What does not fit the release it names is dropped without a word. */
  countReport(request: Request, from: { address: string }, scope: ShopScope, report: SeenReport): Promise<void>
  /** Writes what waits, now. What could not be written waits for the next time. */
  flush(): Promise<void>
  start(): void
  stop(): Promise<void>
}

/** @param url - may be without its origin where the headers name the host and there is no query */
export interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: HeaderReader
}

export function createStatistics(
  { db, log }: Pick<Services, 'db' | 'log'>,
  findProgram: (release: { programSha256: string }) => Promise<CompiledProgram>,
): Statistics {
  const tally = createTally()
  const looks = createRateLimit(looksLimit)
  const reports = createRateLimit(reportsLimit)
  const releases = createLru<{ readonly programSha256: string }>(2_000)
  const timers: NodeJS.Timeout[] = []
  let writing: Promise<void> | undefined

  async function findRelease({ tenantId, programId }: ShopScope, releaseId: string) {
    const known = releases.get(`${programId} ${releaseId}`)
    if (known) return known
    const found = await withTenant(db, tenantId, (tx) =>
      tx
        .selectFrom('release')
        .select('program_sha256 as programSha256')
        .where('program_id', '=', programId)
        .where('id', '=', releaseId)
        .executeTakeFirst(),
    )
    if (found) releases.set(`${programId} ${releaseId}`, found)
    return found
  }

  async function writeAll(): Promise<void> {
    for (const batch of tally.take())
      await writeCounts(db, batch).catch((error: unknown) => {
        for (const { count, ...counted } of batch.counts) tally.add(batch, counted, count)
        log({ event: 'visits-not-written', error: String(error) })
      })
  }

  async function flush(): Promise<void> {
    // One at a time: a second one waits for the first and writes what came meanwhile.
    const last = writing
    const own = (async () => {
      await last
      await writeAll()
    })()
    writing = own
    await own
  }

  const background = (work: () => Promise<void>, everyMs: number) => {
    const timer = setInterval(() => {
      work().catch((error: unknown) => log({ event: 'statistics-failed', error: String(error) }))
    }, everyMs)
    timer.unref()
    timers.push(timer)
  }

  return {
    countLook({ method, url, headers }, { address }, { tenantId, programId, releaseId, pageId }) {
      const look = method === 'GET' ? lookOf(headers, headers.get('host') ?? new URL(url).host) : undefined
      if (!look || !looks.take(`${programId} ${address}`)) return
      const scope = { tenantId, programId }
      const via = url.includes('?') ? viaIn(new URL(url).searchParams) : ''
      const counted = { releaseId, pageId, nodeId: '', via }
      tally.add(scope, { ...counted, kind: 'view' })
      if (!look.isArrival) return
      tally.add(scope, { ...counted, kind: 'visit' })
      tally.add(scope, { ...counted, kind: look.device, pageId: '', via: '' })
    },
    async countReport({ headers }, { address }, scope, report) {
      if (!mayCount(headers) || !reports.take(`${scope.programId} ${address}`)) return
      const release = await findRelease(scope, report.release)
      if (!release) return
      const program = await findProgram(release)
      for (const counted of countsOfReport(program, report)) tally.add(scope, counted)
    },
    flush,
    start() {
      background(flush, FLUSH_EVERY_MS)
      background(() => forgetOldCounts(db), FORGET_EVERY_MS)
    },
    async stop() {
      for (const timer of timers.splice(0)) clearInterval(timer)
      await flush()
    },
  }
}
