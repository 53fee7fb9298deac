import type { Pool } from 'pg'
import type { ProgramTemplate } from '#templates/template.ts'
import type { Auth } from './accounts/auth.ts'
import type { BlobStore } from './blobs/blob-store.ts'
import type { PlatformConfig } from './config.ts'
import type { CodeSender } from './customers/code-sender.ts'
import type { Database } from './db/database.ts'
import type { Documents } from './documents.ts'
import type { EventHub } from './events/hub.ts'
import type { Mailer } from './mail/mailer.ts'
import type { PhoneReach } from './phone-preview/phone-reach.ts'
import type { PictureSizes } from './pictures/picture-sizes.ts'
import type { createTurns } from './pictures/take-turns.ts'
import type { TemplatePictures } from './programs/template-pictures.ts'

/** What routes and background work act through; made once in `create-platform.ts`. */
export interface Services {
  readonly config: PlatformConfig
  readonly pool: Pool
  readonly db: Database
  readonly auth: Auth
  /** Signs what leaves for browsers and comes back. */
  readonly secret: string
  readonly blobs: BlobStore
  readonly pictureSizes: PictureSizes
  /** Decoding uploads waits for its turn here. */
  readonly pictureTurns: ReturnType<typeof createTurns>
  readonly hub: EventHub
  readonly documents: Documents
  /** Absent when nobody told us how to send mail: then links are passed on by hand. */
  readonly mailer: Mailer | undefined
  /** How customers' codes are sent; none, and customers cannot sign in. */
  readonly codeSenders: readonly CodeSender[]
  readonly templates: readonly ProgramTemplate[]
  templatePictures(template: ProgramTemplate): Promise<TemplatePictures>
  /** Where phones in the same network reach this server. */
  phoneReach(): PhoneReach
  /** Ends a person's connections to a document, on all servers. */
  closeDocumentTo(programId: string, personId: string): void
  /** Writes one line of JSON. Nothing personal: no bodies, names, addresses or query strings. */
  log(entry: { readonly event: string; readonly [name: string]: unknown }): void
}
