/** Files of forms as rows: added before a form is sent, part of it afterwards, gone with it or after a day without it. */
import { sql } from 'kysely'
import type { AttachRequest } from '#model/shop/form-requests.ts'
import type { AttachedFile } from '#model/shop/forms.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { scheduleTimer } from '#platform/shop/timers.ts'
import { refusedFile } from './read-attachment.ts'
import type { ReadAttachment } from './read-attachment.ts'

/** Of one visitor, in forms that are not sent. */
const MOST_UNSENT = 20
/** Of one shop, sent or not: its owner is told nothing of strangers who fill a disk. */
const MOST_BYTES_OF_SHOP = 2 * 1024 ** 3
const UNSENT_HOURS = 24

/**
 * Keeps a file until its form is sent, at most a day. The caller holds the visitor.
 * @throws ShopRefusal `file-refused`: `too-many` of this visitor, `full` for the shop
 */
export async function addAttachment(
  at: ShopTx,
  visitorId: string,
  { nodeId, question }: AttachRequest,
  file: ReadAttachment,
): Promise<AttachedFile> {
  const { unsent, bytes } = await at.tx
    .selectFrom('form_attachment')
    .select([
      sql<number>`(count(*) FILTER (WHERE visitor_id = ${visitorId} AND submission_id IS NULL))::int`.as('unsent'),
      sql<number>`coalesce(sum(size_bytes), 0)::float8`.as('bytes'),
    ])
    .where('program_id', '=', at.programId)
    .executeTakeFirstOrThrow()
  if (unsent >= MOST_UNSENT) throw refusedFile('too-many')
  if (bytes + file.bytes.byteLength > MOST_BYTES_OF_SHOP) throw refusedFile('full')
  const id = uuidv7()
  await at.tx
    .insertInto('form_attachment')
    .values({
      ...at.keys,
      id,
      node_id: nodeId,
      question,
      visitor_id: visitorId,
      submission_id: null,
      name: file.name,
      kind: file.kind,
      body: Buffer.from(file.bytes),
      size_bytes: file.bytes.byteLength,
      width_px: file.size?.widthPx ?? null,
      height_px: file.size?.heightPx ?? null,
    })
    .execute()
  await scheduleTimer(at, 'attachment-expiry', id, new Date(at.now.epochMilliseconds + UNSENT_HOURS * 3_600_000))
  return { id, name: file.name }
}

/** A form that is sent takes its files along: those of this visitor, for this question, that are of no other. */
export async function takeAttachments(
  at: ShopTx,
  visitorId: string,
  { nodeId, question }: AttachRequest,
  ids: readonly string[],
  submissionId: string,
): Promise<void> {
  if (ids.length === 0) return
  const taken = await at.tx
    .updateTable('form_attachment')
    .set({ submission_id: submissionId })
    .where('program_id', '=', at.programId)
    .where('id', 'in', ids)
    .where('visitor_id', '=', visitorId)
    .where('node_id', '=', nodeId)
    .where('question', '=', question)
    .where('submission_id', 'is', null)
    .returning('id')
    .execute()
  const has = new Set(taken.map(({ id }) => id))
  const gone = ids.filter((id) => !has.has(id))
  if (gone.length > 0) throw refusedFile('gone', gone)
}

/** Its day is over: it goes, unless its form was sent. */
export async function dropIfUnsent({ tx, programId }: ShopTx, id: string): Promise<void> {
  await tx
    .deleteFrom('form_attachment')
    .where('program_id', '=', programId)
    .where('id', '=', id)
    .where('submission_id', 'is', null)
    .execute()
}

/** A file of a submission, with all of it. */
export async function findAttachment({ tx, programId }: ShopTx, submissionId: string, id: string) {
  return tx
    .selectFrom('form_attachment')
    .select(['name', 'kind', 'body'])
    .where('program_id', '=', programId)
    .where('submission_id', '=', submissionId)
    .where('id', '=', id)
    .executeTakeFirst()
}
