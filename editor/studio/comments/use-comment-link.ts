import { useEffect, useRef } from 'react'
import { api } from '#editor/api/index.ts'
import type { CommentThread } from '#platform/contract/comments.ts'
import { commentParam } from '#platform/contract/routes.ts'
import { useSession } from '../session/use-session.tsx'
import { findPlace } from './comment-place.ts'
import { tellThread } from './known-threads.ts'
import { showPlace } from './show-thread.ts'
import type { ShownThread } from './shown-threads.ts'
import { useThreads } from './use-comments.ts'

/** A link in a letter leads to one thread: opens the list at it and shows what it is about, once. */
export function useCommentLink(): void {
  const session = useSession()
  const { threads, status } = useThreads()
  const wanted = useRef(new URLSearchParams(location.search).get(commentParam))
  useEffect(() => {
    const id = wanted.current
    if (id === null || status !== 'ready') return
    wanted.current = null
    // The address says where one is, and one will be elsewhere soon.
    history.replaceState(null, '', location.pathname)
    session.view.setState({ commentsOpen: true })
    const show = (thread: ShownThread | CommentThread) => {
      session.view.setState({ threadId: thread.id })
      showPlace(session, findPlace(session.program, thread))
    }
    const known = threads.find((one) => one.id === id)
    if (known) return show(known)
    // It may have been resolved long ago; taken back, there is only the list.
    api.comments.read(session.facts.id, id).then(
      (thread) => {
        tellThread(session.facts.id, id, thread)
        show(thread)
      },
      () => undefined,
    )
  }, [session, threads, status])
}
