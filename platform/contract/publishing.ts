/** Releases, when they go live and for whom, and private previews, as they cross the wire to the editor and the console. */
import { z } from 'zod/mini'

const note = z.string().check(z.trim(), z.maxLength(200))

export const release = z.object({
  id: z.string(),
  /** 1, 2, 3 … per program. */
  version: z.int(),
  publishedAtIso: z.string(),
  publishedBy: z.string(),
  /** What whoever published it wrote about it; empty for nothing. */
  note: z.string(),
  /** For all visitors, or during a gradual release for those who do not get the new one. */
  isLive: z.boolean(),
  pages: z.int(),
})
export type Release = z.infer<typeof release>

/** When a release goes live and for whom: at once for everybody if absent. */
export const publishWhen = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at'), atIso: z.iso.datetime({ offset: true }) }),
  z.strictObject({ kind: z.literal('gradual'), percent: z.int().check(z.gte(1), z.lte(99)) }),
])
export type PublishWhen = z.infer<typeof publishWhen>

/** @param requestId - sent twice, it answers with the same release. */
export const publishInput = z.strictObject({
  requestId: z.uuid(),
  note: z.optional(note),
  when: z.optional(publishWhen),
})
export type PublishInput = z.infer<typeof publishInput>

export const publishResult = z.object({
  release,
  url: z.string(),
  /** Blocks shown as boxes because they could not be compiled. */
  problems: z.array(z.object({ nodeId: z.string(), code: z.string(), message: z.string() })),
  /** How long the server took, and how long of it compiling. */
  tookMs: z.number(),
  compileMs: z.number(),
})
export type PublishResult = z.infer<typeof publishResult>

/** Something to be done by itself at a moment. */
export const releasePlan = z.object({
  id: z.string(),
  kind: z.enum(['publish', 'unpublish']),
  /** The release that will go live, built when it was planned; null when the program will go offline. */
  releaseId: z.nullable(z.string()),
  version: z.nullable(z.int()),
  dueAtIso: z.string(),
  plannedBy: z.string(),
})
export type ReleasePlan = z.infer<typeof releasePlan>

export const planUnpublishInput = z.strictObject({ atIso: z.iso.datetime({ offset: true }) })

const versionFigures = z.object({
  releaseId: z.string(),
  version: z.int(),
  visits: z.int(),
  ordersBegun: z.int(),
  ordersPaid: z.int(),
})

/** A release that only a share of the visitors gets. */
export const rollout = z.object({
  id: z.string(),
  percent: z.int(),
  startedAtIso: z.string(),
  startedBy: z.string(),
  from: versionFigures,
  to: versionFigures,
})
export type Rollout = z.infer<typeof rollout>

export const changeRolloutInput = z.strictObject({ percent: z.int().check(z.gte(1), z.lte(99)) })
/** `promote`: everybody gets the new release. `stop`: everybody gets the one from before. */
export const endRolloutInput = z.strictObject({ outcome: z.enum(['promote', 'stop']) })

/** What is live and what is planned. */
export const publishing = z.object({
  live: z.nullable(release),
  rollout: z.nullable(rollout),
  /** Waiting ones, soonest first. */
  plans: z.array(releasePlan),
  /** What was saved at the counter since this version went live, and which visitors see without publishing. */
  savedSince: z.object({ menu: z.int(), shop: z.int() }),
})
export type Publishing = z.infer<typeof publishing>

/** The draft of one moment, on an address that nobody can guess, for whoever is given it. */
export const previewLink = z.object({
  id: z.string(),
  url: z.string(),
  note: z.string(),
  madeBy: z.string(),
  madeAtIso: z.string(),
  expiresAtIso: z.string(),
})
export type PreviewLink = z.infer<typeof previewLink>

export const makePreviewLinkInput = z.strictObject({
  note: z.optional(note),
  /** How long it can be opened. */
  hours: z.int().check(z.gte(1), z.lte(24 * 30)),
})
