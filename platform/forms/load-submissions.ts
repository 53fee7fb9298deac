import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { FormSubmission, SubmissionPage } from '#platform/contract/forms.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

const PAGE = 50

interface Wanted {
  readonly status?: 'new' | 'done' | undefined
  /** The last one of the page before. */
  readonly before?: string | undefined
}

/** One page of what was sent, newest first, and how many wait in all. */
export async function loadSubmissions(at: ShopTx, { status, before }: Wanted): Promise<SubmissionPage> {
  let query = submissionRows(at)
    .orderBy('form_submission.id', 'desc')
    .limit(PAGE + 1)
  if (status) query = query.where('form_submission.status', '=', status)
  // Ids are made in the order of time.
  if (before) query = query.where('form_submission.id', '<', before)
  const rows = await query.execute()
  const { count } = await at.tx
    .selectFrom('form_submission')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('program_id', '=', at.programId)
    .where('status', '=', 'new')
    .executeTakeFirstOrThrow()
  const submissions = rows.slice(0, PAGE).map(present)
  return { submissions, next: rows.length > PAGE ? (submissions.at(-1)?.id ?? null) : null, newCount: count }
}

/** What one visitor sent, newest first. */
export async function loadSubmissionsOf(at: ShopTx, visitorId: string, most: number): Promise<FormSubmission[]> {
  const rows = await submissionRows(at)
    .where('form_submission.visitor_id', '=', visitorId)
    .orderBy('form_submission.id', 'desc')
    .limit(most)
    .execute()
  return rows.map(present)
}

export async function findSubmission(at: ShopTx, id: string): Promise<FormSubmission | undefined> {
  const row = await submissionRows(at).where('form_submission.id', '=', id).executeTakeFirst()
  return row && present(row)
}

function submissionRows({ tx, programId }: ShopTx) {
  return tx
    .selectFrom('form_submission')
    .leftJoin('user', 'user.id', 'form_submission.handled_by')
    .selectAll('form_submission')
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('form_attachment as file')
          .select(['file.id', 'file.question', 'file.name', 'file.kind', 'file.size_bytes as sizeBytes'])
          .whereRef('file.program_id', '=', 'form_submission.program_id')
          .whereRef('file.submission_id', '=', 'form_submission.id')
          .orderBy('file.id'),
      ).as('files'),
    )
    .select('user.name as handler')
    .where('form_submission.program_id', '=', programId)
}

type Row = Awaited<ReturnType<ReturnType<typeof submissionRows>['execute']>>[number]

function present(row: Row): FormSubmission {
  return {
    id: row.id,
    nodeId: row.node_id,
    formName: row.form_name,
    answers: row.answers.map((answer, index) =>
      answer.kind === 'file'
        ? { ...answer, values: row.files.filter(({ question }) => question === index).map(({ name }) => name) }
        : answer,
    ),
    files: row.files,
    consentText: row.consent_text,
    sentAtIso: row.sent_at.toISOString(),
    status: row.status,
    handledBy: row.handler,
    version: row.version,
  }
}
