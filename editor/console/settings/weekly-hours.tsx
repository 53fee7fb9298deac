import { CopyCheck, Plus } from 'lucide-react'
import { IconButton } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { OpeningHours } from '#model/shop/catalogue.ts'
import { isoDays, nextPeriod, type HoursProblem } from '../rules/hours.ts'
import { useProblemText, type HoursPartProps } from './hours-part.ts'
import { PeriodFields } from './period-fields.tsx'

export function WeeklyHours({ hours, problems, onChange }: HoursPartProps) {
  return (
    <ul className="weekly">
      {isoDays.map((day) => (
        <DayRow
          key={day}
          day={day}
          weekly={hours.weekly}
          problem={problems.find(({ where }) => 'day' in where && where.day === day)}
          onChange={(weekly) => onChange({ ...hours, weekly })}
        />
      ))}
    </ul>
  )
}

interface DayRowProps {
  readonly day: number
  readonly weekly: OpeningHours['weekly']
  readonly problem: HoursProblem | undefined
  readonly onChange: (weekly: OpeningHours['weekly']) => void
}

function DayRow({ day, weekly, problem, onChange }: DayRowProps) {
  const words = useWords()
  const name = words.console.weekdays[day - 1] ?? ''
  const own = weekly.flatMap((period, at) => (period.day === day ? [{ period, at }] : []))
  const periods = own.map(({ period }) => period)
  const problemText = useProblemText(problem)
  return (
    <li className="weekly__day">
      <span className="weekly__name">{name}</span>
      <div className="weekly__periods">
        {own.length === 0 ? <span className="weekly__closed">{words.console.closedDay}</span> : null}
        {own.map(({ period, at }) => (
          <PeriodFields
            key={at}
            name={name}
            period={period}
            onChange={({ opens, closes }) => onChange(weekly.with(at, { day, opens, closes }))}
            onRemove={() => onChange(weekly.toSpliced(at, 1))}
          />
        ))}
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
          isDisabled={own.length >= 3}
          onPress={() => onChange([...weekly, { day, ...nextPeriod(periods) }])}
        />
        <IconButton
          size="small"
          label={words.console.copyToAll(name)}
          icon={<CopyCheck size={16} aria-hidden />}
          onPress={() =>
            onChange(isoDays.flatMap((to) => periods.map(({ opens, closes }) => ({ day: to, opens, closes }))))
          }
        />
      </span>
    </li>
  )
}
