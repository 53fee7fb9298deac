import { join } from 'node:path'
import type { Pool } from 'pg'
import { templates as allTemplates } from '#templates/index.ts'
import type { ProgramTemplate } from '#templates/template.ts'
import { createAuth } from './accounts/auth.ts'
import { loadInstallationSecret } from './accounts/installation-secret.ts'
import { dropPastWindows } from './accounts/limit-attempts.ts'
import { accountRoutes } from './accounts/routes.ts'
import { createFolderBlobStore } from './blobs/folder-blob-store.ts'
import type { PlatformConfig } from './config.ts'
import { createDatabase } from './db/database.ts'
import type { Documents } from './documents.ts'
import { createEventHub } from './events/hub.ts'
import { createApi } from './http/create-api.ts'
import type { Api } from './http/create-api.ts'
import { createPictureSizes } from './pictures/picture-sizes.ts'
import { pictureRoutes } from './pictures/routes.ts'
import { createTurns } from './pictures/take-turns.ts'
import { createTemplatePictures } from './programs/template-pictures.ts'
import { programRoutes } from './programs/routes.ts'
import { releaseRoutes } from './releases/routes.ts'
import type { Services } from './services.ts'

export interface Platform {
  readonly app: Api
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
}

const TIDY_EVERY_MS = 10 * 60 * 1000

/** The whole server side but the documents' rooms; the database is migrated already. */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const services = await createServices(options)
  const app = createApi([...accountRoutes, ...programRoutes, ...pictureRoutes, ...releaseRoutes], services)
  let tidying: NodeJS.Timeout | undefined
  return {
    app,
    services,
    async start() {
      await services.hub.start()
      tidying = setInterval(() => void dropPastWindows(services.db).catch(() => undefined), TIDY_EVERY_MS)
      tidying.unref()
    },
    async stop() {
      clearInterval(tidying)
      await services.hub.stop()
    },
  }
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
