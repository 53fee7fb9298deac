import { useEffect, useState } from 'react'
import { TextField } from '#editor/ui/text-field.tsx'
import { useWords } from '#editor/words/use-words.ts'
import './inspector.css'

export interface HexFieldProps {
  readonly label: string
  /** `#rrggbb` */
  readonly value: string
  readonly onChange: (hex: string) => void
  readonly isDisabled?: boolean
}

/** A colour by the system's picker or by its figures. What is half typed changes nothing yet. */
export function HexField({ label, value, onChange, isDisabled }: HexFieldProps) {
  const words = useWords()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const hex = readHex(typed)
  return (
    <div className="ui-field">
      <span className="ui-field__label" aria-hidden>
        {label}
      </span>
      <div className="st-hex">
        <input
          type="color"
          className="st-hex__picker"
          aria-label={words.studio.pickColour(label)}
          value={/^#[0-9a-f]{6}$/i.test(value) ? value : '#000000'}
          onChange={(event) => onChange(event.target.value)}
          disabled={isDisabled}
        />
        <TextField
          label={label}
          isLabelHidden
          value={typed}
          onChange={(text) => {
            setTyped(text)
            const read = readHex(text)
            if (read) onChange(read)
          }}
          error={hex ? undefined : words.inspector.problems['bad-colour']}
          isDisabled={isDisabled}
          onBlur={() => setTyped(value)}
        />
      </div>
    </div>
  )
}

function readHex(text: string): string | undefined {
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text.trim())
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toLowerCase()
  const long = /^#?([0-9a-f]{6})$/i.exec(text.trim())
  return long ? `#${long[1]}`.toLowerCase() : undefined
}
