import { MessageSquareText, Users } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { Button } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { timeText } from '#components/kit/shop-time.ts'
import type { Booking } from '#model/shop/bookings.ts'
import { bookingActions } from '../rules/booking-rules.ts'
import { useCanWork } from '../shop-context.ts'
import { BookingBadge } from './booking-badge.tsx'
import { useBookingAction } from './use-booking-action.ts'

export interface BookingListProps {
  readonly bookings: readonly Booking[]
  readonly nowMs: number
  readonly onOpen: (bookingId: string) => void
}

/** A table is taken for late after this long. */
const lateAfterMs = 10 * 60_000

export function BookingList({ bookings, nowMs, onOpen }: BookingListProps) {
  const words = useWords()
  const canWork = useCanWork()
  const act = useBookingAction()
  const sorted = bookings.toSorted((a, b) => Date.parse(a.startsAtIso) - Date.parse(b.startsAtIso))
  return (
    <ul className="booking-list panel" aria-label={words.console.areas.bookings}>
      {sorted.map((booking) => {
        const [next] = bookingActions(booking, nowMs)
        const isLate = booking.status === 'confirmed' && nowMs - Date.parse(booking.startsAtIso) > lateAfterMs
        return (
          <li key={booking.id} className={`booking-row booking-row--${booking.status}`}>
            <AriaButton className="booking-row__open" onPress={() => onOpen(booking.id)}>
              <span className="booking-row__time">{timeText(booking.startsAtIso, booking.timeZone)}</span>
              <span className="booking-row__words">
                <span className="booking-row__name">{booking.contactName}</span>
                <span className="booking-row__facts">
                  <span>
                    <Users size={14} aria-hidden />
                    {booking.partySize}
                  </span>
                  {booking.resourceLabels.length > 0 ? <b>{booking.resourceLabels.join(' ')}</b> : null}
                  <span>{booking.code}</span>
                </span>
                {booking.note ? (
                  <span className="booking-row__note">
                    <MessageSquareText size={14} aria-hidden />
                    {booking.note}
                  </span>
                ) : null}
              </span>
              <span className="ui-hidden">{words.console.openBooking(booking.contactName)}</span>
            </AriaButton>
            {(next === 'check-in' || next === 'accept') && canWork ? (
              <Button
                aria-label={words.console.bookingGoNamed[next](booking.contactName)}
                onPress={() => void act.run({ booking, action: next })}
              >
                {words.console.bookingGo[next]}
              </Button>
            ) : (
              <BookingBadge status={booking.status} />
            )}
            {isLate ? <span className="booking-row__late">{words.console.late}</span> : null}
          </li>
        )
      })}
    </ul>
  )
}
