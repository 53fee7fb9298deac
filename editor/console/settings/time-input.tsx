import { useState } from 'react'
import { minutesOf, readTime } from '../rules/hours.ts'

export interface TimeInputProps {
  readonly label: string
  /** `HH:MM`, or what was typed when that is no time. */
  readonly time: string
  readonly onChange: (time: string) => void
}

/**
 * A time of day in 24 hours, typed with four keys. The browser's own time field shows hours by the browser's language,
 * which here is neither the person's nor the shop's.
 */
export function TimeInput({ label, time, onChange }: TimeInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    if (typed === null) return
    onChange(readTime(typed) ?? typed)
    setTyped(null)
  }
  return (
    <input
      className="period__time"
      aria-label={label}
      aria-invalid={typed === null && minutesOf(time) === undefined}
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      size={5}
      value={typed ?? time}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}
