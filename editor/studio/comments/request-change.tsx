import { useState } from 'react'
import { drawnBlockOf, type NodeId } from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { Dialog } from '#editor/ui/dialog.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { outboxOf } from './use-comments.ts'

export interface RequestChangeProps {
  readonly nodeId: NodeId | undefined
  readonly field?: string
  /** What it is about, as people call it. */
  readonly label: string
}

/** Asks the designers for a change of what is locked. What is sent is the first comment of a thread pinned to the block. */
export function RequestChange({ nodeId, field, label }: RequestChangeProps) {
  const session = useSession()
  const language = useLanguage()
  const words = useWords()
  const { locks } = words
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const send = () => {
    const { program, view } = session
    const { pageId } = view.getState()
    // A part of a placed section is spoken of as the block that it is in the section.
    const about = nodeId === undefined ? undefined : drawnBlockOf(nodeId)
    outboxOf(session).say({
      kind: 'start',
      input: {
        id: crypto.randomUUID(),
        kind: 'change-request',
        body: text.trim(),
        pinnedTo: label.slice(0, 200),
        language,
        ...(about !== undefined && program.node(about) && { nodeId: about }),
        ...(pageId !== undefined && { pageId }),
        ...(field !== undefined && { field }),
      },
    })
    showToast({ text: locks.requested, tone: 'good' })
    setOpen(false)
    setText('')
  }
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {locks.requestChange}
      </Button>
      <Dialog
        title={locks.requestTitle(label)}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        widthPx={420}
        foot={
          <>
            <Button onPress={() => setOpen(false)}>{words.common.cancel}</Button>
            <Button variant="primary" isDisabled={text.trim() === ''} onPress={send}>
              {locks.sendRequest}
            </Button>
          </>
        }
      >
        <TextField
          label={locks.requestLabel}
          placeholder={locks.requestExample}
          value={text}
          onChange={setText}
          rows={4}
          maxLength={2000}
          autoFocus
        />
      </Dialog>
    </>
  )
}
