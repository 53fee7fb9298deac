import { CircleCheck, RotateCcw, Rocket } from 'lucide-react'
import { api, hope, useMutation } from '#editor/api/index.ts'
import { Badge } from '#editor/ui/badge.tsx'
import { Button } from '#editor/ui/button.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { failureText } from '#editor/words/failure-text.ts'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import type { CommentThread } from '#platform/contract/comments.ts'
import { may } from '#platform/contract/rights.ts'
import { useSession } from '../session/use-session.tsx'
import { Composer } from './composer.tsx'
import { commentsKey, tellThread } from './known-threads.ts'
import { SaidComment } from './said-comment.tsx'
import type { ShownThread } from './shown-threads.ts'
import { outboxOf, useMarkRead } from './use-comments.ts'

/** What was said, a field to answer, and the way to settle it. On screen it is read. */
export function Thread({ thread }: { readonly thread: ShownThread }) {
  const session = useSession()
  const words = useWords()
  const language = useLanguage()
  const { id, kind, comments, resolved, resolvedBy } = thread
  useMarkRead(thread)
  const isSaid = comments.some(({ state }) => state === 'said')
  return (
    <div className="st-thread" data-thread={id}>
      {kind === 'comment' ? null : <Badge tone="accent">{words.comments.kinds[kind]}</Badge>}
      {comments.map((comment) => (
        <SaidComment key={comment.id} threadId={id} comment={comment} />
      ))}
      {resolved ? (
        <p className="st-thread__state">
          <CircleCheck size={14} aria-hidden />
          {words.comments.resolvedBy(resolvedBy ?? '')}
        </p>
      ) : null}
      {isSaid ? (
        <>
          <Composer
            label={words.comments.replyLabel}
            placeholder={words.comments.reply}
            send={words.comments.sendReply}
            draftKey={`${session.facts.id}/${id}`}
            isQuiet
            onSend={({ body, mentions }) =>
              outboxOf(session).say({
                kind: 'reply',
                threadId: id,
                input: { id: crypto.randomUUID(), body, mentions: [...mentions], language },
              })
            }
          />
          <Settle thread={thread} />
        </>
      ) : null}
    </div>
  )
}

function Settle({ thread: { id, kind, resolved } }: { readonly thread: ShownThread }) {
  const { facts, view } = useSession()
  const words = useWords()
  const settle = useMutation((next: boolean) => api.comments.change(facts.id, id, { resolved: next }), {
    hope: (next) => [
      hope<CommentThread[]>(commentsKey(facts.id), (threads) =>
        threads.map((one) => (one.id === id ? { ...one, resolved: next } : one)),
      ),
    ],
    onDone(thread, next) {
      tellThread(facts.id, id, thread)
      if (next)
        showToast({
          text: words.comments.resolved,
          tone: 'good',
          action: { label: words.common.undo, run: () => void settle.run(false) },
        })
    },
    onFailed: (failure) => showToast({ text: failureText(failure, words), tone: 'bad' }),
  })
  return (
    <div className="st-thread__settle">
      {kind === 'publish-request' && !resolved && may(facts.role, 'publish') ? (
        <Button
          size="small"
          variant="primary"
          icon={<Rocket size={14} aria-hidden />}
          onPress={() => view.setState({ publishOpen: true, commentsAt: undefined })}
        >
          {words.commands.openPublish}
        </Button>
      ) : null}
      <Button
        size="small"
        icon={resolved ? <RotateCcw size={14} aria-hidden /> : <CircleCheck size={14} aria-hidden />}
        onPress={() => void settle.run(!resolved)}
      >
        {resolved ? words.comments.reopen : words.comments.resolve}
      </Button>
    </div>
  )
}
