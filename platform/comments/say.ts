/** What changes a thread: something is said, said otherwise, taken back, settled. Each runs inside the caller's transaction. */
import { sql } from 'kysely'
import type { ChangeCommentInput, ReplyInput, StartThreadInput } from '../contract/comments.ts'
import { uuidv7 } from '../db/uuidv7.ts'
import { Failure, notFound } from '../http/failure.ts'
import type { ShopTx } from '../shop/scope.ts'
import { findMentioned } from './mentioned.ts'
import type { Mentioned } from './mentioned.ts'

export interface Speaker {
  readonly id: string
  readonly name: string
}

/** Something that was said, and whom it names for the first time. */
export interface Said {
  readonly threadId: string
  readonly named: readonly Mentioned[]
  /** False when it had been said already, under this id. */
  readonly isNew: boolean
}

/** How long what was taken back can be brought back. */
const keptFor = sql`interval '1 hour'`

/** @throws {Failure} `conflict` when the id is somebody else's */
export async function startThread(at: ShopTx, person: Speaker, input: StartThreadInput): Promise<Said> {
  const id = input.id ?? uuidv7()
  await at.tx
    .insertInto('comment_thread')
    .values({
      ...at.keys,
      id,
      kind: input.kind,
      page_id: input.pageId ?? null,
      node_id: input.nodeId ?? null,
      field: input.field ?? null,
      pinned_to: input.pinnedTo,
      created_by: person.id,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'program_id', 'id']).doNothing())
    .execute()
  return addComment(at, id, person, { ...input, id })
}

/** A resolved thread is open again. */
export async function reply(at: ShopTx, threadId: string, person: Speaker, input: ReplyInput): Promise<Said> {
  const said = await addComment(at, threadId, person, input)
  if (said.isNew)
    await threads(at, threadId)
      .set({ changed_at: sql<Date>`now()`, resolved_at: null, resolved_by: null, resolved_by_name: null })
      .execute()
  return said
}

async function addComment(at: ShopTx, threadId: string, person: Speaker, input: ReplyInput): Promise<Said> {
  const id = input.id ?? uuidv7()
  const named = await findMentioned(at, input.mentions ?? [])
  const added = await at.tx
    .insertInto('comment')
    .values({
      ...at.keys,
      thread_id: threadId,
      id,
      author_id: person.id,
      author_name: person.name,
      body: input.body,
      mentions: named.map((one) => one.id),
      mentioned_at: named.length > 0 ? sql<Date>`now()` : null,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'program_id', 'thread_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) {
    const before = await findOwn(at, threadId, id, person)
    if (!before) throw new Failure('conflict', 'This id is taken')
    return { threadId, named: [], isNew: false }
  }
  at.emit('comment', threadId)
  return { threadId, named: named.filter((one) => one.id !== person.id), isNew: true }
}

/** @throws {Failure} `not-found` for what is not there, or not this person's */
export async function changeComment(
  at: ShopTx,
  { threadId, commentId }: { readonly threadId: string; readonly commentId: string },
  person: Speaker,
  input: ChangeCommentInput,
): Promise<Said> {
  const before = await findOwn(at, threadId, commentId, person)
  if (!before) throw notFound('comment')
  let named: readonly Mentioned[] = []
  if (input.body !== undefined) {
    const all = await findMentioned(at, input.mentions ?? before.mentions)
    named = all.filter(({ id }) => !before.mentions.includes(id))
    await comments(at, threadId, commentId)
      .set({
        body: input.body,
        mentions: all.map(({ id }) => id),
        edited_at: sql<Date>`now()`,
        ...(named.length > 0 && { mentioned_at: sql<Date>`now()` }),
      })
      .execute()
  }
  if (input.deleted !== undefined) {
    await comments(at, threadId, commentId)
      .set({ deleted_at: input.deleted ? sql<Date>`now()` : null })
      .execute()
    if (input.deleted) await dropWhatWasTakenBack(at)
  }
  at.emit('comment', threadId)
  return { threadId, named: named.filter(({ id }) => id !== person.id), isNew: true }
}

export async function settle(at: ShopTx, threadId: string, person: Speaker, resolved: boolean): Promise<void> {
  await threads(at, threadId)
    .set({
      changed_at: sql<Date>`now()`,
      resolved_at: resolved ? sql<Date>`now()` : null,
      resolved_by: resolved ? person.id : null,
      resolved_by_name: resolved ? person.name : null,
    })
    .execute()
  at.emit('comment', threadId)
}

/** Whoever publishes has answered those who asked for it. */
export async function settlePublishRequests(at: ShopTx, person: Speaker): Promise<void> {
  const asked = await at.tx
    .selectFrom('comment_thread')
    .select('id')
    .where('program_id', '=', at.programId)
    .where('kind', '=', 'publish-request')
    .where('resolved_at', 'is', null)
    .execute()
  for (const { id } of asked) await settle(at, id, person, true)
}

function findOwn({ tx, programId }: ShopTx, threadId: string, commentId: string, person: Speaker) {
  return tx
    .selectFrom('comment')
    .select(['id', 'mentions'])
    .where('program_id', '=', programId)
    .where('thread_id', '=', threadId)
    .where('id', '=', commentId)
    .where('author_id', '=', person.id)
    .executeTakeFirst()
}

/** For good: by now nobody brings it back. Threads of which nothing is left go too. */
async function dropWhatWasTakenBack({ tx, programId }: ShopTx): Promise<void> {
  await tx
    .deleteFrom('comment')
    .where('program_id', '=', programId)
    .where('deleted_at', '<', sql<Date>`now() - ${keptFor}`)
    .execute()
  await tx
    .deleteFrom('comment_thread as thread')
    .where('program_id', '=', programId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('comment')
            .select('comment.id')
            .whereRef('comment.program_id', '=', 'thread.program_id')
            .whereRef('comment.thread_id', '=', 'thread.id'),
        ),
      ),
    )
    .execute()
}

function threads({ tx, programId }: ShopTx, threadId: string) {
  return tx.updateTable('comment_thread').where('program_id', '=', programId).where('id', '=', threadId)
}

function comments({ tx, programId }: ShopTx, threadId: string, commentId: string) {
  return tx
    .updateTable('comment')
    .where('program_id', '=', programId)
    .where('thread_id', '=', threadId)
    .where('id', '=', commentId)
}
