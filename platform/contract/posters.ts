import { z } from 'zod/mini'

/** Every shop has these; their names are the editor's to say. */
export const fixedPosters = ['window', 'flyer'] as const
/** What a code on a table counts as. */
export const tableVia = 'table'

export const posterColours = z.object({
  ground: z.string(),
  ink: z.string(),
  muted: z.string(),
  brand: z.string(),
  onBrand: z.string(),
})
export type PosterColours = z.infer<typeof posterColours>

/** A shop's posters: where their codes lead, how they look, and what came of each. */
export const posterBoard = z.object({
  /** Address of the program; a code leads to `<url>/?via=<code>`, one on a table to `<url>/?table=<id>`. */
  url: z.string(),
  isPublished: z.boolean(),
  /** The address is one that only this computer knows. */
  isLocal: z.boolean(),
  language: z.enum(['zh-CN', 'en']),
  colours: posterColours,
  tables: z.array(z.object({ id: z.string(), label: z.string() })),
  /** Beside the fixed ones, oldest first. */
  own: z.array(z.object({ code: z.string(), name: z.string() })),
  /** By code; without an entry nothing came of it yet. */
  came: z.record(z.string(), z.object({ visitors: z.int(), orders: z.int() })),
})
export type PosterBoard = z.infer<typeof posterBoard>

export const addPosterInput = z.strictObject({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)) })
