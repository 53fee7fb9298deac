/**
 * Private previews: the draft of one moment on an origin of its own. Its name is the secret, so links, tabs and scripts of
 * its pages work as they are, and nothing it keeps in the browser is the shop's.
 */
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { programUrl } from '../config.ts'
import type { PlatformConfig } from '../config.ts'
import type { PreviewLink } from '../contract/merchant.ts'
import type { Database } from '../db/database.ts'
import { uuidv7 } from '../db/uuidv7.ts'
import { Failure, notFound } from '../http/failure.ts'
import { randomLabel } from '../programs/random-label.ts'
import type { Services } from '../services.ts'
import { inShop } from '../shop/scope.ts'
import type { ShopDb, ShopTx } from '../shop/scope.ts'
import { compileDocument } from './compile-document.ts'
import { lockProgram } from './point-program.ts'
import type { Publisher } from './point-program.ts'
import { storeRelease } from './release-files.ts'

const mostOpen = 50

export interface FoundPreview {
  readonly id: string
  readonly tenantId: string
  readonly programId: string
  readonly programSha256: string
}

/** Compiles and stores the draft as it is now; what is edited later is not seen through this link. */
export async function makePreviewLink(
  services: Services,
  by: Publisher,
  { note = '', hours }: { note?: string | undefined; hours: number },
): Promise<PreviewLink> {
  const { doc, compiled } = await compileDocument(services.documents, by.programId)
  const { programSha256 } = await storeRelease(services.blobs, compiled, doc)
  doc.destroy()
  return inShop(services, by, async (shop) => {
    await lockProgram(shop.tx, by)
    if ((await loadPreviewLinks(shop, services.config)).length >= mostOpen)
      throw new Failure('conflict', 'Too many previews can be opened already')
    const row = await shop.tx
      .insertInto('preview_link')
      .values({
        ...shop.keys,
        id: uuidv7(),
        label: randomLabel(),
        note,
        program_sha256: programSha256,
        made_by: by.person.id,
        made_by_name: by.person.name,
        expires_at: new Date(shop.now.add(Temporal.Duration.from({ hours })).epochMilliseconds),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    return present(row, services.config)
  })
}

/** The ones that can be opened now, newest first. */
export async function loadPreviewLinks(
  { tx, programId }: Pick<ShopTx, 'tx' | 'programId'>,
  config: PlatformConfig,
): Promise<PreviewLink[]> {
  const rows = await tx
    .selectFrom('preview_link')
    .selectAll()
    .where('program_id', '=', programId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => present(row, config))
}

/** It opens no more, from the next request on. Doing it twice is doing it once. */
export async function revokePreviewLink(db: ShopDb, by: Publisher, linkId: string): Promise<void> {
  await inShop(db, by, async ({ tx, programId }) => {
    const link = await tx
      .updateTable('preview_link')
      .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', sql<Date>`now()`) }))
      .where('program_id', '=', programId)
      .where('id', '=', linkId)
      .returning('id')
      .executeTakeFirst()
    if (!link) throw notFound('preview')
  })
}

/** Whose preview has this origin; undefined when there is none, or it is over. The database's clock decides. */
export function findPreview(db: Database, label: string): Promise<FoundPreview | undefined> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('app.preview', ${label}, true)`.execute(tx)
    return tx
      .selectFrom('preview_link')
      .select(['id', 'tenant_id as tenantId', 'program_id as programId', 'program_sha256 as programSha256'])
      .where('label', '=', label)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', sql<Date>`now()`)
      .executeTakeFirst()
  })
}

function present(
  row: { id: string; label: string; note: string; made_by_name: string; created_at: Date; expires_at: Date },
  config: PlatformConfig,
): PreviewLink {
  return {
    id: row.id,
    url: programUrl(config, row.label),
    note: row.note,
    madeBy: row.made_by_name,
    madeAtIso: row.created_at.toISOString(),
    expiresAtIso: row.expires_at.toISOString(),
  }
}
