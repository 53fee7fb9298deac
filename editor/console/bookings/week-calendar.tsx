import { dayIn, dayText, weekdayText } from '#components/kit/shop-time.ts'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import type { Booking } from '#model/shop/bookings.ts'
import { occupiesTable } from '../rules/booking-rules.ts'
import { weekOf } from '../rules/calendar.ts'
import { timelineOf } from '../rules/timeline.ts'
import { useShop } from '../shop-context.ts'
import { CalendarGrid } from './calendar-grid.tsx'
import type { PlaceKind } from './day-calendar.tsx'

export interface WeekCalendarProps {
  readonly bookings: readonly Booking[]
  /** Any day of the week. */
  readonly day: string
  readonly nowMs: number
  readonly kind: PlaceKind
  readonly onOpen: (bookingId: string) => void
}

/** Seven days beside each other. */
export function WeekCalendar({ bookings, day, nowMs, kind, onOpen }: WeekCalendarProps) {
  const words = useWords().console
  const language = useLanguage()
  const { settings } = useShop()
  const labels = new Set((settings.places ?? []).filter((place) => place.kind === kind).map(({ label }) => label))
  const taken = bookings.filter(
    ({ status, resourceLabels }) =>
      occupiesTable(status) && (kind === 'all' || resourceLabels.some((label) => labels.has(label))),
  )
  const today = dayIn(settings.timeZone, nowMs)
  const columns = weekOf(day).map((each) => ({
    key: each,
    title: weekdayText(each, language, today),
    note: dayText(each, language),
    day: each,
    place: null,
    bookings: taken.filter(({ startsAtIso }) => dayIn(settings.timeZone, Date.parse(startsAtIso)) === each),
  }))
  const lines = columns.map((column) =>
    timelineOf(
      settings.hours,
      column.day,
      column.bookings.filter(({ nights }) => !nights),
      settings.timeZone,
    ),
  )
  const line = {
    fromHour: Math.min(...lines.map(({ fromHour }) => fromHour)),
    toHour: Math.max(...lines.map(({ toHour }) => toHour)),
  }
  return <CalendarGrid label={words.bookingWeek} columns={columns} line={line} nowMs={nowMs} onOpen={onOpen} />
}
