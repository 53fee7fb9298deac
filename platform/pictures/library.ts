/** The rows of a workspace's library. Callers have entered the tenant. */
import type { Selectable } from 'kysely'
import type { ChangePictureInput, LibraryPart, LibraryPicture } from '../contract/pictures.ts'
import type { ScopedTx } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { uuidv7 } from '../db/uuidv7.ts'

const PICTURES_AT_ONCE = 60

export interface NewPicture {
  readonly sha256: string
  readonly name: string
  readonly widthPx: number
  readonly heightPx: number
  readonly addedBy: string
}

/** Newest first, in parts; ids sort by the time they were made. */
export async function loadPart(
  tx: ScopedTx,
  tenantId: string,
  {
    search = '',
    before,
    addedBy,
  }: { search?: string | undefined; before?: string | undefined; addedBy?: string | undefined },
): Promise<LibraryPart> {
  let query = library(tx, tenantId, addedBy).where('removed_at', 'is', null)
  const pattern = `%${search.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
  if (search.trim() !== '')
    query = query.where((eb) => eb.or([eb('name', 'ilike', pattern), eb('alt', 'ilike', pattern)]))
  if (before !== undefined) query = query.where('id', '<', before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(PICTURES_AT_ONCE + 1)
    .execute()
  const part = rows.slice(0, PICTURES_AT_ONCE)
  return { pictures: part.map(presentPicture), next: rows.length > part.length ? (part.at(-1)?.id ?? null) : null }
}

/** Adds it. The same file again is the same picture, and one that had been taken out comes back as it was. */
export async function addPicture(
  tx: ScopedTx,
  tenantId: string,
  { sha256, name, widthPx, heightPx, addedBy }: NewPicture,
): Promise<{ readonly picture: LibraryPicture; readonly isNew: boolean }> {
  const id = uuidv7()
  const row = await tx
    .insertInto('picture')
    .values({ tenant_id: tenantId, sha256, id, name, width_px: widthPx, height_px: heightPx, added_by: addedBy })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'sha256']).doUpdateSet({ removed_at: null }))
    .returningAll()
    .executeTakeFirstOrThrow()
  return { picture: presentPicture(row), isNew: row.id === id }
}

/** @param addedBy - finds it only if this person brought it */
export async function findPicture(
  tx: ScopedTx,
  tenantId: string,
  id: string,
  addedBy?: string,
): Promise<LibraryPicture | undefined> {
  const row = await library(tx, tenantId, addedBy).where('id', '=', id).executeTakeFirst()
  return row && presentPicture(row)
}

export async function changePicture(
  tx: ScopedTx,
  tenantId: string,
  id: string,
  { name, alt, removed }: ChangePictureInput,
): Promise<LibraryPicture | undefined> {
  if (name === undefined && alt === undefined && removed === undefined) return findPicture(tx, tenantId, id)
  const row = await tx
    .updateTable('picture')
    .set({
      ...(name !== undefined && { name }),
      ...(alt !== undefined && { alt }),
      ...(removed !== undefined && { removed_at: removed ? new Date() : null }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return row && presentPicture(row)
}

/** Of the workspace, or what one person brought to it. */
function library(tx: ScopedTx, tenantId: string, addedBy?: string) {
  const all = tx.selectFrom('picture').selectAll().where('tenant_id', '=', tenantId)
  return addedBy === undefined ? all : all.where('added_by', '=', addedBy)
}

function presentPicture(row: Selectable<Tables['picture']>): LibraryPicture {
  return {
    id: row.id,
    name: row.name,
    url: `/pictures/${row.sha256}`,
    widthPx: row.width_px,
    heightPx: row.height_px,
    alt: row.alt,
    createdAtIso: row.created_at.toISOString(),
  }
}
