/** How far a parcel, a repair or an order to measure is, as the customer who has its code sees it. */
import { z } from 'zod/mini'

export const progressStep = z.object({
  label: z.string(),
  /** Null while it is still to come. */
  doneAtIso: z.nullable(z.string()),
  /** What the shop has to say of it. */
  note: z.string(),
})
export type ProgressStep = z.infer<typeof progressStep>

export const jobProgress = z.object({
  code: z.string(),
  title: z.string(),
  /** `done` once its last step is; `cancelled` when it will not be finished. */
  status: z.enum(['open', 'done', 'cancelled']),
  steps: z.array(progressStep),
  /** `YYYY-MM-DD`, when the shop thinks that it will be ready. */
  promisedOn: z.nullable(z.string()),
})
export type JobProgress = z.infer<typeof jobProgress>

export const findJobRequest = z.strictObject({ code: z.string().check(z.maxLength(40)) })
export type FindJobRequest = z.infer<typeof findJobRequest>
