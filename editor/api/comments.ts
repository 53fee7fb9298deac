import { z } from 'zod/mini'
import { changedThread, commentThread } from '#platform/contract/comments.ts'
import type {
  ChangeCommentInput,
  ChangeThreadInput,
  ReplyInput,
  StartThreadInput,
} from '#platform/contract/comments.ts'
import { merchantPaths as paths } from '#platform/contract/routes.ts'
import type { Request } from './request.ts'

/** What people say about a program. */
export function createCommentsApi(request: Request) {
  return {
    /** Open ones first. @param after - the last thread of the page before */
    list: (programId: string, after?: string) =>
      request(z.array(commentThread), paths.comments(programId), after === undefined ? {} : { query: { after } }),
    start: (programId: string, input: StartThreadInput) =>
      request(commentThread, paths.comments(programId), { method: 'POST', body: input }),
    read: (programId: string, threadId: string) => request(commentThread, paths.comment(programId, threadId)),
    reply: (programId: string, threadId: string, input: ReplyInput) =>
      request(commentThread, paths.commentReplies(programId, threadId), { method: 'POST', body: input }),
    change: (programId: string, threadId: string, input: ChangeThreadInput) =>
      request(commentThread, paths.comment(programId, threadId), { method: 'PATCH', body: input }),
    changeComment: (programId: string, threadId: string, commentId: string, input: ChangeCommentInput) =>
      request(changedThread, paths.commentReply(programId, threadId, commentId), { method: 'PATCH', body: input }),
  }
}
