/** Puts everything together in one process, and takes it apart again in the right order. */
import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type pg from 'pg'
import { createPostgresStore } from '#collab-server/index.ts'
import type { CollabServer, Store } from '#collab-server/index.ts'
import { createPlatform, projectFolder } from '#platform/index.ts'
import type { Platform, PlatformConfig } from '#platform/index.ts'
import { createClientFiles } from './client-files.ts'
import { createCollab, isForCollab, refuseUpgrade } from './collab.ts'
import { createDocuments } from './documents.ts'
import type { Log } from './log.ts'
import { openDatabase } from './open-database.ts'
import type { OpenDatabase } from './open-database.ts'
import type { ServerSettings } from './read-env.ts'

export interface RunningServer {
  readonly url: string
  readonly port: number
  /** Finishes what is under way, then lets go of the port and the database. */
  stop(): Promise<void>
}

export interface StartOptions {
  readonly log: Log
  readonly say: (line: string) => void
}

/** @throws an error whose message is a sentence for the person who starts the server */
export async function startServer(settings: ServerSettings, { log, say }: StartOptions): Promise<RunningServer> {
  let listener: RequestListener = answerNotReady
  const http = createServer((request, response) => listener(request, response))
  const port = await listen(http, settings)
  const open: { database?: OpenDatabase; store?: Store; platform?: Platform; collab?: CollabServer } = {}
  const stop = async (): Promise<void> => {
    listener = answerNotReady
    const steps = [
      () => open.collab?.close(),
      () => open.platform?.stop(),
      () => closeHttp(http),
      () => open.store?.close(),
      () => open.database?.close(),
    ]
    for (const step of steps)
      await step()?.catch((error: unknown) => log({ event: 'stop-failed', error: String(error) }))
  }
  try {
    const config = configOf(settings, port)
    const { pool } = (open.database = await openDatabase(settings, say))
    const store = (open.store = await createPostgresStore(
      pool,
      settings.redisUrl ? { redisUrl: settings.redisUrl } : {},
    ))
    const platform = (open.platform = await createPlatform({
      config,
      pool,
      documents: createDocuments(store),
      log,
      ownOrigin: () => `http://${settings.host ?? '127.0.0.1'}:${port}`,
    }))
    if (settings.role !== 'collab') await platform.start()
    if (settings.role !== 'platform') open.collab = createCollab(store, platform, log)
    http.on('upgrade', upgradeListener(config, open.collab))
    listener = requestListener(settings, platform, pool)
    return { url: config.publicUrl, port, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function configOf(settings: ServerSettings, port: number): PlatformConfig {
  return {
    publicUrl: settings.publicUrl ?? `http://localhost:${port}`,
    programHost: settings.programHost ?? `localhost:${port}`,
    trustProxy: settings.trustProxy,
    demo: settings.demo,
    secret: settings.secret,
    blobFolder: join(settings.dataDir, 'blobs'),
    runtimeFolder: projectFolder('dist/runtime'),
  }
}

function requestListener(settings: ServerSettings, platform: Platform, pool: pg.Pool): RequestListener {
  const client = createClientFiles(projectFolder('dist/client'))
  const { app } = platform
  app.get('/healthz', async (c) => c.json(...(await health(pool))))
  if (settings.role !== 'collab') {
    app.notFound((c) => client.answer(c.req.raw))
    return getRequestListener(app.fetch)
  }
  return getRequestListener((request) =>
    new URL(request.url).pathname === '/healthz' ? app.fetch(request) : new Response('Not found', { status: 404 }),
  )
}

async function health(pool: pg.Pool): Promise<[{ status: string }, 200 | 503]> {
  try {
    await pool.query('SELECT 1')
    return [{ status: 'ok' }, 200]
  } catch {
    return [{ status: 'the database does not answer' }, 503]
  }
}

function upgradeListener(config: PlatformConfig, collab: CollabServer | undefined) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (collab && isForCollab(config, request)) collab.handleUpgrade(request, socket, head)
    else refuseUpgrade(socket)
  }
}

function answerNotReady(request: IncomingMessage, response: ServerResponse): void {
  request.resume()
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1', 'cache-control': 'no-store' })
  response.end(JSON.stringify({ status: 'not ready' }))
}

function listen(http: Server, { port, host }: ServerSettings): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE'
      reject(inUse ? new Error(`Port ${port} is in use. Choose another one, e.g. PORT=${port + 1} npm start`) : error)
    })
    http.listen(port, host, () => {
      const address = http.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** Answers under way get a moment; streams of events never end by themselves. */
async function closeHttp(http: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()))
  http.closeIdleConnections()
  const force = setTimeout(() => http.closeAllConnections(), 1000)
  await closed
  clearTimeout(force)
}
