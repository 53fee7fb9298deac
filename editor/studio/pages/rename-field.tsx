import { useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import { mergeText } from '#runtime/frame/merge-text.ts'

interface RenameFieldProps {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  /** Called once, with what was typed and what others changed meanwhile; not called after Escape. */
  readonly onRename: (value: string) => void
  readonly onEnd: () => void
}

/** Types a name in its place in a list. Enter or leaving it keeps the name, Escape does not; the list's keys stay quiet. */
export function RenameField({ label, value, maxLength, onRename, onEnd }: RenameFieldProps) {
  const [typed, setTyped] = useState(value)
  const [base] = useState(value)
  const isOver = useRef(false)
  const end = (isKept: boolean) => {
    if (isOver.current) return
    isOver.current = true
    if (isKept) onRename(typed.trim() === '' ? typed : mergeText(base, typed, value))
    onEnd()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') end(true)
    if (event.key === 'Escape') end(false)
  }
  return (
    <input
      ref={focusAndSelect}
      className="ui-input st-rename"
      aria-label={label}
      value={typed}
      maxLength={maxLength}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      onKeyUp={stop}
      onPointerDown={stop}
      onMouseDown={stop}
      onClick={stop}
      // The row around it can be dragged; choosing letters with the mouse must not drag it.
      draggable
      onDragStart={keepStill}
      onBlur={() => end(true)}
    />
  )
}

const stop = (event: SyntheticEvent) => event.stopPropagation()

const keepStill = (event: SyntheticEvent) => {
  event.preventDefault()
  event.stopPropagation()
}

/** Everything is chosen at once, so that typing replaces the name. */
const focusAndSelect = (input: HTMLInputElement | null) => {
  input?.focus()
  input?.select()
}
