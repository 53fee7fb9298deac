/** What an operator's machines ask: does it live, may it get traffic, what does it do. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { access } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import type pg from 'pg'
import type { Platform } from '#platform/index.ts'
import type { Metrics } from './metrics.ts'

export const operatorPaths: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics'])

export interface OperatorOptions {
  readonly pool: pg.Pool
  readonly metrics: Metrics
  /** Files without which nothing can be shown. */
  readonly neededFiles: readonly string[]
  readonly metricsToken: string | undefined
}

const MOST_WAIT_MS = 2000

/** On the platform's origin only: on a program's origin these are addresses of pages. */
export function mountOperatorRoutes(app: Platform['app'], options: OperatorOptions): void {
  const { pool, metrics, neededFiles } = options
  app.get('/healthz', async (c) =>
    (await isAnswering(pool))
      ? noStore(c, { status: 'ok' }, 200)
      : noStore(c, { status: 'the database does not answer' }, 503),
  )
  app.get('/readyz', async (c) => {
    const [database, files] = await Promise.all([isAnswering(pool), areThere(neededFiles)])
    const isReady = database && files
    return noStore(c, { status: isReady ? 'ready' : 'not ready', checks: { database, files } }, isReady ? 200 : 503)
  })
  app.get('/metrics', (c) => {
    if (!mayRead(c, options.metricsToken)) return c.notFound()
    return c.text(metrics.text(pool), 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    })
  })
}

/**
 * With a token, whoever shows it. Without one, only this very machine asking directly: what a proxy passes on comes from
 * this machine too, but says for whom.
 */
function mayRead(c: Context, token: string | undefined): boolean {
  if (token !== undefined) return isSame(c.req.header('authorization') ?? '', `Bearer ${token}`)
  const { incoming } = (c.env ?? {}) as { readonly incoming?: IncomingMessage }
  const isForwarded = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some(
    (name) => c.req.header(name) !== undefined,
  )
  return !isForwarded && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(incoming?.socket.remoteAddress ?? '')
}

function isSame(given: string, wanted: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(wanted))
}

async function isAnswering(pool: pg.Pool): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), MOST_WAIT_MS)
  })
  const asked = pool.query('SELECT 1').then(
    () => true,
    () => false,
  )
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}

async function areThere(files: readonly string[]): Promise<boolean> {
  const found = await Promise.all(
    files.map((file) =>
      access(file).then(
        () => true,
        () => false,
      ),
    ),
  )
  return found.every(Boolean)
}

function noStore(c: Context, body: object, status: 200 | 503): Response {
  return c.json(body, status, { 'cache-control': 'no-store' })
}
