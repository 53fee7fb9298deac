import { z } from 'zod/mini'
import type { Selectable } from 'kysely'
import { anyone, memberOfProgram } from '../accounts/access.ts'
import { attemptKey } from '../accounts/auth.ts'
import { limitAttempts } from '../accounts/limit-attempts.ts'
import { libraryPicture } from '../contract/merchant.ts'
import type { LibraryPicture } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { withTenant } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { uuidv7 } from '../db/uuidv7.ts'
import { created, defineRoute } from '../http/define-route.ts'
import type { Route } from '../http/define-route.ts'
import { Failure, notFound } from '../http/failure.ts'
import { readBody } from '../http/read-json.ts'
import { encodePicture, MOST_UPLOAD_BYTES } from './encode-picture.ts'
import { pictureWidths } from './picture-sizes.ts'
import type { PictureWidth } from './picture-sizes.ts'

/** What a form needs around the file: boundaries and the file's name. */
const FORM_BYTES = 16 * 1024
const uploadsPerProgram = { most: 300, windowSeconds: 60 * 60 }

const listPictures = defineRoute({
  method: 'GET',
  path: merchantPaths.pictures(':programId'),
  summary: 'The pictures of a program, newest first',
  answer: z.array(libraryPicture),
  access: memberOfProgram('read'),
  handle: ({ subject }, { db }) =>
    withTenant(db, subject.tenantId, async (tx) => {
      const rows = await tx
        .selectFrom('picture')
        .selectAll()
        .where('tenant_id', '=', subject.tenantId)
        .where('program_id', '=', subject.programId)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1000)
        .execute()
      return rows.map(presentPicture)
    }),
})

const upload = defineRoute({
  method: 'POST',
  path: merchantPaths.pictures(':programId'),
  summary: 'Adds a picture: multipart form, field `file`. The same picture twice is one.',
  answer: libraryPicture,
  access: memberOfProgram('edit'),
  async handle({ request, subject }, services) {
    await limitAttempts(services.db, attemptKey(services.secret, 'upload', subject.programId), uploadsPerProgram)
    const file = await readFile(request.raw)
    const { bytes, widthPx, heightPx } = await services.pictureTurns(() => encodePicture(file.bytes))
    const sha256 = await services.blobs.put('pictures', bytes)
    const keys = { tenant_id: subject.tenantId, program_id: subject.programId, sha256 }
    return withTenant(services.db, subject.tenantId, async (tx) => {
      const made = await tx
        .insertInto('picture')
        .values({ ...keys, id: uuidv7(), name: file.name, width_px: widthPx, height_px: heightPx })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'program_id', 'sha256']).doNothing())
        .returningAll()
        .executeTakeFirst()
      if (made) return created(presentPicture(made))
      const present = tx.selectFrom('picture').selectAll().where('program_id', '=', subject.programId)
      return presentPicture(await present.where('sha256', '=', sha256).executeTakeFirstOrThrow())
    })
  },
})

export const getPicture = defineRoute({
  method: 'GET',
  path: '/pictures/:sha256',
  summary: 'A picture by what it holds, as WebP; `w` asks for a smaller copy',
  query: z.object({ w: z.optional(z.enum(pictureWidths.map(String))) }),
  access: anyone,
  async handle({ params, query, request }, { pictureSizes }) {
    const etag = `"${params.sha256}-${query.w ?? 'full'}"`
    const headers = {
      // The editor's canvas and preview have an origin of their own.
      'cross-origin-resource-policy': 'cross-origin',
      etag,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    }
    if (request.raw.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
    const bytes = await pictureSizes.find(params.sha256, widthOf(query.w))
    if (!bytes) throw notFound('picture')
    return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-type': 'image/webp' } })
  },
})

export const pictureRoutes: readonly Route[] = [listPictures, upload, getPicture]

async function readFile(request: Request): Promise<{ name: string; bytes: Uint8Array }> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw new Failure('bad-request', 'Send a form with the field "file"')
  const body = await readBody(request, MOST_UPLOAD_BYTES + FORM_BYTES)
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => undefined)
  const file = form?.get('file')
  if (!(file instanceof File)) throw new Failure('bad-request', 'The form has no file in the field "file"')
  if (file.size > MOST_UPLOAD_BYTES)
    throw new Failure('too-large', `A picture may have at most ${MOST_UPLOAD_BYTES} bytes`)
  return { name: file.name.slice(0, 120) || 'picture', bytes: new Uint8Array(await file.arrayBuffer()) }
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

function widthOf(text: string | undefined): PictureWidth | undefined {
  return pictureWidths.find((width) => String(width) === text)
}
