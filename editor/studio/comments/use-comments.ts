import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { api, connection, queryCache, useQuery } from '#editor/api/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { Program } from '#model/index.ts'
import type { CommentThread } from '#platform/contract/comments.ts'
import type { PeopleList } from '#platform/contract/people.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { useSession } from '../session/use-session.tsx'
import { createCommentOutbox, type CommentOutbox } from './comment-outbox.ts'
import { findPlace, type ThreadPlace } from './comment-place.ts'
import { commentsKey, loadThreads, tellThread } from './known-threads.ts'
import type { Nameable } from './mention-text.ts'
import { withWaiting, type ShownThread } from './shown-threads.ts'

const outboxes = new WeakMap<Program, CommentOutbox>()

/** What was said here and waits to be sent; one per opened program. */
export function outboxOf({ program, facts, ownUserId }: StudioSession): CommentOutbox {
  const known = outboxes.get(program)
  if (known) return known
  const made = createCommentOutbox({
    storage: localStorage,
    key: `shopwright.comments.${facts.id}.${ownUserId}`,
    nowIso: () => new Date().toISOString(),
    async send(says) {
      if (says.kind === 'edit') {
        const { id: _, ...input } = says.input
        const { thread } = await api.comments.changeComment(facts.id, says.threadId, says.commentId, input)
        return tellThread(facts.id, says.threadId, thread)
      }
      const thread =
        says.kind === 'start'
          ? await api.comments.start(facts.id, says.input)
          : await api.comments.reply(facts.id, says.threadId, says.input)
      tellThread(facts.id, thread.id, thread)
    },
  })
  outboxes.set(program, made)
  return made
}

/** Sends what waits whenever the platform may be reached again: once in the studio. */
export function useCommentDelivery(): void {
  const session = useSession()
  const opened = useStore(session.shop, (shop) => shop.opened)
  useEffect(() => void outboxOf(session).flush(), [session, opened])
  useEffect(() => {
    const flush = () => void outboxOf(session).flush()
    const stop = connection.subscribe(flush)
    window.addEventListener('online', flush)
    return () => {
      stop()
      window.removeEventListener('online', flush)
    }
  }, [session])
}

export type Threads =
  | { readonly status: 'loading' | 'failed'; readonly threads: readonly ShownThread[]; readonly retry: () => void }
  | { readonly status: 'ready'; readonly threads: readonly ShownThread[]; readonly retry: () => void }

/** All that was said in this program, with what waits to be sent. */
export function useThreads(): Threads {
  const session = useSession()
  const { facts, ownUserId } = session
  const query = useQuery<CommentThread[]>(commentsKey(facts.id), () => loadThreads(facts.id), {
    keptFresh: true,
  })
  const waiting = useStore(outboxOf(session).store)
  const words = useWords()
  const told = query.status === 'ready' ? query.value : none
  const threads = useMemo(
    () => withWaiting(told, waiting, { id: ownUserId, name: words.comments.you }),
    [told, waiting, ownUserId, words],
  )
  return { status: query.status, threads, retry: query.retry }
}

const none: CommentThread[] = []

/** Where each of them stands now; the same map as long as none has moved. */
export function usePlaces(threads: readonly ShownThread[]): ReadonlyMap<string, ThreadPlace> {
  const { program } = useSession()
  const last = useRef<{ readonly said: string; readonly places: ReadonlyMap<string, ThreadPlace> }>(undefined)
  const subscribe = useCallback(
    (listener: () => void) =>
      program.subscribe(({ nodes, removed, pages }) => {
        // A move changes a node and what it stood in: an edit of one node alone moves nothing.
        if (nodes.size > 1 || removed.size > 0 || pages.size > 0) listener()
      }),
    [program],
  )
  const read = () => {
    const places = new Map(threads.map((thread) => [thread.id, findPlace(program, thread)]))
    const said = JSON.stringify([...places])
    if (last.current?.said !== said) last.current = { said, places }
    return last.current.places
  }
  return useSyncExternalStore(subscribe, read)
}

/** Who belongs to this program, oneself last. Asked once somebody writes. */
export function usePeopleToName(isWanted = true): readonly (Nameable & { readonly isYou: boolean })[] {
  const { facts } = useSession()
  const list = useQuery<PeopleList>(isWanted ? `people/${facts.id}` : null, () =>
    api.people.list({ programId: facts.id }),
  )
  const known = list.status === 'ready' ? list.value.people : nobody
  return useMemo(() => [...known].sort((a, b) => Number(a.isYou) - Number(b.isYou)), [known])
}

const nobody: PeopleList['people'] = []

/** Once it is on screen it is read. A failure costs nothing: the mark stays until the next time. */
export function useMarkRead({ id, unread, comments }: Pick<ShownThread, 'id' | 'unread' | 'comments'>): void {
  const { facts } = useSession()
  const count = comments.length
  const tried = useRef<string>(undefined)
  useEffect(() => {
    // Tried once for what is there to be read, or a network that fails would be asked for ever.
    if (!unread || tried.current === `${id}/${count}`) return
    tried.current = `${id}/${count}`
    const forget = queryCache.hope<CommentThread[]>(commentsKey(facts.id), (threads) =>
      threads.map((thread) => (thread.id === id ? { ...thread, unread: false, mentionsYou: false } : thread)),
    )
    api.comments
      .change(facts.id, id, { read: true })
      .then((thread) => tellThread(facts.id, id, thread))
      .catch(() => undefined)
      .finally(forget)
  }, [facts.id, id, unread, count])
}
