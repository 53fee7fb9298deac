import type { Comment, CommentThread } from '#platform/contract/comments.ts'
import type { ApiFailureCode } from '#editor/api/index.ts'
import type { ThreadPlace } from './comment-place.ts'
import type { WaitingComment } from './comment-outbox.ts'

/** A comment as it is shown: one that waits to be sent is there at once. */
export interface ShownComment extends Comment {
  readonly state: 'said' | 'waiting' | 'refused'
  readonly refused?: ApiFailureCode | undefined
  /** Of one that waits or was refused: under which it lies in the outbox. */
  readonly waitsAs?: string
  /** It was said before, in other words. */
  readonly isEdit?: true
}

export interface ShownThread extends Omit<CommentThread, 'comments'> {
  readonly comments: readonly ShownComment[]
}

interface Author {
  readonly id: string
  readonly name: string
}

/** What the platform told, with what waits to be sent to it. */
export function withWaiting(
  threads: readonly CommentThread[],
  waiting: readonly WaitingComment[],
  author: Author,
): readonly ShownThread[] {
  const shown = new Map<string, ShownThread>(
    threads.map((thread) => [thread.id, { ...thread, comments: thread.comments.map(said) }]),
  )
  for (const one of waiting) {
    const { says } = one
    const known = shown.get(says.kind === 'start' ? says.input.id : says.threadId)
    if (says.kind === 'edit' && known?.comments.some(({ id }) => id === says.commentId)) {
      const comments = known.comments.map((comment) => (comment.id === says.commentId ? edited(comment, one) : comment))
      shown.set(known.id, { ...known, comments })
      continue
    }
    const thread = known ?? threadOf(one)
    if (!thread || thread.comments.some(({ id }) => id === says.input.id)) continue
    shown.set(thread.id, { ...thread, comments: [...thread.comments, waitingComment(one, author)] })
  }
  return [...shown.values()]
}

function said(comment: Comment): ShownComment {
  return { ...comment, state: 'said' }
}

/** What it will say, once that has arrived. */
function edited(comment: ShownComment, { says: { input }, refused }: WaitingComment): ShownComment {
  const { body, mentions = [] } = input
  return { ...comment, body, mentions, waitsAs: input.id, isEdit: true, ...stateOf(refused) }
}

function stateOf(refused: ApiFailureCode | undefined): Pick<ShownComment, 'state' | 'refused'> {
  return refused === undefined ? { state: 'waiting' } : { state: 'refused', refused }
}

function waitingComment({ says, atIso, refused }: WaitingComment, author: Author): ShownComment {
  return {
    id: says.input.id,
    authorId: author.id,
    authorName: author.name,
    body: says.input.body,
    mentions: says.input.mentions ?? [],
    createdAtIso: atIso,
    editedAtIso: null,
    waitsAs: says.input.id,
    ...stateOf(refused),
  }
}

/** A thread that only waits so far; or one for words whose thread is gone, so that its words are not lost. */
function threadOf({ says, atIso, refused }: WaitingComment): ShownThread | undefined {
  if (says.kind !== 'start' && refused === undefined) return undefined
  const about = says.kind === 'start' ? says.input : undefined
  return {
    id: says.input.id,
    kind: about?.kind ?? 'comment',
    pageId: about?.pageId ?? null,
    nodeId: about?.nodeId ?? null,
    field: about?.field ?? null,
    pinnedTo: about?.pinnedTo ?? '',
    createdAtIso: atIso,
    changedAtIso: atIso,
    resolved: false,
    resolvedBy: null,
    unread: false,
    mentionsYou: false,
    comments: [],
  }
}

export const threadStates = ['open', 'resolved'] as const

export interface ThreadFilter {
  readonly state: (typeof threadStates)[number]
  /** Said by this person, or naming them. */
  readonly mine: boolean
  /** On this page only; undefined on all. */
  readonly pageId: string | undefined
  readonly search: string
}

/** What the list shows, unread first, then the last changed. */
export function filterThreads(
  threads: readonly ShownThread[],
  { state, mine, pageId, search }: ThreadFilter,
  {
    ownUserId,
    placeOf,
    nameOf,
  }: {
    readonly ownUserId: string
    readonly placeOf: (threadId: string) => ThreadPlace
    readonly nameOf: (thread: ShownThread) => string
  },
): readonly ShownThread[] {
  const wanted = search.trim().toLowerCase()
  return threads
    .filter((thread) => thread.resolved === (state === 'resolved'))
    .filter(
      ({ comments }) =>
        !mine || comments.some(({ authorId, mentions }) => authorId === ownUserId || mentions.includes(ownUserId)),
    )
    .filter((thread) => pageId === undefined || isOnPage(placeOf(thread.id), pageId))
    .filter(
      (thread) =>
        wanted === '' ||
        [nameOf(thread), ...thread.comments.flatMap(({ authorName, body }) => [authorName, body])].some((text) =>
          text.toLowerCase().includes(wanted),
        ),
    )
    .sort((a, b) => Number(b.unread) - Number(a.unread) || (a.changedAtIso < b.changedAtIso ? 1 : -1))
}

export function isOnPage(place: ThreadPlace, pageId: string): boolean {
  if (place.kind === 'page') return place.pageId === pageId
  return place.kind === 'block' && place.drawn.some((drawn) => drawn.pageId === pageId)
}
