/** A form as it crosses between a program and the platform. */
import { z } from 'zod/mini'
import { MOST_OPTIONS, MOST_QUESTIONS, mostLetters, questionKinds, USUAL_FILES } from './forms.ts'

export const formQuestion = z.object({
  label: z.string(),
  kind: z.enum(questionKinds),
  options: z.string(),
  isNeeded: z.boolean(),
  mostFiles: z._default(z.int(), USUAL_FILES),
})

export const submitFormRequest = z.strictObject({
  /** The block that was filled in. */
  nodeId: z.string().check(z.maxLength(64)),
  /** One entry a question, in their order. */
  answers: z
    .array(z.array(z.string().check(z.maxLength(mostLetters.long))).check(z.maxLength(MOST_OPTIONS)))
    .check(z.maxLength(MOST_QUESTIONS)),
  /** To the sentence that stands above the button. */
  consent: z.literal(true),
})
export type SubmitFormRequest = z.infer<typeof submitFormRequest>

/** Which question of which form a file is for; it goes along in the address. */
export const attachQuery = z.object({
  nodeId: z.string().check(z.maxLength(64)),
  question: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(MOST_QUESTIONS - 1)),
  release: z.optional(z.uuid()),
})
export type AttachRequest = Pick<z.infer<typeof attachQuery>, 'nodeId' | 'question'>

export const attachedFile = z.object({ id: z.string(), name: z.string() })

export const submittedForm = z.object({ id: z.string(), sentAtIso: z.string() })
export type SubmittedForm = z.infer<typeof submittedForm>
