/**
 * Who may see a draft without being signed in: whoever holds a token that a member of the workspace asked for. It names
 * the program, lets them look and nothing else, and is over within an hour.
 */
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { phoneUserPrefix } from '../contract/phone-preview.ts'
import { withTenant } from '../db/database.ts'
import type { Database } from '../db/database.ts'
import { uuidv7 } from '../db/uuidv7.ts'
import type { ShopScope } from '../shop/scope.ts'

const minutesOpen = 60
const programBytes = 16
const secretBytes = 18

export interface OpenPhonePreview extends ShopScope {
  readonly id: string
  readonly expiresAt: Date
  readonly createdBy: string
}

export async function openPhonePreview(
  db: Database,
  { tenantId, programId }: ShopScope,
  personId: string,
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const token = Buffer.concat([programIdBytes(programId), randomBytes(secretBytes)]).toString('base64url')
  const id = uuidv7()
  const { expires_at: expiresAt } = await withTenant(db, tenantId, async (tx) => {
    await tx
      .deleteFrom('phone_preview')
      .where('program_id', '=', programId)
      .where('expires_at', '<=', sql<Date>`now()`)
      .execute()
    return tx
      .insertInto('phone_preview')
      .values({
        tenant_id: tenantId,
        program_id: programId,
        id,
        token_sha256: hashOf(token),
        created_by: personId,
        expires_at: sql<Date>`now() + make_interval(mins => ${minutesOpen})`,
      })
      .returning('expires_at')
      .executeTakeFirstOrThrow()
  })
  return { id, token, expiresAt }
}

/** @returns undefined for a token that is none, is over, or was taken back */
export async function findPhonePreview(db: Database, token: string): Promise<OpenPhonePreview | undefined> {
  const programId = programIdOf(token)
  const route =
    programId &&
    (await db.selectFrom('program_route').select('tenant_id').where('program_id', '=', programId).executeTakeFirst())
  if (!programId || !route) return undefined
  const { tenant_id: tenantId } = route
  const row = await withTenant(db, tenantId, (tx) =>
    tx
      .selectFrom('phone_preview')
      .select(['id', 'expires_at', 'created_by'])
      .where('program_id', '=', programId)
      .where('token_sha256', '=', hashOf(token))
      .where('expires_at', '>', sql<Date>`now()`)
      .executeTakeFirst(),
  )
  return row && { tenantId, programId, id: row.id, expiresAt: row.expires_at, createdBy: row.created_by }
}

/** @returns false when there is none */
export async function closePhonePreview(
  db: Database,
  { tenantId, programId }: ShopScope,
  id: string,
): Promise<boolean> {
  const { numDeletedRows } = await withTenant(db, tenantId, (tx) =>
    tx.deleteFrom('phone_preview').where('program_id', '=', programId).where('id', '=', id).executeTakeFirst(),
  )
  return numDeletedRows > 0n
}

/** Who a phone is to the rooms; no person has such an id. */
export function phoneUserId(previewId: string): string {
  return phoneUserPrefix + previewId
}

function programIdBytes(programId: string): Buffer {
  return Buffer.from(programId.replaceAll('-', ''), 'hex')
}

function programIdOf(token: string): string | undefined {
  const bytes = /^[\w-]+$/.test(token) ? Buffer.from(token, 'base64url') : Buffer.alloc(0)
  if (bytes.length !== programBytes + secretBytes) return undefined
  return bytes.toString('hex', 0, programBytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
