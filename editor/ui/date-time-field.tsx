import { fromAbsolute, now, type DateValue, type ZonedDateTime } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  I18nProvider,
  Label,
  Popover,
} from 'react-aria-components'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { IconButton } from './icon-button.tsx'
import { FieldNotes } from './text-field.tsx'
import './date-time-field.css'
import './field.css'

export interface DateTimeFieldProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly help?: string
  readonly error?: string
  /** Milliseconds since 1970 UTC; null while no moment is picked. */
  readonly valueMs: number | null
  /** The wall clock it is picked by, e.g. `Asia/Shanghai`; never that of this computer. */
  readonly timeZone: string
  readonly onChange: (valueMs: number | null) => void
  readonly isDisabled?: boolean
}

/** An earlier year is one whose last digits are still to come: `2`, `20` and `209` on the way to 2099. */
const FIRST_YEAR = 1970

/** A moment to the minute: typed part by part or picked in a calendar. Half typed it changes nothing. */
export function DateTimeField(props: DateTimeFieldProps) {
  const { label, isLabelHidden, help, error, valueMs, timeZone, onChange, isDisabled } = props
  const words = useWords()
  // Plain English puts the month first, which nobody outside one country expects.
  const chosen = useLocale()
  const locale = chosen === 'en' ? 'en-GB' : chosen
  const value = useMemo(() => (valueMs === null ? null : fromAbsolute(valueMs, timeZone)), [valueMs, timeZone])
  const nextHour = useMemo(
    () => now(timeZone).add({ hours: 1 }).set({ minute: 0, second: 0, millisecond: 0 }),
    [timeZone],
  )
  const [halfTyped, setHalfTyped] = useState<DateValue | null>(null)
  const change = (picked: DateValue | null) => {
    const isHalf = picked !== null && picked.year < FIRST_YEAR
    setHalfTyped(isHalf ? picked : null)
    if (isHalf) return
    onChange(picked === null ? null : (picked as ZonedDateTime).set({ second: 0, millisecond: 0 }).toDate().getTime())
  }
  return (
    <I18nProvider locale={locale}>
      <DatePicker
        className="ui-field"
        granularity="minute"
        hourCycle={24}
        hideTimeZone
        shouldForceLeadingZeros
        value={halfTyped ?? value}
        placeholderValue={nextHour}
        onChange={change}
        onBlur={() => setHalfTyped(null)}
        isDisabled={isDisabled}
        isInvalid={error !== undefined}
        {...(isLabelHidden ? { 'aria-label': label } : {})}
      >
        {isLabelHidden ? null : <Label className="ui-field__label">{label}</Label>}
        <Group className="ui-input-group ui-moment">
          <DateInput className="ui-moment__input">
            {(segment) => <DateSegment segment={segment} className="ui-moment__part" />}
          </DateInput>
          {valueMs !== null && !isDisabled ? (
            <IconButton
              slot={null}
              size="small"
              label={words.inspector.clearMoment}
              icon={<X size={14} />}
              onPress={() => onChange(null)}
            />
          ) : null}
          <Button className="ui-stepper" aria-label={words.inspector.openCalendar}>
            <CalendarDays size={14} aria-hidden />
          </Button>
        </Group>
        <FieldNotes help={help} error={error} />
        <Popover className="ui-popover" offset={4}>
          <Dialog className="ui-popover__body" aria-label={label}>
            <Calendar className="ui-calendar">
              <header className="ui-calendar__head">
                <Button
                  slot="previous"
                  className="ui-icon-button ui-icon-button--small"
                  aria-label={words.inspector.previousMonth}
                >
                  <ChevronLeft size={16} aria-hidden />
                </Button>
                <Heading className="ui-calendar__month" />
                <Button
                  slot="next"
                  className="ui-icon-button ui-icon-button--small"
                  aria-label={words.inspector.nextMonth}
                >
                  <ChevronRight size={16} aria-hidden />
                </Button>
              </header>
              <CalendarGrid className="ui-calendar__grid">
                <CalendarGridHeader>
                  {(day) => <CalendarHeaderCell className="ui-calendar__weekday">{day}</CalendarHeaderCell>}
                </CalendarGridHeader>
                <CalendarGridBody>
                  {(date) => <CalendarCell date={date} className="ui-calendar__day" />}
                </CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  )
}
