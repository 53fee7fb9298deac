import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { TextField as TextFieldKind } from '#components/kit/fields.ts'
import { TextField } from '#editor/ui/text-field.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { caretAfter } from './caret.ts'
import type { FieldEditorProps } from './field-editor-props.ts'

/** From here on it says how much room is left. */
const NEARLY_FULL = 0.8

export function TextEditor({
  field,
  value,
  onChange,
  isMixed = false,
  owner = '',
  error,
}: FieldEditorProps<TextFieldKind> & { readonly error?: string }) {
  const say = useLocalText()
  const words = useWords()
  const { canEdit } = useSession()
  const text = !isMixed && typeof value === 'string' ? value : ''
  const typing = useSharedTyping(text, owner, onChange)
  const isNearEnd = text.length > field.maxLength * NEARLY_FULL
  return (
    <TextField
      label={say(field.label)}
      help={isNearEnd ? words.studio.lettersOf(text.length, field.maxLength) : field.help && say(field.help)}
      error={error}
      placeholder={isMixed ? words.inspector.mixed : undefined}
      rows={field.multiline ? 3 : 1}
      maxLength={field.maxLength}
      isReadOnly={!canEdit}
      inputKey={owner}
      {...typing}
    />
  )
}

/**
 * Typing in a text that others may change meanwhile. An input method's letters stay its own until it is done with
 * them; a change from elsewhere leaves the caret at the letters where it was.
 */
function useSharedTyping(text: string, owner: string, write: (text: string) => void) {
  const [composing, setComposing] = useState<{ readonly owner: string; readonly text: string } | undefined>(undefined)
  const composed = composing?.owner === owner ? composing.text : undefined
  const input = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null)
  const own = useRef(text)
  useLayoutEffect(() => {
    const element = input.current
    const before = own.current
    own.current = text
    if (before === text || !element || composed !== undefined || document.activeElement !== element) return
    const { selectionStart, selectionEnd } = lastSelection.current
    element.setSelectionRange(caretAfter(selectionStart, before, text), caretAfter(selectionEnd, before, text))
  }, [text, composed])
  const lastSelection = useRef({ selectionStart: 0, selectionEnd: 0 })
  const remember = useCallback(() => {
    const { selectionStart, selectionEnd } = input.current ?? {}
    lastSelection.current = { selectionStart: selectionStart ?? 0, selectionEnd: selectionEnd ?? 0 }
  }, [])
  const inputRef = useCallback(
    (element: HTMLInputElement | HTMLTextAreaElement | null) => {
      input.current?.removeEventListener('selectionchange', remember)
      input.current = element
      element?.addEventListener('selectionchange', remember)
    },
    [remember],
  )
  return {
    inputRef,
    value: composed ?? text,
    onChange(next: string) {
      if (composed !== undefined) return setComposing({ owner, text: next })
      own.current = next
      write(next)
    },
    onCompositionStart: () => setComposing({ owner, text }),
    onCompositionEnd() {
      setComposing(undefined)
      // Begun in the field of another block: the letters went with it.
      if (composed === undefined) return
      const done = input.current?.value ?? composed
      own.current = done
      write(done)
    },
  }
}
