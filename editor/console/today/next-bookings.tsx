import { CalendarDays } from 'lucide-react'
import { Link, paths } from '#editor/router.tsx'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { dayIn, timeText, weekdayText } from '#components/kit/shop-time.ts'
import type { Booking } from '#model/shop/bookings.ts'
import { useShop } from '../shop-context.ts'
import { useNow } from '../use-now.ts'

export function NextBookings({ bookings }: { readonly bookings: readonly Booking[] }) {
  const words = useWords()
  const language = useLanguage()
  const { program, settings } = useShop()
  const today = dayIn(settings.timeZone, useNow(60_000))
  const dayOf = (booking: Booking) => dayIn(settings.timeZone, Date.parse(booking.startsAtIso))
  return (
    <section className="today-card today-bookings" aria-label={words.console.bookingsNext}>
      <div className="today-bookings__head">
        <h2 className="today-card__title">{words.console.bookingsNext}</h2>
        <Link to={paths.console(program.id, 'bookings')}>{words.console.allBookings}</Link>
      </div>
      {bookings.length === 0 ? (
        <p className="today-bookings__none">
          <CalendarDays size={20} aria-hidden />
          {words.console.noBookingsNext}
        </p>
      ) : (
        <ul>
          {bookings.map((booking) => (
            <li key={booking.id} className="today-bookings__row">
              <span className="today-bookings__when">
                {timeText(booking.startsAtIso, settings.timeZone)}
                {dayOf(booking) === today ? null : <small>{weekdayText(dayOf(booking), language, today)}</small>}
              </span>
              <span className="today-bookings__who">
                {booking.contactName}
                {booking.note ? <small>{booking.note}</small> : null}
              </span>
              <span className="today-bookings__size">{words.console.people(booking.partySize)}</span>
              <span className="today-bookings__table">{booking.resourceLabels.join(' ')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
