import { useMemo, type RefObject } from 'react'
import { Dialog as AriaDialog, Popover } from 'react-aria-components'
import type { CommentsAt } from '#editor/state/view-state.ts'
import { Dialog } from '#editor/ui/dialog.tsx'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { useFact, useSession } from '../session/use-session.tsx'
import { useRoom } from '../use-room.ts'
import { Composer } from './composer.tsx'
import { nameOfAt, pinnedTo } from './place-words.ts'
import type { ShownThread } from './shown-threads.ts'
import { Thread } from './thread.tsx'
import { outboxOf } from './use-comments.ts'
import '#editor/ui/popover.css'

export interface CommentsHereProps {
  readonly at: CommentsAt
  /** What is open of it, the oldest first. */
  readonly threads: readonly ShownThread[]
  /** The pin that it belongs to. */
  readonly pin: RefObject<HTMLElement | null>
}

/** What was said about one block or page, and a field to say more: a card beside its pin, on a phone a sheet. */
export function CommentsHere({ at, threads, pin }: CommentsHereProps) {
  const session = useSession()
  const words = useWords()
  const { view } = session
  const isSheet = useRoom() === 'phone'
  const name = useFact(at.nodeId ?? at.pageId, () => nameOfAt(session, at, words))
  const close = () => view.setState({ commentsAt: undefined })
  const content = <Talk at={at} threads={threads} />
  if (isSheet)
    return (
      <Dialog title={name} isOpen onClose={close}>
        {content}
      </Dialog>
    )
  return (
    <Popover
      className="ui-popover st-talk"
      triggerRef={pin}
      placement="right top"
      offset={8}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : close())}
    >
      <AriaDialog className="st-talk__body" aria-label={words.comments.here(name)}>
        <h2 className="st-talk__title">{name}</h2>
        {content}
      </AriaDialog>
    </Popover>
  )
}

function Talk({ at, threads }: Pick<CommentsHereProps, 'at' | 'threads'>) {
  const session = useSession()
  const words = useWords()
  const language = useLanguage()
  const draftKey = useMemo(() => `${session.facts.id}/new/${at.nodeId ?? at.pageId}`, [session, at])
  return (
    <div className="st-talk__threads">
      {threads.map((thread) => (
        <Thread key={thread.id} thread={thread} />
      ))}
      <Composer
        key={draftKey}
        label={words.comments.sayLabel}
        placeholder={words.comments.say}
        send={words.comments.send}
        draftKey={draftKey}
        autoFocus={threads.length === 0}
        isQuiet={threads.length > 0}
        onSend={({ body, mentions }) =>
          outboxOf(session).say({
            kind: 'start',
            input: {
              id: crypto.randomUUID(),
              kind: 'comment',
              body,
              mentions: [...mentions],
              language,
              pinnedTo: pinnedTo(session, at, words),
              pageId: at.pageId,
              ...(at.nodeId !== undefined && { nodeId: at.nodeId }),
            },
          })
        }
      />
    </div>
  )
}
