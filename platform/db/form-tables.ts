/** The tables of forms as the query builder sees them. */
import type { Generated } from 'kysely'
import type { SubmittedAnswer } from '#platform/contract/forms.ts'
import type { InstantOrNull, InstantWithDefault, Json, OfShop } from './commerce-tables.ts'

export interface FormSubmissionTable extends OfShop {
  id: string
  node_id: string
  release_id: string
  visitor_id: string
  form_name: string
  answers: Json<readonly SubmittedAnswer[]>
  consent_text: string
  sent_at: InstantWithDefault
  status: Generated<'new' | 'done'>
  handled_by: string | null
  handled_at: InstantOrNull
  version: Generated<number>
}

export interface FormAttachmentTable extends OfShop {
  id: string
  node_id: string
  question: number
  visitor_id: string
  submission_id: string | null
  name: string
  kind: 'picture' | 'pdf'
  body: Buffer
  size_bytes: number
  width_px: number | null
  height_px: number | null
  added_at: InstantWithDefault
}

export interface FormTables {
  form_attachment: FormAttachmentTable
  form_submission: FormSubmissionTable
}
