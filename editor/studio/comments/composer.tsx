import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '#editor/ui/button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { showHotkey } from '../commands/hotkey.ts'
import { isMac } from '../session/use-commands.ts'
import { keepDraft, readDraft } from './drafts.ts'
import { mentionAt, mentionsIn, suggestPeople, withMention } from './mention-text.ts'
import { usePeopleToName } from './use-comments.ts'

export interface ComposerProps {
  readonly label: string
  readonly placeholder: string
  readonly send: string
  /** What was begun here before is there again. */
  readonly draftKey?: string
  readonly initial?: string
  readonly autoFocus?: boolean
  /** One line until it is typed in. */
  readonly isQuiet?: boolean
  /** @returns false when it was not taken: then what was written stays */
  readonly onSend: (said: { readonly body: string; readonly mentions: readonly string[] }) => void | Promise<boolean>
  readonly onCancel?: () => void
}

const MOST_LETTERS = 4000

/** A field for a comment, in which `@` offers the people of the program. */
export function Composer(props: ComposerProps) {
  const {
    label,
    placeholder,
    send,
    draftKey,
    initial = '',
    autoFocus = false,
    isQuiet = false,
    onSend,
    onCancel,
  } = props
  const words = useWords()
  const listId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(() => (draftKey === undefined ? initial : readDraft(draftKey) || initial))
  const [caret, setCaret] = useState(text.length)
  const [isOpen, setOpen] = useState(autoFocus || text !== '')
  const [active, setActive] = useState(0)
  const [dismissed, setDismissed] = useState(-1)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const people = usePeopleToName(isOpen)
  const query = isOpen ? mentionAt(text, caret) : undefined
  const offered = query && query.start !== dismissed ? suggestPeople(people, query.typed) : []
  const at = Math.min(active, offered.length - 1)

  const change = (next: string) => {
    setText(next)
    if (draftKey !== undefined) keepDraft(draftKey, next)
  }
  const moveCaret = useRef<number>(undefined)
  useLayoutEffect(() => {
    grow(field.current)
    if (moveCaret.current === undefined) return
    field.current?.setSelectionRange(moveCaret.current, moveCaret.current)
    moveCaret.current = undefined
  }, [text])
  useEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus])

  const take = (person: (typeof offered)[number] | undefined) => {
    if (!person || !query) return
    const next = withMention(text, query, person.name)
    moveCaret.current = next.caret
    setCaret(next.caret)
    setChosen((ids) => new Set([...ids, person.id]))
    change(next.text)
    field.current?.focus()
  }
  const isSending = useRef(false)
  const submit = async () => {
    const body = text.trim()
    if (body === '' || isSending.current) return
    isSending.current = true
    const taken = await onSend({ body, mentions: mentionsIn(body, people, chosen) })
    isSending.current = false
    if (taken === false) return
    change('')
    setChosen(new Set())
    if (isQuiet) setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (offered.length > 0) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step !== undefined) setActive((at + step + offered.length) % offered.length)
      else if (event.key === 'Enter' || event.key === 'Tab') take(offered[at])
      else if (event.key === 'Escape') setDismissed(query?.start ?? -1)
      else return
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
    else if (event.key === 'Escape' && onCancel) onCancel()
    else return
    // The list's keys are its own: Escape closes it, and not the card around it.
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      className="st-composer"
      data-open={isOpen || undefined}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <textarea
        ref={field}
        className="ui-input st-composer__field"
        rows={1}
        maxLength={MOST_LETTERS}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? listId : undefined}
        aria-activedescendant={offered.length > 0 ? `${listId}-${at}` : undefined}
        placeholder={placeholder}
        value={text}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          change(event.target.value)
          setCaret(event.target.selectionStart)
          setActive(0)
          setDismissed(-1)
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {offered.length > 0 ? (
        <div id={listId} className="ui-list st-composer__people" role="listbox" aria-label={words.comments.people}>
          {offered.map((person, index) => (
            // The field keeps the focus and answers the keys.
            <div
              key={person.id}
              id={`${listId}-${index}`}
              className="ui-list__item"
              role="option"
              aria-selected={index === at}
              data-focused={index === at || undefined}
              onMouseMove={() => setActive(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(person)}
            >
              <span className="st-who" aria-hidden>
                {person.name.trim().charAt(0)}
              </span>
              <span className="ui-list__text">{person.name}</span>
              {person.isYou ? <span className="ui-list__note">{words.people.you}</span> : null}
            </div>
          ))}
        </div>
      ) : null}
      {isOpen ? (
        <div className="st-composer__foot">
          <span className="st-composer__help">{words.comments.sayHelp(showHotkey('mod+enter', isMac))}</span>
          {onCancel ? (
            <Button size="small" onPress={onCancel}>
              {words.common.cancel}
            </Button>
          ) : null}
          <Button size="small" variant="primary" type="submit" isDisabled={text.trim() === ''}>
            {send}
          </Button>
        </div>
      ) : null}
    </form>
  )
}

/** As tall as what is written in it, up to what the style allows. */
function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight + 2}px`
}
