import { CalendarOff, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton, TextField } from '#editor/ui/index.ts'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { addDays, dayIn, dayText, weekdayText } from '#components/kit/shop-time.ts'
import { asUsualOn, closedOn, nextPeriod, upcoming, type HoursException, type HoursProblem } from '../rules/hours.ts'
import { useShop } from '../shop-context.ts'
import { useProblemText, type HoursPartProps } from './hours-part.ts'
import { PeriodFields } from './period-fields.tsx'

/** Days that differ from the week: a holiday, a late night, "closed today". */
export function HoursExceptions({ hours, problems, onChange }: HoursPartProps) {
  const words = useWords()
  const { settings } = useShop()
  const today = dayIn(settings.timeZone, Date.now())
  const [date, setDate] = useState(addDays(today, 1))
  const shown = upcoming(hours.exceptions, today)
  const isKnown = (day: string) => hours.exceptions.some((each) => each.date === day)
  const put = (exception: HoursException) =>
    onChange({ ...hours, exceptions: [...asUsualOn(hours, exception.date).exceptions, exception] })
  return (
    <div className="exceptions">
      <h3 className="exceptions__title">{words.console.otherDays}</h3>
      {shown.length === 0 ? <p className="settings__note">{words.console.noOtherDays}</p> : null}
      <ul>
        {shown.map((exception) => (
          <ExceptionRow
            key={exception.date}
            exception={exception}
            today={today}
            problem={problems.find(({ where }) => 'date' in where && where.date === exception.date)}
            onChange={put}
            onRemove={() => onChange(asUsualOn(hours, exception.date))}
          />
        ))}
      </ul>
      <div className="exceptions__add">
        {isKnown(today) ? null : (
          <Button icon={<CalendarOff size={16} aria-hidden />} onPress={() => onChange(closedOn(hours, today, ''))}>
            {words.console.closedToday}
          </Button>
        )}
        <span className="exceptions__date">
          <input
            className="period__time"
            type="date"
            aria-label={words.console.otherDate}
            min={today}
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <Button
            icon={<Plus size={16} aria-hidden />}
            isDisabled={date < today || isKnown(date)}
            onPress={() => onChange(closedOn(hours, date, ''))}
          >
            {words.console.addDay}
          </Button>
        </span>
      </div>
    </div>
  )
}

interface ExceptionRowProps {
  readonly exception: HoursException
  readonly today: string
  readonly problem: HoursProblem | undefined
  readonly onChange: (exception: HoursException) => void
  readonly onRemove: () => void
}

function ExceptionRow({ exception, today, problem, onChange, onRemove }: ExceptionRowProps) {
  const words = useWords()
  const language = useLanguage()
  const { periods } = exception
  const name = dayText(exception.date, language)
  const problemText = useProblemText(problem)
  return (
    <li className="weekly__day exceptions__row">
      <span className="weekly__name">
        {name} <small>{weekdayText(exception.date, language, today)}</small>
      </span>
      <div className="weekly__periods">
        {periods.length === 0 ? <span className="weekly__closed">{words.console.closedDay}</span> : null}
        {periods.map((period, at) => (
          <PeriodFields
            key={at}
            name={name}
            period={period}
            onChange={(changed) => onChange({ ...exception, periods: periods.with(at, changed) })}
            onRemove={() => onChange({ ...exception, periods: periods.toSpliced(at, 1) })}
          />
        ))}
        <TextField
          label={words.console.dayNote(name)}
          isLabelHidden
          placeholder={words.console.dayNoteExample}
          value={exception.note}
          maxLength={80}
          onChange={(note) => onChange({ ...exception, note })}
        />
        {problemText ? (
          <span className="weekly__problem" role="alert">
            {problemText}
          </span>
        ) : null}
      </div>
      <span className="weekly__tools">
        <IconButton
          size="small"
          label={words.console.addPeriod(name)}
          icon={<Plus size={16} aria-hidden />}
          isDisabled={periods.length >= 3}
          onPress={() => onChange({ ...exception, periods: [...periods, nextPeriod(periods)] })}
        />
        <IconButton
          size="small"
          label={words.console.asUsual(name)}
          icon={<Trash2 size={16} aria-hidden />}
          onPress={onRemove}
        />
      </span>
    </li>
  )
}
