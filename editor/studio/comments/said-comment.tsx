import { Clock, MoreHorizontal, Pencil, Trash2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { api, useMutation } from '#editor/api/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { Menu } from '#editor/ui/menu.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { agoText } from '#editor/words/ago.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useLanguage, useLocale, useWords } from '#editor/words/use-words.ts'
import { useNow } from '../history/use-now.ts'
import { useSession } from '../session/use-session.tsx'
import { Composer } from './composer.tsx'
import { keepDraft } from './drafts.ts'
import { tellThread } from './known-threads.ts'
import { runsOf } from './mention-text.ts'
import type { ShownComment } from './shown-threads.ts'
import { outboxOf, usePeopleToName } from './use-comments.ts'

export interface SaidCommentProps {
  readonly threadId: string
  readonly comment: ShownComment
}

/** One comment: who, when, what; its author changes it and takes it back. */
export function SaidComment({ threadId, comment }: SaidCommentProps) {
  const session = useSession()
  const { ownUserId, facts } = session
  const words = useWords()
  const language = useLanguage()
  const draftKey = `${facts.id}/${threadId}/${comment.id}`
  const locale = useLocale()
  const nowMs = useNow()
  const [isEditing, setEditing] = useState(false)
  const remove = useDelete(threadId, comment)
  const isOwn = comment.authorId === ownUserId
  // Words that wait to take the place of others can be changed once more.
  const isThere = comment.state === 'said' || comment.isEdit === true
  const author = isOwn ? words.comments.you : comment.authorName
  return (
    <div className="st-remark" data-state={comment.state}>
      <span className="st-who" data-own={isOwn || undefined} aria-hidden>
        {comment.authorName.trim().charAt(0)}
      </span>
      <div className="st-remark__main">
        <p className="st-remark__head">
          <span className="st-remark__author">{author}</span>
          {comment.state === 'said' ? (
            <time className="st-remark__time" dateTime={comment.createdAtIso}>
              {agoText(comment.createdAtIso, nowMs, locale)}
              {comment.editedAtIso === null ? '' : ` · ${words.comments.edited}`}
            </time>
          ) : null}
          {isOwn && isThere && !isEditing ? (
            <Menu
              label={words.comments.more(author)}
              placement="bottom end"
              entries={[
                {
                  id: 'edit',
                  label: words.comments.edit,
                  icon: <Pencil size={16} aria-hidden />,
                  onAction: () => setEditing(true),
                },
                {
                  id: 'delete',
                  label: words.comments.delete,
                  icon: <Trash2 size={16} aria-hidden />,
                  isDanger: true,
                  onAction: () => void remove.run(undefined),
                },
              ]}
            >
              <IconButton size="small" label={words.comments.more(author)} icon={<MoreHorizontal size={14} />} />
            </Menu>
          ) : null}
        </p>
        {isEditing ? (
          <Composer
            label={words.comments.edit}
            placeholder=""
            send={words.comments.saveEdit}
            initial={comment.body}
            draftKey={draftKey}
            autoFocus
            onCancel={() => {
              keepDraft(draftKey, '')
              setEditing(false)
            }}
            onSend={({ body, mentions }) => {
              outboxOf(session).say({
                kind: 'edit',
                threadId,
                commentId: comment.id,
                input: { id: crypto.randomUUID(), body, mentions: [...mentions], language },
              })
              setEditing(false)
            }}
          />
        ) : (
          <Body comment={comment} />
        )}
        <Delivery comment={comment} />
      </div>
    </div>
  )
}

function Body({ comment: { body, mentions } }: { readonly comment: ShownComment }) {
  const people = usePeopleToName(mentions.length > 0)
  const named = people.filter(({ id }) => mentions.includes(id))
  return (
    <p className="st-remark__body">
      {runsOf(body, named).map(({ text, person }, at) =>
        person ? (
          <mark
            key={at}
            className="st-remark__name"
            data-you={named.some((one) => one === person && one.isYou) || undefined}
          >
            {text}
          </mark>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </p>
  )
}

/** Of what has not arrived yet: that it waits, or why it never will. */
function Delivery({ comment: { id, waitsAs = id, state, refused } }: { readonly comment: ShownComment }) {
  const session = useSession()
  const words = useWords()
  if (state === 'said') return null
  if (state === 'waiting')
    return (
      <p className="st-remark__waits">
        <Clock size={12} aria-hidden />
        {words.comments.waiting}
      </p>
    )
  const outbox = outboxOf(session)
  return (
    <div className="st-remark__refused" role="alert">
      <p>
        <TriangleAlert size={12} aria-hidden />
        {words.comments.refused(failureText({ code: refused ?? 'internal' }, words))}
      </p>
      <Button size="small" onPress={() => outbox.retry(waitsAs)}>
        {words.common.tryAgain}
      </Button>
      <Button size="small" onPress={() => outbox.drop(waitsAs)}>
        {words.comments.throwAway}
      </Button>
    </div>
  )
}

/** Takes it back, and offers to bring it back. */
function useDelete(threadId: string, { id }: ShownComment) {
  const { facts } = useSession()
  const words = useWords()
  const write = (deleted: boolean) => api.comments.changeComment(facts.id, threadId, id, { deleted })
  const bringBack = () =>
    write(false).then(
      ({ thread }) => tellThread(facts.id, threadId, thread),
      () => showToast({ text: words.common.somethingFailed, tone: 'bad' }),
    )
  return useMutation(() => write(true), {
    onDone({ thread }) {
      tellThread(facts.id, threadId, thread)
      showToast({
        text: words.comments.deleted,
        action: { label: words.common.undo, run: () => void bringBack() },
      })
    },
    onFailed: (failure) => showToast({ text: failureText(failure, words), tone: 'bad' }),
  })
}
