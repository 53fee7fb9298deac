import { join } from 'node:path'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Pool } from 'pg'
import { templates as allTemplates } from '#templates/index.ts'
import type { ProgramTemplate } from '#templates/template.ts'
import { authorizeCollab } from './accounts/authorize-collab.ts'
import type { CollabAccess, CollabRefusal } from './accounts/authorize-collab.ts'
import { allRoutes } from './all-routes.ts'
import { createAuth } from './accounts/auth.ts'
import { loadInstallationSecret } from './accounts/installation-secret.ts'
import { dropPastWindows } from './accounts/limit-attempts.ts'
import { createFolderBlobStore } from './blobs/folder-blob-store.ts'
import { programLabelOf } from './config.ts'
import type { PlatformConfig } from './config.ts'
import { createDatabase } from './db/database.ts'
import type { Documents } from './documents.ts'
import { createEventHub } from './events/hub.ts'
import { createHosting } from './hosting/create-hosting.ts'
import type { Hosting } from './hosting/create-hosting.ts'
import { createProgramApp, hostOf, serveRuntime } from './hosting/program-app.ts'
import { createApi } from './http/create-api.ts'
import type { Api } from './http/create-api.ts'
import { createPictureSizes } from './pictures/picture-sizes.ts'
import { createTurns } from './pictures/take-turns.ts'
import { createTemplatePictures } from './programs/template-pictures.ts'
import type { Services } from './services.ts'
import { createCommerce } from './shop/create-commerce.ts'
import type { Commerce } from './shop/create-commerce.ts'

export interface Platform {
  /** Answers for both kinds of origin: the platform's own and every program's. */
  readonly app: Api
  readonly commerce: Commerce
  /** What a signed-in person may do with a program's document; a refusal's code is for the other side to read. */
  authorizeCollab(headers: Headers, programId: string): Promise<CollabAccess | CollabRefusal>
  readonly services: Services
  /** Begins the work that nobody waits for: events of other processes, timers, tidying. */
  start(): Promise<void>
  stop(): Promise<void>
}

export interface PlatformOptions {
  readonly config: PlatformConfig
  readonly pool: Pool
  readonly documents: Documents
  readonly templates?: readonly ProgramTemplate[]
  readonly log?: Services['log']
  /** Where this process reaches itself, for the sandbox's notifications; by default its public address. */
  readonly ownOrigin?: () => string
}

/** On every answer of the platform's own origin that does not say otherwise. */
const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
}
const SMALL_BODY_BYTES = 64 * 1024
const TIDY_EVERY_MS = 10 * 60 * 1000

/** The whole server side but the documents' rooms; the database is migrated already. */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const services = await createServices(options)
  const hosting = createHosting(services)
  const { config, db, hub, secret, log } = services
  const { findLiveNode } = hosting
  const notifyOrigin = options.ownOrigin
  const commerce = createCommerce({
    db,
    hub,
    secret,
    log,
    findLiveNode,
    publicUrl: config.publicUrl,
    ...(notifyOrigin && { notifyOrigin }),
  })
  let tidying: NodeJS.Timeout | undefined
  return {
    app: createApp(services, hosting, commerce),
    commerce,
    services,
    authorizeCollab: (headers, programId) => authorizeCollab(services, headers, programId),
    async start() {
      await hub.start()
      commerce.start()
      tidying = setInterval(() => void dropPastWindows(db).catch(() => undefined), TIDY_EVERY_MS)
      tidying.unref()
    },
    async stop() {
      clearInterval(tidying)
      await commerce.stop()
      await hub.stop()
    },
  }
}

/** Told apart by the host: a program's own origin, or the platform. */
function createApp(services: Services, hosting: Hosting, commerce: Commerce): Api {
  const { config } = services
  const programApp = createProgramApp({
    ...hosting,
    services,
    visitor: (request, program, clientAddress) => commerce.visitorApp.fetch(request, { program, clientAddress }),
  })
  const app: Api = new Hono()
  app.use('*', async (c, next) => {
    if (programLabelOf(config, hostOf(c.req.raw)) === undefined) return next()
    return programApp.fetch(c.req.raw, c.env)
  })
  app.use('*', async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(EVERYWHERE)) if (!c.res.headers.has(name)) c.header(name, value)
  })
  for (const path of ['/pay/*', '/cashier/*']) app.use(path, bodyLimit({ maxSize: SMALL_BODY_BYTES }))
  app.get('/runtime/*', async (c) => (await serveRuntime(hosting.runtimeFiles, c.req.raw)) ?? c.notFound())
  app.route('/', commerce.payApp)
  app.route('/', createApi(allRoutes, services))
  return app
}

async function createServices({ config, pool, documents, templates, log }: PlatformOptions): Promise<Services> {
  const db = createDatabase(pool)
  const secret = config.secret ?? (await loadInstallationSecret(db))
  const blobs = createFolderBlobStore(config.blobFolder)
  return {
    config,
    pool,
    db,
    secret,
    blobs,
    pictureSizes: createPictureSizes(blobs, join(config.blobFolder, 'resized')),
    pictureTurns: createTurns(2),
    documents,
    auth: createAuth({ pool, db, config, secret }),
    hub: createEventHub({ db, pool }),
    templates: templates ?? allTemplates,
    templatePictures: createTemplatePictures(blobs),
    log: log ?? (() => undefined),
  }
}
