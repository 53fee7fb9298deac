import { Trash2 } from 'lucide-react'
import { IconButton } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { minutesOf } from '../rules/hours.ts'
import { TimeInput } from './time-input.tsx'

interface Period {
  readonly opens: string
  readonly closes: string
}

export interface PeriodFieldsProps {
  /** Whose hours these are, e.g. a weekday. */
  readonly name: string
  readonly period: Period
  readonly onChange: (period: Period) => void
  readonly onRemove: () => void
}

/** From – to. Closing at or before opening is the next day, and says so. */
export function PeriodFields({ name, period, onChange, onRemove }: PeriodFieldsProps) {
  const words = useWords()
  const opens = minutesOf(period.opens)
  const closes = minutesOf(period.closes)
  const isOvernight = opens !== undefined && closes !== undefined && closes <= opens
  return (
    <span className="period">
      <TimeInput
        label={words.console.opensAt(name)}
        time={period.opens}
        onChange={(time) => onChange({ ...period, opens: time })}
      />
      <span aria-hidden>–</span>
      <TimeInput
        label={words.console.closesAt(name)}
        time={period.closes}
        onChange={(time) => onChange({ ...period, closes: time })}
      />
      <IconButton
        size="small"
        label={words.console.removePeriod(name)}
        icon={<Trash2 size={16} aria-hidden />}
        onPress={onRemove}
      />
      {isOvernight ? <small className="period__note">{words.console.nextDay}</small> : null}
    </span>
  )
}
