import { Button as AriaButton } from 'react-aria-components'
import { useWords } from '#editor/words/use-words.ts'
import { timeText } from '#components/kit/shop-time.ts'
import type { Booking } from '#model/shop/bookings.ts'
import { occupiesTable } from '../rules/booking-rules.ts'
import { nowOnTimeline, placeOnTimeline, timelineOf } from '../rules/timeline.ts'
import { useShop } from '../shop-context.ts'

const hourPx = 64

export interface TableTimelineProps {
  readonly bookings: readonly Booking[]
  readonly day: string
  readonly nowMs: number
  readonly onOpen: (bookingId: string) => void
}

/** A column per table (or member of staff), hours downwards, a line for now. */
export function TableTimeline({ bookings, day, nowMs, onOpen }: TableTimelineProps) {
  const words = useWords()
  const { settings } = useShop()
  const taken = bookings.filter(({ status }) => occupiesTable(status))
  const line = timelineOf(settings.hours, day, taken, settings.timeZone)
  const tables = new Map(settings.tables.map(({ label, seats }) => [label, words.console.seats(seats)]))
  const labels = [...new Set([...tables.keys(), ...taken.flatMap(({ resourceLabels }) => resourceLabels)])]
  const now = nowOnTimeline(nowMs, day, settings.timeZone, line)
  const hours = Array.from({ length: line.toHour - line.fromHour }, (_, at) => line.fromHour + at)
  return (
    <section className="timeline panel" aria-label={words.console.bookingTables}>
      <div
        className="timeline__grid"
        style={{ gridTemplateColumns: `52px repeat(${labels.length}, minmax(92px, 1fr))` }}
      >
        <div className="timeline__corner" />
        {labels.map((label) => (
          <div key={label} className="timeline__table">
            <b>{label}</b>
            <span>{tables.get(label)}</span>
          </div>
        ))}
        <div className="timeline__hours" style={{ height: hours.length * hourPx }}>
          {hours.map((hour, at) => (
            <span key={hour} style={{ top: at * hourPx }}>
              {String(hour % 24).padStart(2, '0')}:00
            </span>
          ))}
        </div>
        {labels.map((label) => (
          <ul
            key={label}
            className="timeline__column"
            aria-label={label}
            style={{ backgroundSize: `100% ${hourPx}px` }}
          >
            {taken
              .filter(({ resourceLabels }) => resourceLabels.includes(label))
              .map((booking) => {
                const { top, height } = placeOnTimeline(booking, day, line)
                return (
                  <li key={booking.id} style={{ top: `${top * 100}%`, height: `${height * 100}%` }}>
                    <AriaButton
                      className={`timeline__booking timeline__booking--${booking.status}`}
                      onPress={() => onOpen(booking.id)}
                    >
                      <b>{timeText(booking.startsAtIso, booking.timeZone)}</b>
                      <span>{booking.status === 'held' ? words.console.bookingStatus.held : booking.contactName}</span>
                      <span>{words.console.people(booking.partySize)}</span>
                    </AriaButton>
                  </li>
                )
              })}
          </ul>
        ))}
        {now === undefined ? null : (
          <div className="timeline__now-area" aria-hidden>
            <div className="timeline__now" style={{ top: `${now * 100}%` }}>
              <span>{timeText(new Date(nowMs).toISOString(), settings.timeZone)}</span>
            </div>
          </div>
        )}
      </div>
    </section>
  )
}
