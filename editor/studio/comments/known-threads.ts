import { createStore } from 'zustand/vanilla'
import { api, asApiFailure, queryCache } from '#editor/api/index.ts'
import { threadsPerPage } from '#platform/contract/comments.ts'
import type { CommentThread } from '#platform/contract/comments.ts'

/** Under which the cache holds the threads of a program. */
export function commentsKey(programId: string): string {
  return `comments/${programId}`
}

/** How many pages of threads somebody asked for, and whether there are more behind them, by program. */
export const threadPages = createStore<{
  readonly [programId: string]: { readonly wanted: number; readonly hasMore: boolean }
}>(() => ({}))

/** All threads that are open, and as many pages of resolved ones as were asked for. @throws {ApiFailure} */
export async function loadThreads(programId: string): Promise<CommentThread[]> {
  const threads = new Map<string, CommentThread>()
  let last: CommentThread | undefined
  for (let page = 1; ; page++) {
    const found = await api.comments.list(programId, last?.id)
    // Between two pages one may have moved to the other.
    for (const thread of found) if (!threads.has(thread.id)) threads.set(thread.id, thread)
    last = found.at(-1)
    const hasMore = found.length === threadsPerPage
    const wanted = threadPages.getState()[programId]?.wanted ?? 1
    if (hasMore && last && (!last.resolved || page < wanted)) continue
    // Open ones may have needed more pages than were asked for.
    threadPages.setState({ [programId]: { wanted: Math.max(wanted, page), hasMore } })
    return [...threads.values()]
  }
}

/** Asks for the next page of resolved threads too, from now on. */
export async function loadOlderThreads(programId: string): Promise<void> {
  const { wanted = 1, hasMore = false } = threadPages.getState()[programId] ?? {}
  threadPages.setState({ [programId]: { wanted: wanted + 1, hasMore } })
  await queryCache.refresh(commentsKey(programId))
}

/** The platform told so. @param thread - null: it was taken back */
export function tellThread(programId: string, threadId: string, thread: CommentThread | null): void {
  queryCache.tell<CommentThread[]>(commentsKey(programId), (threads) => withThread(threads, threadId, thread))
}

function withThread(threads: CommentThread[], threadId: string, thread: CommentThread | null): CommentThread[] {
  if (!thread) return threads.filter(({ id }) => id !== threadId)
  const isKnown = threads.some(({ id }) => id === threadId)
  return isKnown ? threads.map((one) => (one.id === threadId ? thread : one)) : [thread, ...threads]
}

/** The newest question about each thread: an older answer that comes later is not the last word. */
const turns = new Map<string, number>()

/** Somebody said something in it, or settled it: asks for this thread alone, however many there are. */
export async function refreshThread(programId: string, threadId: string): Promise<void> {
  const turn = (turns.get(threadId) ?? 0) + 1
  turns.set(threadId, turn)
  try {
    const thread = await api.comments.read(programId, threadId)
    if (turns.get(threadId) === turn) tellThread(programId, threadId, thread)
  } catch (thrown) {
    if (asApiFailure(thrown).code === 'not-found') tellThread(programId, threadId, null)
    // Otherwise the stream that told of it was lost too, and asks for all when it is open again.
  }
}
