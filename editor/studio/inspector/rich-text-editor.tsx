import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { RichTextField } from '#components/kit/fields.ts'
import { charactersOf, runsOfValue, valueOfRuns } from '#model/rich-text.ts'
import { applyDelta, diffRuns, isEmptyDelta, transformDelta, type TextDelta } from '#model/text-delta.ts'
import { openRichEditable, type CaretLook, type RichEditable } from '#runtime/rich-text/rich-editable.ts'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { FormatButtons } from '../rich-text/format-buttons.tsx'
import { useSession } from '../session/use-session.tsx'
import { useThemeColours } from '../theme/use-theme-colours.ts'
import type { FieldEditorProps } from './field-editor-props.ts'
import '#components/kit/rich-text.css'
import './rich-text-editor.css'

/** From here on it says how much room is left. */
const NEARLY_FULL = 0.8

/** Formatted text with the same marks, keys and pasting as on the canvas, and with more room for long ones. */
export function RichTextEditor({
  field,
  value,
  onChange,
  error,
}: FieldEditorProps<RichTextField> & { readonly error?: string }) {
  const say = useLocalText()
  const { richText: words } = useWords()
  const { canEdit } = useSession()
  const { accent, ink, muted } = useThemeColours()
  const id = useId()
  const [askedForLink, askForLink] = useState(0)
  const typing = useTyping({
    value,
    onChange,
    maxLength: field.maxLength,
    onLink: () => askForLink((count) => count + 1),
  })
  const length = charactersOf(runsOfValue(value)).length
  const help =
    length > field.maxLength * NEARLY_FULL ? words.lettersLeft(Math.max(0, field.maxLength - length)) : undefined
  const note = error ?? help ?? (field.help && say(field.help))
  return (
    <div className="ui-field st-rich-field">
      <span id={id} className="ui-field__label">
        {say(field.label)}
      </span>
      <div
        className="st-rich-field__box"
        style={{ '--sw-accent': accent, '--sw-ink': ink, '--sw-muted': muted } as never}
      >
        {canEdit ? (
          <FormatButtons
            look={typing.look}
            run={typing.run}
            focusText={typing.focus}
            askedForLink={askedForLink}
            isDisabled={typing.look === undefined}
          />
        ) : null}
        <div
          ref={typing.element}
          className="st-rich-field__text sw-rich"
          role="textbox"
          aria-multiline="true"
          aria-labelledby={id}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          aria-readonly={!canEdit}
        />
      </div>
      {note === undefined ? null : (
        <span id={`${id}-note`} className={error ? 'ui-field__error' : 'ui-field__help'}>
          {note}
        </span>
      )}
    </div>
  )
}

/** Binds the text to a value that others may change at the same time; what comes in a composition waits for its end. */
function useTyping(options: {
  readonly value: FieldEditorProps['value']
  readonly onChange: FieldEditorProps['onChange']
  readonly maxLength: number
  readonly onLink: () => void
}) {
  const { undo, canEdit } = useSession()
  const element = useRef<HTMLDivElement>(null)
  const editable = useRef<RichEditable | undefined>(undefined)
  const latest = useRef(options)
  latest.current = options
  /** What the document had when both were last the same. */
  const known = useRef(runsOfValue(options.value))
  /** The value as drawn when something was last written here: until it is drawn again, it says nothing of others. */
  const writtenOver = useRef<FieldEditorProps['value'] | undefined>(undefined)
  const present = () =>
    latest.current.value === writtenOver.current ? known.current : runsOfValue(latest.current.value)
  const [look, setLook] = useState<CaretLook | undefined>(undefined)

  const takeIn = () => {
    const text = editable.current
    if (!text || text.isComposing()) return
    const now = present()
    const delta = diffRuns(known.current, now)
    known.current = now
    if (!isEmptyDelta(delta)) text.receive(delta)
  }
  useEffect(() => {
    const box = element.current
    if (!box) return
    known.current = runsOfValue(latest.current.value)
    const made = openRichEditable(box, {
      runs: known.current,
      at: 'none',
      maxLength: latest.current.maxLength,
      tabToToolbar: false,
      changed(delta: TextDelta) {
        // Others may have changed it while an input method was at work here.
        const now = present()
        const theirs = diffRuns(known.current, now)
        const next = applyDelta(now, transformDelta(delta, theirs, true))
        writtenOver.current = latest.current.value
        known.current = next
        if (!isEmptyDelta(theirs)) made.receive(diffRuns(made.runs(), next))
        latest.current.onChange(valueOfRuns(next))
      },
      composed: takeIn,
      caretMoved: setLook,
      wished(wish) {
        if (wish === 'undo') undo.undo()
        else if (wish === 'redo') undo.redo()
        else if (wish === 'link') latest.current.onLink()
      },
      ended(reason) {
        if (reason === 'escape') box.blur()
      },
    })
    editable.current = made
    if (!canEdit) box.contentEditable = 'false'
    return () => {
      made.close()
      editable.current = undefined
    }
  }, [canEdit, undo])
  useLayoutEffect(() => {
    if (options.value === writtenOver.current) return
    writtenOver.current = undefined
    takeIn()
  }, [options.value])
  return {
    element,
    look,
    run: (command: Parameters<RichEditable['run']>[0]) => editable.current?.run(command),
    focus: () => element.current?.focus({ preventScroll: true }),
  }
}
