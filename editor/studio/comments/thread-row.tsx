import { AtSign, Trash2, Undo2 } from 'lucide-react'
import { memo, useEffect, useId, useRef } from 'react'
import { Badge } from '#editor/ui/badge.tsx'
import { Button } from '#editor/ui/button.tsx'
import { agoText } from '#editor/words/ago.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { useNow } from '../history/use-now.ts'
import { useFact, useSession } from '../session/use-session.tsx'
import type { ThreadPlace } from './comment-place.ts'
import { nameOfPlace } from './place-words.ts'
import { bringBack, showPlace } from './show-thread.ts'
import type { ShownThread } from './shown-threads.ts'
import { Thread } from './thread.tsx'

export interface ThreadRowProps {
  readonly thread: ShownThread
  readonly place: ThreadPlace
  readonly isOpen: boolean
}

/** A thread in the list. A press goes to what it is about and opens it here; another one closes it. */
export const ThreadRow = memo(function ThreadRow({ thread, place, isOpen }: ThreadRowProps) {
  const session = useSession()
  const words = useWords()
  const locale = useLocale()
  const nowMs = useNow()
  const insideId = useId()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const topic = place.kind === 'block' ? place.drawn[0].id : place.kind === 'page' ? place.pageId : undefined
  const about = useFact(topic, () => nameOfPlace(session, thread, place, words))
  const [first, ...replies] = thread.comments
  if (!first) return null
  const author = first.authorId === session.ownUserId ? words.comments.you : first.authorName
  const isGone = place.kind === 'deleted-block' || place.kind === 'deleted-page'
  return (
    <li ref={row} className="st-row" data-open={isOpen || undefined} data-thread-row={thread.id}>
      <button
        type="button"
        className="st-row__head"
        aria-expanded={isOpen}
        aria-controls={isOpen ? insideId : undefined}
        onClick={() => {
          session.view.setState({ threadId: isOpen ? undefined : thread.id })
          if (!isOpen) showPlace(session, place)
        }}
      >
        <span className="st-row__about" data-gone={isGone || undefined}>
          {isGone ? <Trash2 size={12} aria-hidden /> : null}
          <span className="st-row__place">{about}</span>
          {thread.unread ? (
            <span className="st-unread" role="img" aria-label={unreadWords(thread, words)}>
              {thread.mentionsYou ? <AtSign size={10} aria-hidden /> : null}
            </span>
          ) : null}
        </span>
        {isOpen ? null : (
          <>
            {thread.kind === 'comment' ? null : <Badge tone="accent">{words.comments.kinds[thread.kind]}</Badge>}
            <span className="st-row__body">{first.body}</span>
            <span className="st-row__foot">
              {[
                author,
                agoText(thread.changedAtIso, nowMs, locale),
                ...(replies.length > 0 ? [words.comments.replies(replies.length)] : []),
              ].join(' · ')}
            </span>
          </>
        )}
      </button>
      {isOpen ? (
        <div id={insideId} className="st-row__inside">
          {isGone && place.restore && session.canEdit ? (
            <Button size="small" icon={<Undo2 size={14} aria-hidden />} onPress={() => bringBack(session, place)}>
              {words.comments.bringBack}
            </Button>
          ) : null}
          <Thread thread={thread} />
        </div>
      ) : null}
    </li>
  )
})

function unreadWords({ mentionsYou }: ShownThread, words: ReturnType<typeof useWords>): string {
  return mentionsYou ? words.comments.unreadMention : words.comments.unread
}
