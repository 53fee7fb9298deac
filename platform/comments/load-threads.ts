import { sql } from 'kysely'
import type { RawBuilder, Selectable, SqlBool } from 'kysely'
import { threadsPerPage } from '../contract/comments.ts'
import type { Comment, CommentThread } from '../contract/comments.ts'
import type { Tables } from '../db/tables.ts'
import type { ShopTx } from '../shop/scope.ts'

type CommentRow = Selectable<Tables['comment']>

/**
 * A page of threads: open ones first, then those that were resolved last. Taken back as a whole, they are in none.
 * @param readerId - for whom a thread is read or not; what one says oneself is read
 * @param which - one thread; or those behind one, in that order
 */
export async function loadThreads(
  { tx, programId }: Pick<ShopTx, 'tx' | 'programId'>,
  readerId: string,
  which: { readonly id?: string; readonly after?: string } = {},
): Promise<CommentThread[]> {
  let query = tx
    .selectFrom('comment_thread')
    .selectAll()
    .where('program_id', '=', programId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('comment')
          .select('comment.id')
          .whereRef('comment.thread_id', '=', 'comment_thread.id')
          .whereRef('comment.program_id', '=', 'comment_thread.program_id')
          .where('comment.deleted_at', 'is', null),
      ),
    )
    .orderBy('resolved_at', (order) => order.desc().nullsFirst())
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(threadsPerPage)
  if (which.id !== undefined) query = query.where('id', '=', which.id)
  if (which.after !== undefined) query = query.where(isBehind(programId, which.after))
  const threads = await query.execute()
  if (threads.length === 0) return []
  const ids = threads.map(({ id }) => id)
  const comments = await tx
    .selectFrom('comment')
    .selectAll()
    .where('program_id', '=', programId)
    .where('thread_id', 'in', ids)
    .where('deleted_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const reads = await tx
    .selectFrom('comment_read')
    .select(['thread_id', 'read_at'])
    .where('program_id', '=', programId)
    .where('thread_id', 'in', ids)
    .where('user_id', '=', readerId)
    .execute()
  const byThread = new Map<string, CommentRow[]>(ids.map((id) => [id, []]))
  for (const row of comments) byThread.get(row.thread_id)?.push(row)
  return threads.flatMap((thread) => {
    const said = byThread.get(thread.id) ?? []
    // Taken back as a whole.
    if (said.length === 0) return []
    const readAt = reads.find(({ thread_id }) => thread_id === thread.id)?.read_at
    const isNew = (at: Date | null) => at !== null && !(readAt && at <= readAt)
    const byOthers = said.filter(({ author_id }) => author_id !== readerId)
    const mentionsYou = byOthers.some(
      ({ mentions, mentioned_at }) => mentions.includes(readerId) && isNew(mentioned_at),
    )
    return {
      id: thread.id,
      kind: thread.kind,
      pageId: thread.page_id,
      nodeId: thread.node_id,
      field: thread.field,
      pinnedTo: thread.pinned_to,
      createdAtIso: thread.created_at.toISOString(),
      changedAtIso: thread.changed_at.toISOString(),
      resolved: thread.resolved_at !== null,
      resolvedBy: thread.resolved_by_name,
      unread: mentionsYou || byOthers.some(({ created_at }) => isNew(created_at)),
      mentionsYou,
      comments: said.map(presentComment),
    }
  })
}

/** Compared in the database: its moments are finer than ours. */
function isBehind(programId: string, id: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(coalesce(resolved_at, 'infinity'), changed_at, id) < (
    SELECT coalesce(last.resolved_at, 'infinity'), last.changed_at, last.id FROM comment_thread AS last
    WHERE last.program_id = ${programId} AND last.id = ${id})`
}

function presentComment(row: CommentRow): Comment {
  return {
    id: row.id,
    authorId: row.author_id,
    authorName: row.author_name,
    body: row.body,
    mentions: [...row.mentions],
    createdAtIso: row.created_at.toISOString(),
    editedAtIso: row.edited_at?.toISOString() ?? null,
  }
}
