import { useEffect, useRef, useState } from 'react'
import { TextField, type TextFieldProps } from '#editor/ui/text-field.tsx'

/**
 * A text that is written when it is left or Enter is pressed, as one step; Escape takes it back. While nobody types, it
 * shows what others write.
 */
export function DraftField({
  value,
  onCommit,
  ...rest
}: Omit<TextFieldProps, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'defaultValue'> & {
  readonly value: string
  readonly onCommit: (value: string) => void
}) {
  const [draft, setDraft] = useState<string | undefined>(undefined)
  const latest = useRef({ draft, value, onCommit })
  latest.current = { draft, value, onCommit }
  const commit = () => {
    const { draft: typed, value: before, onCommit: tell } = latest.current
    latest.current = { ...latest.current, draft: undefined }
    setDraft(undefined)
    if (typed !== undefined && typed !== before) tell(typed)
  }
  // Choosing another block takes the field away without it losing the focus first.
  useEffect(() => () => commitLast(latest.current), [])
  return (
    <TextField
      {...rest}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape' && draft !== undefined) {
          event.stopPropagation()
          setDraft(undefined)
        }
      }}
    />
  )
}

function commitLast({
  draft,
  value,
  onCommit,
}: {
  draft: string | undefined
  value: string
  onCommit: (value: string) => void
}) {
  if (draft !== undefined && draft !== value) onCommit(draft)
}
