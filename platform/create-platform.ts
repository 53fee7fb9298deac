import type { IncomingMessage, ServerResponse } from 'node:http'
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
import { customerPaths } from './contract/routes.ts'
import { codeSenders } from './customers/code-sender.ts'
import { createCustomerApp } from './customers/customer-app.ts'
import { dropOldCodes } from './customers/sign-in-codes.ts'
import { createFolderBlobStore } from './blobs/folder-blob-store.ts'
import { programLabelOf } from './config.ts'
import type { PlatformConfig } from './config.ts'
import { createDatabase } from './db/database.ts'
import type { Documents } from './documents.ts'
import { createEventHub } from './events/hub.ts'
import { createHosting } from './hosting/create-hosting.ts'
import type { Hosting } from './hosting/create-hosting.ts'
import { keepRuntimeFiles } from './hosting/old-runtime.ts'
import { createReadyPages } from './hosting/ready-pages.ts'
import type { ReadyPages } from './hosting/ready-pages.ts'
import { createProgramApp, hostOf, serveRuntime } from './hosting/program-app.ts'
import { addressOf, createApi } from './http/create-api.ts'
import type { Api } from './http/create-api.ts'
import type { Mailer } from './mail/mailer.ts'
import type { TextSender } from './texts/text-sender.ts'
import { findPhonePreview, phoneUserId } from './phone-preview/phone-previews.ts'
import { createPictureSizes } from './pictures/picture-sizes.ts'
import { createTurns } from './pictures/take-turns.ts'
import { createTemplatePictures } from './programs/template-pictures.ts'
import type { Services } from './services.ts'
import { createCommerce } from './shop/create-commerce.ts'
import type { Commerce } from './shop/create-commerce.ts'
import { createStatistics } from './statistics/create-statistics.ts'
import type { Statistics } from './statistics/create-statistics.ts'

export interface Platform {
  /** Answers for both kinds of origin: the platform's own and every program's. */
  readonly app: Api
  /** Comes before `app`: sends what is ready to be sent. @returns false, and has done nothing, for everything else */
  answerAtOnce(request: IncomingMessage, response: ServerResponse): boolean
  readonly commerce: Commerce
  readonly statistics: Statistics
  /** What a signed-in person may do with a program's document; a refusal's code is for the other side to read. */
  authorizeCollab(headers: Headers, programId: string): Promise<CollabAccess | CollabRefusal>
  /** Whether a phone with this token may see the document; it never may change it. @returns who it is to the others */
  authorizePhone(token: string, programId: string): Promise<{ userId: string } | undefined>
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
  readonly mailer?: Mailer
  readonly textSender?: TextSender
  /** Where this process reaches itself, for the sandbox's notifications; by default its public address. */
  readonly ownOrigin?: () => string
  readonly phoneReach?: Services['phoneReach']
  /** Knows who has a document open; by default nobody does. */
  readonly closeDocumentTo?: Services['closeDocumentTo']
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
const DAY_MS = 24 * 60 * 60 * 1000
const THIN_EVERY_MS = 6 * 60 * 60 * 1000

/** The whole server side but the documents' rooms; the database is migrated already. */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const services = await createServices(options)
  const hosting = createHosting(services)
  const { config, db, hub, secret, log } = services
  const { findLiveNode, loadMemberParts, requested } = hosting
  const statistics = createStatistics(services, hosting.renderer.program)
  const notifyOrigin = options.ownOrigin
  const commerce = createCommerce({
    db,
    hub,
    secret,
    log,
    findLiveNode,
    mailer: options.mailer,
    requested,
    withheld: config.withheld,
    loadMemberParts,
    countSeen: statistics.countReport,
    publicUrl: config.publicUrl,
    customerPages: () =>
      services.codeSenders.length === 0
        ? undefined
        : {
            loginUrl: (token) => config.publicUrl + customerPaths.login(token),
            accountUrl: config.publicUrl + customerPaths.account,
          },
    ...(notifyOrigin && { notifyOrigin }),
  })
  const readyPages = createReadyPages({
    peekLive: hosting.peekLive,
    statistics,
    addressOf: (request) => addressOf(request, config.trustProxy),
    nowMs: Date.now,
  })
  let tidying: NodeJS.Timeout | undefined
  let keeping: NodeJS.Timeout | undefined
  let kept: Promise<void> | undefined
  let thinning: NodeJS.Timeout | undefined
  return {
    app: createApp(services, { hosting, commerce, statistics, readyPages }),
    answerAtOnce: readyPages.answer,
    commerce,
    services,
    statistics,
    authorizeCollab: (headers, programId) => authorizeCollab(services, headers, programId),
    async authorizePhone(token, programId) {
      const found = await findPhonePreview(services.db, token)
      return found?.programId === programId ? { userId: phoneUserId(found.id) } : undefined
    },
    async start() {
      await hub.start()
      commerce.start()
      statistics.start()
      kept = keepRuntime(services)
      keeping = setInterval(() => (kept = keepRuntime(services)), DAY_MS)
      keeping.unref()
      tidying = setInterval(() => void tidy(services), TIDY_EVERY_MS)
      tidying.unref()
      thinning = setInterval(() => {
        services.documents.history
          .sweep()
          .catch((error: unknown) => log({ event: 'sweep-failed', error: String(error) }))
      }, THIN_EVERY_MS)
      thinning.unref()
    },
    async stop() {
      clearInterval(tidying)
      clearInterval(keeping)
      clearInterval(thinning)
      await kept
      await hosting.stop()
      await commerce.stop()
      await statistics.stop()
      await hub.stop()
    },
  }
}

/** Nobody but a stop waits for it: until it is done, the files are in the build's own folder. */
function keepRuntime({ db, config, log }: Services): Promise<void> {
  return keepRuntimeFiles(db, config.runtimeFolder).catch((error: unknown) =>
    log({ event: 'runtime-not-kept', error: String(error) }),
  )
}

/** What failed is tried again the next time. */
async function tidy({ db, log }: Services): Promise<void> {
  for (const [what, drop] of Object.entries({ attempts: dropPastWindows, codes: dropOldCodes }))
    await drop(db).catch((error: unknown) => log({ event: 'tidying-failed', what, error: String(error) }))
}

interface AppParts {
  readonly hosting: Hosting
  readonly commerce: Commerce
  readonly statistics: Statistics
  readonly readyPages: ReadyPages
}

/** Told apart by the host: a program's own origin, or the platform. */
function createApp(services: Services, parts: AppParts): Api {
  const { config } = services
  const { hosting, commerce, statistics, readyPages } = parts
  const programApp = createProgramApp({
    ...hosting,
    services,
    statistics,
    readyPages,
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
  app.get('/runtime/*', async (c) => (await serveRuntime(hosting, c.req.raw)) ?? c.notFound())
  app.route('/', commerce.payApp)
  app.route('/', createCustomerApp({ ...services, senders: services.codeSenders }))
  app.route('/', createApi(allRoutes, services))
  return app
}

async function createServices(options: PlatformOptions): Promise<Services> {
  const { config, pool, documents, templates, log, mailer, textSender } = options
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
    mailer,
    codeSenders: codeSenders({ db, mailer, textSender, demo: config.demo }),
    auth: createAuth({ pool, db, config, secret }),
    hub: createEventHub({ db, pool }),
    templates: templates ?? allTemplates,
    templatePictures: createTemplatePictures(blobs),
    phoneReach: options.phoneReach ?? (() => ({ origins: [], problem: 'only-here' })),
    closeDocumentTo: options.closeDocumentTo ?? (() => undefined),
    log: log ?? (() => undefined),
  }
}
