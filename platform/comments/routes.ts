import { sql } from 'kysely'
import { z } from 'zod/mini'
import { memberOfProgram } from '../accounts/access.ts'
import type { ProgramSubject } from '../accounts/access.ts'
import { attemptKey } from '../accounts/auth.ts'
import { limitAttempts } from '../accounts/limit-attempts.ts'
import * as contract from '../contract/comments.ts'
import type { CommentThread } from '../contract/comments.ts'
import type { Language } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { created, defineRoute } from '../http/define-route.ts'
import type { Route } from '../http/define-route.ts'
import { notFound } from '../http/failure.ts'
import type { Services } from '../services.ts'
import { inShop } from '../shop/scope.ts'
import type { ShopTx } from '../shop/scope.ts'
import { loadThreads } from './load-threads.ts'
import { mailMentions } from './mail-mentions.ts'
import { changeComment, reply, settle, startThread } from './say.ts'
import type { Said } from './say.ts'

const commentsPerPerson = { most: 300, windowSeconds: 60 * 60 }

const list = defineRoute({
  method: 'GET',
  path: merchantPaths.comments(':programId'),
  summary: `What people said about the program, open threads first, ${contract.threadsPerPage} at a time`,
  query: z.object({ after: z.optional(z.uuid()) }),
  answer: z.array(contract.commentThread),
  access: memberOfProgram('read'),
  handle: ({ query: { after }, subject }, services) =>
    inShop(services, subject, (at) => loadThreads(at, subject.person.id, after === undefined ? {} : { after })),
})

const read = defineRoute({
  method: 'GET',
  path: merchantPaths.comment(':programId', ':threadId'),
  summary: 'One thread',
  answer: contract.commentThread,
  access: memberOfProgram('read'),
  handle: ({ params: { threadId }, subject }, services) =>
    inShop(services, subject, (at) => getThread(at, threadId, subject)),
})

const start = defineRoute({
  method: 'POST',
  path: merchantPaths.comments(':programId'),
  summary:
    'Says something about a block, a page or the program, or asks for what one may not do; twice with one id is once',
  input: contract.startThreadInput,
  answer: contract.commentThread,
  access: memberOfProgram('comment'),
  async handle({ input, subject }, services) {
    await limit(services, subject)
    return created(await say(services, subject, input, (at) => startThread(at, subject.person, input)))
  },
})

const answerRoute = defineRoute({
  method: 'POST',
  path: merchantPaths.commentReplies(':programId', ':threadId'),
  summary: 'Answers in a thread; a resolved one is open again; twice with one id is once',
  input: contract.replyInput,
  answer: contract.commentThread,
  access: memberOfProgram('comment'),
  async handle({ params: { threadId }, input, subject }, services) {
    await limit(services, subject)
    const thread = await say(services, subject, input, async (at) => {
      await getThread(at, threadId, subject)
      return reply(at, threadId, subject.person, input)
    })
    return created(thread)
  },
})

const changeThread = defineRoute({
  method: 'PATCH',
  path: merchantPaths.comment(':programId', ':threadId'),
  summary: 'Resolves a thread, opens it again, or notes that one has read it',
  input: contract.changeThreadInput,
  answer: contract.commentThread,
  access: memberOfProgram('comment'),
  handle: ({ params: { threadId }, input, subject }, services) =>
    inShop(services, subject, async (at) => {
      await getThread(at, threadId, subject)
      if (input.resolved !== undefined) await settle(at, threadId, subject.person, input.resolved)
      if (input.read) await markRead(at, threadId, subject.person.id)
      return getThread(at, threadId, subject)
    }),
})

const change = defineRoute({
  method: 'PATCH',
  path: merchantPaths.commentReply(':programId', ':threadId', ':commentId'),
  summary: 'Changes one’s own comment, takes it back, or brings it back within an hour',
  input: contract.changeCommentInput,
  answer: contract.changedThread,
  access: memberOfProgram('comment'),
  async handle({ params, input, subject }, services) {
    await limit(services, subject)
    const { said, thread } = await inShop(services, subject, async (at) => ({
      said: await changeComment(at, params, subject.person, input),
      thread: await findThread(at, params.threadId, subject),
    }))
    tellNamed(services, subject, said, input)
    return { thread: thread ?? null }
  },
})

export const commentRoutes: readonly Route[] = [list, read, start, answerRoute, changeThread, change]

/** One transaction, then the letters. */
async function say(
  services: Services,
  subject: ProgramSubject,
  input: Named,
  run: (at: ShopTx) => Promise<Said>,
): Promise<CommentThread> {
  const { said, thread } = await inShop(services, subject, async (at) => {
    const said = await run(at)
    return { said, thread: await getThread(at, said.threadId, subject) }
  })
  tellNamed(services, subject, said, input)
  return thread
}

interface Named {
  readonly body?: string | undefined
  readonly language?: Language | undefined
}

function tellNamed(
  services: Services,
  subject: ProgramSubject,
  said: Said,
  { body = '', language = 'en' }: Named,
): void {
  mailMentions(services, subject, said, { author: subject.person.name, body, language }).catch((error: unknown) =>
    services.log({ event: 'mail-failed', error: error instanceof Error ? error.name : 'unknown' }),
  )
}

async function markRead(at: ShopTx, threadId: string, userId: string): Promise<void> {
  await at.tx
    .insertInto('comment_read')
    .values({ ...at.keys, thread_id: threadId, user_id: userId, read_at: sql<Date>`now()` })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'program_id', 'thread_id', 'user_id']).doUpdateSet({ read_at: sql<Date>`now()` }),
    )
    .execute()
}

async function findThread(at: ShopTx, threadId: string, { person }: ProgramSubject) {
  const [thread] = await loadThreads(at, person.id, { id: threadId })
  return thread
}

async function getThread(at: ShopTx, threadId: string, subject: ProgramSubject): Promise<CommentThread> {
  const thread = await findThread(at, threadId, subject)
  if (!thread) throw notFound('thread')
  return thread
}

async function limit({ db, secret }: Services, { person }: ProgramSubject): Promise<void> {
  await limitAttempts(db, attemptKey(secret, 'comment', person.id), commentsPerPerson)
}
