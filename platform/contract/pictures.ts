/** A workspace's library of pictures. Files are served as `/pictures/<hash>`, on the platform's and every program's origin. */
import { z } from 'zod/mini'
import { picture } from '#model/shop/catalogue.ts'

/** Refused by the browser before a byte is sent, and by the server whoever sends it. */
export const MOST_PICTURE_BYTES = 10 * 1024 * 1024
export const MOST_PICTURE_PIXELS = 40_000_000

export const libraryPicture = z.object({
  ...picture.shape,
  id: z.string(),
  name: z.string(),
  createdAtIso: z.string(),
})
export type LibraryPicture = z.infer<typeof libraryPicture>

/** Newest first. `next` is the `before` of the following part, null at the end. */
export const libraryPart = z.object({ pictures: z.array(libraryPicture), next: z.nullable(z.string()) })
export type LibraryPart = z.infer<typeof libraryPart>

export const libraryQuery = z.object({
  /** In name or text, whatever the case. */
  search: z.optional(z.string().check(z.maxLength(100))),
  before: z.optional(z.uuid()),
})

/** Absent members stay as they are. `removed` takes it out of the library or puts it back; a used one is refused with `conflict`. */
export const changePictureInput = z.strictObject({
  name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
  /** Suggested wherever it is used next. */
  alt: z.optional(z.string().check(z.maxLength(200))),
  removed: z.optional(z.boolean()),
})
export type ChangePictureInput = z.infer<typeof changePictureInput>

export const pictureUse = z.object({
  programId: z.string(),
  programName: z.string(),
  /** The page it is on; null when no page shows it by itself (a dish, the theme, a shared section). */
  page: z.nullable(z.object({ id: z.string(), title: z.string() })),
  /** The block, when a page's or a section's block shows it. */
  nodeId: z.nullable(z.string()),
  /** The dish, when the catalogue shows it. */
  dish: z.nullable(z.object({ id: z.string(), name: z.object({ en: z.string(), 'zh-CN': z.string() }) })),
})
export type PictureUse = z.infer<typeof pictureUse>

/** Looked up in some programs; `next` is the `after` for the others, null when all were looked at. */
export const pictureUses = z.object({ uses: z.array(pictureUse), next: z.nullable(z.string()) })
export type PictureUses = z.infer<typeof pictureUses>

export const pictureUsesQuery = z.object({ after: z.optional(z.uuid()) })
