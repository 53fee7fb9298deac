/** Puts everything together in one process, and takes it apart again in the right order. */
import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type pg from 'pg'
import { createHistory, createPostgresStore, createPostgresVersions, systemClock } from '#collab-server/index.ts'
import type { CollabServer, History, Store } from '#collab-server/index.ts'
import {
  createPlatform,
  createSmtpMailer,
  createWebhookTextSender,
  programLabelOf,
  projectFolder,
} from '#platform/index.ts'
import type { Platform, PlatformConfig } from '#platform/index.ts'
import { createClientFiles } from './client-files.ts'
import { createCollab, isForCollab, refuseUpgrade, reportTo } from './collab.ts'
import { createDocuments } from './documents.ts'
import type { Log } from './log.ts'
import { createMetrics } from './metrics.ts'
import type { Metrics } from './metrics.ts'
import { openDatabase } from './open-database.ts'
import type { OpenDatabase } from './open-database.ts'
import { mountOperatorRoutes, operatorPaths } from './operator-routes.ts'
import { phoneReach } from './phone-reach.ts'
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

const KEEP_ALIVE_MS = 75_000

/** @throws an error whose message is a sentence for the person who starts the server */
export async function startServer(settings: ServerSettings, { log, say }: StartOptions): Promise<RunningServer> {
  let listener: RequestListener = answerNotReady
  const http = createServer((request, response) => listener(request, response))
  // Longer than proxies and browsers keep an idle connection, so that none is closed while a request is on its way.
  http.keepAliveTimeout = KEEP_ALIVE_MS
  const port = await listen(http, settings)
  const config = configOf(settings, port)
  const metrics = createMetrics((host) => programLabelOf(config, host) !== undefined)
  const open: {
    database?: OpenDatabase
    store?: Store
    history?: History
    platform?: Platform
    collab?: CollabServer
  } = {}
  const stop = async (): Promise<void> => {
    listener = answerNotReady
    const steps = [
      () => open.collab?.close(),
      () => open.platform?.stop(),
      async () => metrics.stop(),
      () => closeHttp(http),
      async () => open.history?.close(),
      () => open.store?.close(),
      () => open.database?.close(),
    ]
    for (const step of steps)
      await step()?.catch((error: unknown) => log({ event: 'stop-failed', error: String(error) }))
  }
  try {
    const { pool } = (open.database = await openDatabase(settings, say))
    const store = (open.store = await createPostgresStore(pool, {
      ...(settings.redisUrl && { redisUrl: settings.redisUrl }),
      keepsHistory: true,
      report: reportTo(log),
    }))
    const history = (open.history = createHistory({
      store,
      versions: createPostgresVersions(pool),
      clock: systemClock,
      report: reportTo(log),
    }))
    const platform = (open.platform = await createPlatform({
      config,
      pool,
      documents: createDocuments(store, history),
      log,
      ...(settings.smtpUrl && { mailer: createSmtpMailer(settings.smtpUrl, settings.mailFrom) }),
      ...(settings.smsWebhook && { textSender: createWebhookTextSender(settings.smsWebhook) }),
      phoneReach: () => phoneReach(settings, port, networkInterfaces()),
      closeDocumentTo: (programId, userId) => {
        if (open.collab) open.collab.kick(programId, userId)
        else store.tell({ kind: 'kick', docId: programId, userId, reason: 'revoked' })
      },
      ownOrigin: () => `http://${settings.host ?? '127.0.0.1'}:${port}`,
    }))
    if (settings.role !== 'collab') await platform.start()
    if (settings.role !== 'platform') open.collab = createCollab(store, platform, log)
    http.on('upgrade', upgradeListener(config, open.collab))
    listener = metrics.measure(requestListener(settings, platform, { pool, metrics }))
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
    withheld: settings.withheld,
    offlineReading: settings.offlineReading,
    sharedCode: settings.sharedCode,
    secret: settings.secret,
    blobFolder: join(settings.dataDir, 'blobs'),
    runtimeFolder: projectFolder('dist/runtime'),
  }
}

function requestListener(
  settings: ServerSettings,
  platform: Platform,
  { pool, metrics }: { pool: pg.Pool; metrics: Metrics },
): RequestListener {
  const { app } = platform
  const files = [projectFolder('dist/runtime/manifest.json'), projectFolder('dist/client/index.html')]
  mountOperatorRoutes(app, {
    pool,
    metrics,
    // Rooms show nothing.
    neededFiles: settings.role === 'collab' ? [] : files,
    metricsToken: settings.metricsToken,
  })
  if (settings.role !== 'collab') {
    const client = createClientFiles(projectFolder('dist/client'))
    app.notFound((c) => client.answer(c.req.raw))
    const listener = getRequestListener(app.fetch)
    return (incoming, outgoing) => {
      if (!platform.answerAtOnce(incoming, outgoing)) listener(incoming, outgoing)
    }
  }
  return getRequestListener((request, env) =>
    operatorPaths.has(new URL(request.url).pathname)
      ? app.fetch(request, env)
      : new Response('Not found', { status: 404 }),
  )
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
