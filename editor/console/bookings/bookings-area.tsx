import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { EmptyState, Segmented } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { dayIn } from '#components/kit/shop-time.ts'
import type { Booking } from '#model/shop/bookings.ts'
import { Answer, AreaHead } from '../area.tsx'
import { useBookings } from '../queries.ts'
import { isListed } from '../rules/booking-rules.ts'
import { weekOf } from '../rules/calendar.ts'
import { useShop } from '../shop-context.ts'
import { useNow } from '../use-now.ts'
import { BookingDetail } from './booking-detail.tsx'
import { BookingList } from './booking-list.tsx'
import { DayCalendar } from './day-calendar.tsx'
import type { PlaceKind } from './day-calendar.tsx'
import { DayPicker } from './day-picker.tsx'
import { WeekCalendar } from './week-calendar.tsx'
import './bookings.css'

/** Bookings as a list to greet guests by, as a day with its tables, rooms and people, and as a week. */
export function BookingsArea() {
  const words = useWords().console
  const { program, settings } = useShop()
  const nowMs = useNow(30_000)
  const today = dayIn(settings.timeZone, nowMs)
  const [chosenDay, setDay] = useState<string | null>(null)
  const [view, setView] = useState<'list' | 'day' | 'week'>('list')
  const [kind, setKind] = useState<PlaceKind>('all')
  const [openId, setOpen] = useState<string | null>(null)
  const day = chosenDay ?? today
  const week = weekOf(day)
  const isWeek = view === 'week'
  const bookings = useBookings(program.id, isWeek ? (week[0] ?? day) : day, isWeek ? (week[6] ?? day) : day)
  const open = bookings.status === 'ready' ? bookings.value.find(({ id }) => id === openId) : undefined
  const kinds = [...new Set((settings.places ?? []).map((place) => place.kind))]
  return (
    <>
      <AreaHead title={words.areas.bookings}>
        <DayPicker day={day} today={today} onChange={setDay} stepDays={isWeek ? 7 : 1} />
      </AreaHead>
      <div className="bookings-view">
        <Segmented
          label={words.bookingView}
          isLabelHidden
          options={[
            { value: 'list', label: words.bookingList },
            { value: 'day', label: words.bookingDay },
            { value: 'week', label: words.bookingWeek },
          ]}
          value={view}
          onChange={setView}
        />
        {view !== 'list' && kinds.length > 1 ? (
          <Segmented
            label={words.bookingPlaces}
            isLabelHidden
            options={[
              { value: 'all' as PlaceKind, label: words.placeKinds.all },
              ...kinds.map((each) => ({ value: each as PlaceKind, label: words.placeKinds[each] })),
            ]}
            value={kind}
            onChange={setKind}
          />
        ) : null}
      </div>
      <Answer query={bookings}>
        {(all) =>
          view === 'week' ? (
            <WeekCalendar bookings={all} day={day} nowMs={nowMs} kind={kind} onOpen={setOpen} />
          ) : (
            <div className="bookings" data-view={view}>
              <div className="bookings__list">
                <ListOrNone bookings={all.filter(({ status }) => isListed(status))} onOpen={setOpen} nowMs={nowMs} />
              </div>
              <DayCalendar bookings={all} day={day} nowMs={nowMs} kind={kind} onOpen={setOpen} />
            </div>
          )
        }
      </Answer>
      {open ? <BookingDetail booking={open} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

interface ListOrNoneProps {
  readonly bookings: readonly Booking[]
  readonly nowMs: number
  readonly onOpen: (bookingId: string) => void
}

function ListOrNone({ bookings, nowMs, onOpen }: ListOrNoneProps) {
  const words = useWords()
  if (bookings.length > 0) return <BookingList bookings={bookings} nowMs={nowMs} onOpen={onOpen} />
  return (
    <EmptyState
      icon={<CalendarDays size={28} />}
      title={words.console.noBookingsTitle}
      text={words.console.noBookingsText}
    />
  )
}
