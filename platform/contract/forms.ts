/** What the forms of a program brought, as the counter reads it. */
import { z } from 'zod/mini'
import { questionKinds } from '#model/shop/forms.ts'

/** A question as the visitor read it, with what they said; no values where they said nothing. */
export const submittedAnswer = z.object({
  label: z.string(),
  kind: z.enum(questionKinds),
  values: z.array(z.string()),
})
export type SubmittedAnswer = z.infer<typeof submittedAnswer>

/** A file that came along. */
export const submittedFile = z.object({
  id: z.string(),
  /** Which of the answers it is part of. */
  question: z.int(),
  name: z.string(),
  kind: z.enum(['picture', 'pdf']),
  sizeBytes: z.int(),
})
export type SubmittedFile = z.infer<typeof submittedFile>

export const formSubmission = z.object({
  id: z.string(),
  /** The block, which stays the same when the form is renamed. */
  nodeId: z.string(),
  formName: z.string(),
  answers: z.array(submittedAnswer),
  files: z.array(submittedFile),
  consentText: z.string(),
  sentAtIso: z.string(),
  status: z.enum(['new', 'done']),
  /** Who marked it last; null while nobody has. */
  handledBy: z.nullable(z.string()),
  version: z.int(),
})
export type FormSubmission = z.infer<typeof formSubmission>

export const submissionPage = z.object({
  /** Newest first. */
  submissions: z.array(formSubmission),
  /** Asks for those before; null at the end. */
  next: z.nullable(z.string()),
  /** All that nobody has dealt with. */
  newCount: z.int(),
})
export type SubmissionPage = z.infer<typeof submissionPage>

export const submissionQuery = z.object({
  before: z.optional(z.uuid()),
  status: z.optional(z.enum(['new', 'done'])),
})

export const markSubmissionInput = z.strictObject({ status: z.enum(['new', 'done']) })
