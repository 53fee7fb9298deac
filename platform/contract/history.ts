/** Versions of a program's document: moments to look back at, compare with and return to. */
import { z } from 'zod/mini'

/** Names a moment of the document: the number of its newest update then. */
const seq = z.int().check(z.minimum(1))

const person = z.object({ id: z.string(), /** Null when the account is gone. */ name: z.nullable(z.string()) })

export const version = z.object({
  seq,
  atIso: z.string(),
  /** Who wrote something since the version before, the last one first. */
  people: z.array(person),
  name: z.nullable(z.string()),
  /** Number of the newest release that was made of it. */
  release: z.nullable(z.number()),
})
export type Version = z.infer<typeof version>

/** The newest first; and what could not be read, and is in none of them. */
export const versions = z.object({
  versions: z.array(version),
  leftOut: z.nullable(z.object({ edits: z.int(), latestIso: z.string() })),
})
export type Versions = z.infer<typeof versions>

export const versionName = z.string().check(z.trim(), z.minLength(1), z.maxLength(80))
export const mostNamedVersions = 200

/** Without a name it is one like those that are made by themselves, and goes with age. */
export const saveVersionInput = z.strictObject({ name: z.optional(versionName) })

/** Null takes the name away. */
export const nameVersionInput = z.strictObject({ name: z.nullable(versionName) })

/** The document as it was: a Yjs update, packed with gzip, in base64. */
export const versionState = z.object({ state: z.string() })

/** `by` is one person, or more who could not be kept apart; without a value the entry was taken away. */
const step = z.object({ by: z.array(z.string()), atMs: z.number(), value: z.optional(z.json()) })

/** Who wrote which entry and when last, as the document names entries: root, record, entry. */
export const touches = z.object({
  people: z.array(person),
  touches: z.array(
    z.tuple([
      z.string(),
      z.nullable(z.string()),
      z.nullable(z.string()),
      /** Of each person the last time, in milliseconds since 1970 UTC, the newest first. */
      z.array(z.tuple([z.string(), z.number()])),
      /** What the entry came to by whom, one after the other; absent where nobody knows. Shared texts in runs. */
      z.optional(z.array(step)),
    ]),
  ),
})
export type Touches = z.infer<typeof touches>

/** `arriving`: one has just come (back). `caughtUp`: one has looked at what came since the last visit. */
export const visitInput = z.strictObject({
  arriving: z.optional(z.literal(true)),
  caughtUp: z.optional(z.literal(true)),
})
export type VisitInput = z.infer<typeof visitInput>

/** Where this person stopped looking the time before; null at the first visit, and once they have caught up. */
export const visit = z.object({ since: z.nullable(z.object({ seq: z.int(), atMs: z.number() })) })
export type Visit = z.infer<typeof visit>
