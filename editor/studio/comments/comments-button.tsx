import { MessageSquare } from 'lucide-react'
import { IconToggle } from '#editor/ui/icon-button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { useCommand } from '../session/use-commands.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { openComments } from './comment-commands.ts'
import { useThreads } from './use-comments.ts'
import './comments.css'

/** Opens the list, and says how much in it this person has not read. */
export function CommentsButton() {
  const { view } = useSession()
  const words = useWords()
  const isOpen = useView((state) => state.commentsOpen)
  const { keys, run } = useCommand(openComments)
  const { threads } = useThreads()
  const unread = threads.filter((thread) => thread.unread)
  const isNamed = unread.some(({ mentionsYou }) => mentionsYou)
  return (
    <span className="st-comments-button" data-testid="comments-button">
      <IconToggle
        label={words.comments.open(unread.length)}
        keys={keys}
        icon={<MessageSquare size={18} />}
        isSelected={isOpen}
        onChange={() => {
          run()
          view.setState({ commentsAt: undefined })
        }}
      />
      {unread.length > 0 ? (
        <span className="st-comments-button__count" aria-hidden>
          {isNamed ? '@' : unread.length > 9 ? '9+' : unread.length}
        </span>
      ) : null}
    </span>
  )
}
