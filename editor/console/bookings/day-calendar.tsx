import { useWords } from '#editor/words/use-words.ts'
import type { Booking } from '#model/shop/bookings.ts'
import { occupiesTable } from '../rules/booking-rules.ts'
import { timelineOf } from '../rules/timeline.ts'
import { useShop } from '../shop-context.ts'
import { CalendarGrid } from './calendar-grid.tsx'

export type PlaceKind = 'all' | 'table' | 'staff' | 'room'

export interface DayCalendarProps {
  readonly bookings: readonly Booking[]
  readonly day: string
  readonly nowMs: number
  readonly kind: PlaceKind
  readonly onOpen: (bookingId: string) => void
}

/** A day with a column per table, room and member of staff; what has no place of its own, a class, has a column too. */
export function DayCalendar({ bookings, day, nowMs, kind, onOpen }: DayCalendarProps) {
  const words = useWords().console
  const { settings } = useShop()
  const taken = bookings.filter(({ status }) => occupiesTable(status))
  const places = (settings.places ?? []).filter((place) => kind === 'all' || place.kind === kind)
  const placeless = taken.filter(({ resourceLabels }) => resourceLabels.length === 0)
  const columns = places.map(({ id, label, kind: itsKind, seats }) => ({
    key: id,
    title: label,
    note: itsKind === 'table' ? words.seats(seats) : words.placeKinds[itsKind],
    day,
    place: label,
    bookings: taken.filter(({ resourceLabels }) => resourceLabels.includes(label)),
  }))
  const classes = { key: 'classes', title: words.classes, note: '', day, place: null, bookings: placeless }
  return (
    <CalendarGrid
      label={words.bookingDay}
      columns={kind === 'all' && placeless.length > 0 ? [...columns, classes] : columns}
      line={timelineOf(settings.hours, day, withoutStays(taken), settings.timeZone)}
      nowMs={nowMs}
      onOpen={onOpen}
    />
  )
}

/** A stay lasts past midnight and would stretch the day; it is drawn as far as the day goes. */
function withoutStays(bookings: readonly Booking[]): readonly Booking[] {
  return bookings.filter(({ nights }) => !nights)
}
