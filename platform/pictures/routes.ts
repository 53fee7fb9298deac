import { z } from 'zod/mini'
import { anyone, memberOrGuestOfWorkspace } from '../accounts/access.ts'
import type { LibrarySubject } from '../accounts/access.ts'
import { attemptKey } from '../accounts/auth.ts'
import { limitAttempts } from '../accounts/limit-attempts.ts'
import {
  changePictureInput,
  libraryPart,
  libraryPicture,
  libraryQuery,
  pictureUses,
  pictureUsesQuery,
} from '../contract/pictures.ts'
import type { LibraryPicture } from '../contract/pictures.ts'
import { merchantPaths } from '../contract/routes.ts'
import { withTenant } from '../db/database.ts'
import { created, defineRoute } from '../http/define-route.ts'
import type { Route } from '../http/define-route.ts'
import { Failure, notFound } from '../http/failure.ts'
import { isKnown, sendBytes } from '../http/send-bytes.ts'
import type { Services } from '../services.ts'
import { encodePicture } from './encode-picture.ts'
import { findUses, isUsed } from './find-uses.ts'
import { addPicture, changePicture, findPicture, loadPart } from './library.ts'
import { pictureWidths } from './picture-sizes.ts'
import type { PictureWidth } from './picture-sizes.ts'
import { readUpload } from './read-upload.ts'

const uploadsPerWorkspace = { most: 600, windowSeconds: 60 * 60 }

const listPictures = defineRoute({
  method: 'GET',
  path: merchantPaths.pictures(':workspaceId'),
  summary: 'The pictures of a workspace, newest first, some at a time',
  query: libraryQuery,
  answer: libraryPart,
  access: memberOrGuestOfWorkspace('read'),
  handle: ({ subject, query }, { db }) =>
    withTenant(db, subject.tenantId, (tx) => loadPart(tx, subject.tenantId, { ...query, addedBy: onlyOwn(subject) })),
})

const upload = defineRoute({
  method: 'POST',
  path: merchantPaths.pictures(':workspaceId'),
  summary: 'Adds a picture: multipart form, field `file`. The same picture twice is one.',
  answer: libraryPicture,
  access: memberOrGuestOfWorkspace('edit'),
  async handle({ request, subject: { tenantId, person } }, services) {
    await limitAttempts(services.db, attemptKey(services.secret, 'upload', tenantId), uploadsPerWorkspace)
    const file = await readUpload(request.raw)
    const { bytes, widthPx, heightPx } = await services.pictureTurns(() => encodePicture(file.bytes))
    const sha256 = await services.blobs.put('pictures', bytes)
    await services.pictureSizes.prepare(sha256, widthPx)
    const { picture, isNew } = await withTenant(services.db, tenantId, (tx) =>
      addPicture(tx, tenantId, { sha256, name: file.name, widthPx, heightPx, addedBy: person.id }),
    )
    return isNew ? created(picture) : picture
  },
})

const change = defineRoute({
  method: 'PATCH',
  path: merchantPaths.picture(':workspaceId', ':pictureId'),
  summary: 'Names a picture, suggests its text, takes it out of the library (unless it is used) or puts it back',
  input: changePictureInput,
  answer: libraryPicture,
  access: memberOrGuestOfWorkspace('edit'),
  async handle({ params: { pictureId }, input, subject }, services) {
    const { tenantId } = subject
    if (input.removed || subject.isGuest) {
      const { url } = await loadSeen(services, subject, pictureId)
      if (input.removed && (await isUsed(services, { tenantId, url })))
        throw new Failure('conflict', 'It is still used')
    }
    return required(await withTenant(services.db, tenantId, (tx) => changePicture(tx, tenantId, pictureId, input)))
  },
})

const listUses = defineRoute({
  method: 'GET',
  path: merchantPaths.pictureUses(':workspaceId', ':pictureId'),
  summary: 'Where a picture is used: pages, blocks and dishes, some programs at a time',
  query: pictureUsesQuery,
  answer: pictureUses,
  access: memberOrGuestOfWorkspace('read'),
  async handle({ params: { pictureId }, query, subject }, services) {
    const { url } = await loadSeen(services, subject, pictureId)
    return findUses(services, { tenantId: subject.tenantId, url, after: query.after })
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
    if (isKnown(request.raw.headers, { etag })) return new Response(null, { status: 304, headers })
    const bytes = await pictureSizes.find(params.sha256, widthOf(query.w))
    if (!bytes) throw notFound('picture')
    return sendBytes(request.raw, bytes, { ...headers, 'content-type': 'image/webp' })
  },
})

export const pictureRoutes: readonly Route[] = [listPictures, upload, change, listUses, getPicture]

/** The picture, if this person may see it in the library. */
async function loadSeen({ db }: Services, subject: LibrarySubject, pictureId: string): Promise<LibraryPicture> {
  const { tenantId } = subject
  return required(await withTenant(db, tenantId, (tx) => findPicture(tx, tenantId, pictureId, onlyOwn(subject))))
}

function onlyOwn({ isGuest, person }: LibrarySubject): string | undefined {
  return isGuest ? person.id : undefined
}

function required<Value>(found: Value | undefined): Value {
  if (!found) throw notFound('picture')
  return found
}

function widthOf(text: string | undefined): PictureWidth | undefined {
  return pictureWidths.find((width) => String(width) === text)
}
