import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button, IconButton } from '#editor/ui/index.ts'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { addDays, dayText, weekdayText } from '#components/kit/shop-time.ts'

export interface DayPickerProps {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly today: string
  readonly onChange: (day: string) => void
  /** 7 for weeks. */
  readonly stepDays?: number
}

export function DayPicker({ day, today, onChange, stepDays = 1 }: DayPickerProps) {
  const words = useWords()
  const language = useLanguage()
  return (
    <div className="day-picker" role="group" aria-label={words.console.day}>
      <IconButton
        label={stepDays === 7 ? words.console.weekBefore : words.console.dayBefore}
        icon={<ChevronLeft size={20} aria-hidden />}
        onPress={() => onChange(addDays(day, -stepDays))}
      />
      <label className="day-picker__day">
        <span className="day-picker__words">
          {dayText(day, language)} · {weekdayText(day, language, today)}
        </span>
        {/* The browser's own calendar, opened by a press anywhere on the words above it. */}
        <input
          type="date"
          aria-label={words.console.chooseDay}
          value={day}
          onClick={(event) => event.currentTarget.showPicker?.()}
          onChange={(event) => event.currentTarget.value && onChange(event.currentTarget.value)}
        />
      </label>
      <IconButton
        label={stepDays === 7 ? words.console.weekAfter : words.console.dayAfter}
        icon={<ChevronRight size={20} aria-hidden />}
        onPress={() => onChange(addDays(day, stepDays))}
      />
      {day === today ? null : <Button onPress={() => onChange(today)}>{words.console.areas.today}</Button>}
    </div>
  )
}
