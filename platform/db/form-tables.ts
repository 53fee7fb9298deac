/** The table of `forms.sql` as the query builder sees it. */
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

export interface FormTables {
  form_submission: FormSubmissionTable
}
