import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { EmptyState, Segmented } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { dayIn } from '#components/kit/shop-time.ts'
import type { Booking } from '#model/shop/bookings.ts'
import { Answer, AreaHead } from '../area.tsx'
import { useBookings } from '../queries.ts'
import { isListed } from '../rules/booking-rules.ts'
import { useShop } from '../shop-context.ts'
import { useNow } from '../use-now.ts'
import { BookingDetail } from './booking-detail.tsx'
import { BookingList } from './booking-list.tsx'
import { DayPicker } from './day-picker.tsx'
import { TableTimeline } from './table-timeline.tsx'
import './bookings.css'

/** One day's bookings: as a list to greet guests by, and as tables over time to find a free one. */
export function BookingsArea() {
  const words = useWords()
  const { program, settings } = useShop()
  const nowMs = useNow(30_000)
  const today = dayIn(settings.timeZone, nowMs)
  const [chosenDay, setDay] = useState<string | null>(null)
  const [view, setView] = useState<'list' | 'tables'>('list')
  const [openId, setOpen] = useState<string | null>(null)
  const day = chosenDay ?? today
  const bookings = useBookings(program.id, day)
  const open = bookings.status === 'ready' ? bookings.value.find(({ id }) => id === openId) : undefined
  return (
    <>
      <AreaHead title={words.console.areas.bookings}>
        <DayPicker day={day} today={today} onChange={setDay} />
      </AreaHead>
      <div className="bookings-view">
        <Segmented
          label={words.console.bookingView}
          isLabelHidden
          options={[
            { value: 'list', label: words.console.bookingList },
            { value: 'tables', label: words.console.bookingTables },
          ]}
          value={view}
          onChange={setView}
        />
      </div>
      <Answer query={bookings}>
        {(all) => (
          <div className="bookings" data-view={view}>
            <div className="bookings__list">
              <ListOrNone bookings={all.filter(({ status }) => isListed(status))} onOpen={setOpen} nowMs={nowMs} />
            </div>
            <TableTimeline bookings={all} day={day} nowMs={nowMs} onOpen={setOpen} />
          </div>
        )}
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
