import { useState } from 'react'
import { Button } from '#editor/ui/button.tsx'
import { Dialog } from '#editor/ui/dialog.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { outboxOf, useThreads } from '../comments/use-comments.ts'
import { useSession } from '../session/use-session.tsx'
import './publish.css'

/** In place of publishing, for those who may not: says why, and asks those who may. */
export function AskToPublish() {
  const session = useSession()
  const { view, canWrite } = session
  const words = useWords()
  const language = useLanguage()
  const [text, setText] = useState('')
  const { threads } = useThreads()
  const isAsked = threads.some(({ kind, resolved }) => kind === 'publish-request' && !resolved)
  const close = () => view.setState({ publishOpen: false })
  const ask = () => {
    outboxOf(session).say({
      kind: 'start',
      input: {
        id: crypto.randomUUID(),
        kind: 'publish-request',
        body: text.trim() || words.comments.askDefault,
        pinnedTo: '',
        language,
      },
    })
    showToast({ text: words.comments.asked, tone: 'good' })
    close()
  }
  return (
    <Dialog
      title={words.comments.askTitle}
      isOpen
      onClose={close}
      widthPx={420}
      foot={
        <>
          <Button onPress={close}>{words.common.cancel}</Button>
          <Button variant="primary" onPress={ask}>
            {words.comments.askSend}
          </Button>
        </>
      }
    >
      <p className="st-ask">{canWrite ? words.comments.askWhy : words.comments.askWhyViewer}</p>
      {isAsked ? <p className="st-ask">{words.comments.askedAlready}</p> : null}
      <TextField
        label={words.comments.askLabel}
        placeholder={words.comments.askDefault}
        value={text}
        onChange={setText}
        rows={3}
        maxLength={2000}
        autoFocus
      />
    </Dialog>
  )
}
