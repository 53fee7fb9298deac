/** What the shop works on for its customers, as the counter sees it. */
import { z } from 'zod/mini'
import { jobProgress } from '#model/shop/progress.ts'

export const counterJob = z.extend(jobProgress, {
  id: z.string(),
  customerName: z.string(),
  customerPhone: z.string(),
  /** Told of each step, where the operator of this installation can send letters; may be empty. */
  customerEmail: z.string(),
  createdAtIso: z.string(),
  version: z.int(),
})
export type CounterJob = z.infer<typeof counterJob>

export const jobPage = z.object({
  /** Newest first, at most a hundred. */
  jobs: z.array(counterJob),
  openCount: z.int(),
  /** Whether customers with an e-mail address hear of each step. */
  tellsByMail: z.boolean(),
})
export type JobPage = z.infer<typeof jobPage>

export const jobQuery = z.object({
  status: z.optional(z.enum(['open', 'over'])),
  /** In code, title, name or phone. */
  search: z.optional(z.string().check(z.maxLength(60))),
})

export const MOST_STEPS = 10

export const createJobInput = z.strictObject({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  customerName: z.string().check(z.maxLength(60)),
  customerPhone: z.string().check(z.maxLength(32)),
  customerEmail: z.union([z.literal(''), z.email().check(z.maxLength(254))]),
  promisedOn: z.nullable(z.iso.date()),
  steps: z
    .array(z.string().check(z.trim(), z.minLength(1), z.maxLength(40)))
    .check(z.minLength(1), z.maxLength(MOST_STEPS)),
  /** Sent twice with the same one, it is one job. */
  requestId: z.uuid(),
})
export type CreateJobInput = z.infer<typeof createJobInput>

/** `version` is what the counter saw: of two people who change one job at once, one has it. */
export const jobActionInput = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('advance'), version: z.int(), note: z.string().check(z.maxLength(200)) }),
  z.strictObject({ action: z.literal('back'), version: z.int() }),
  z.strictObject({ action: z.literal('cancel'), version: z.int() }),
  z.strictObject({ action: z.literal('reopen'), version: z.int() }),
])
export type JobActionInput = z.infer<typeof jobActionInput>
