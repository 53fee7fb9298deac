/** What people say about a block or a page of a program. */
import { z } from 'zod/mini'

export const comment = z.object({
  id: z.string(),
  authorId: z.string(),
  authorName: z.string(),
  body: z.string(),
  /** Ids of the people it names. */
  mentions: z.array(z.string()),
  createdAtIso: z.string(),
  editedAtIso: z.nullable(z.string()),
})
export type Comment = z.infer<typeof comment>

/**
 * `change-request`: of something that is locked, for those who may lock. `publish-request`: by who may not publish, for
 * those who may; the next publish settles it.
 */
export const threadKind = z.enum(['comment', 'change-request', 'publish-request'])
export type ThreadKind = z.infer<typeof threadKind>

export const commentThread = z.object({
  id: z.string(),
  kind: threadKind,
  /** Ids of the document; what they name may be deleted by now. Null: about the page, or the whole program. */
  pageId: z.nullable(z.string()),
  nodeId: z.nullable(z.string()),
  field: z.nullable(z.string()),
  /** What it was pinned to, in words. */
  pinnedTo: z.string(),
  createdAtIso: z.string(),
  /** Of its newest comment or change of state. */
  changedAtIso: z.string(),
  resolved: z.boolean(),
  /** By whom, as they were called then; null while it is open. */
  resolvedBy: z.nullable(z.string()),
  /** Somebody else said something since this person last read it. */
  unread: z.boolean(),
  /** What is unread names this person. */
  mentionsYou: z.boolean(),
  /** The oldest first; never empty. */
  comments: z.array(comment),
})
export type CommentThread = z.infer<typeof commentThread>

/** A full page may be followed by another. */
export const threadsPerPage = 200

const body = z.string().check(z.trim(), z.minLength(1), z.maxLength(4000))
const mentions = z.optional(z.array(z.string().check(z.maxLength(100))).check(z.maxLength(20)))
/** Made by whoever says it: sent twice, after an answer was lost on the way, it is said once. */
const id = z.optional(z.uuid())
/** Letters to those it names are written in it. */
const language = z.optional(z.enum(['zh-CN', 'en']))

export const startThreadInput = z.strictObject({
  /** Of the thread and its first comment. */
  id,
  kind: threadKind,
  body,
  mentions,
  language,
  pinnedTo: z.string().check(z.maxLength(200)),
  pageId: z.optional(z.string().check(z.maxLength(200))),
  nodeId: z.optional(z.string().check(z.maxLength(2000))),
  field: z.optional(z.string().check(z.maxLength(200))),
})
export type StartThreadInput = z.infer<typeof startThreadInput>

export const replyInput = z.strictObject({ id, body, mentions, language })
export type ReplyInput = z.infer<typeof replyInput>

/** Absent members stay as they are. */
export const changeThreadInput = z.strictObject({
  resolved: z.optional(z.boolean()),
  read: z.optional(z.literal(true)),
})
export type ChangeThreadInput = z.infer<typeof changeThreadInput>

/** Absent members stay as they are. What was taken back can be brought back for an hour. */
export const changeCommentInput = z.strictObject({
  body: z.optional(body),
  mentions,
  language,
  deleted: z.optional(z.boolean()),
})
export type ChangeCommentInput = z.infer<typeof changeCommentInput>

/** Null when its last comment was taken back. */
export const changedThread = z.object({ thread: z.nullable(commentThread) })
