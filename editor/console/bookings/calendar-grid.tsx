import { useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { timeText } from '#components/kit/shop-time.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { Booking } from '#model/shop/bookings.ts'
import { lanesOf } from '../rules/calendar.ts'
import { minuteOnDay, nowOnTimeline, placeOnTimeline } from '../rules/timeline.ts'
import type { Timeline } from '../rules/timeline.ts'
import { useCanWork, useShop } from '../shop-context.ts'
import { useCarry } from './use-carry.ts'
import type { Carried } from './use-carry.ts'
import { useDropBooking } from './use-drop-booking.ts'

const hourPx = 64

export interface CalendarColumn {
  readonly key: string
  readonly title: string
  readonly note: string
  readonly day: string
  /** A table, room or person; null where columns are days. */
  readonly place: string | null
  readonly bookings: readonly Booking[]
}

export interface CalendarGridProps {
  readonly label: string
  readonly columns: readonly CalendarColumn[]
  readonly line: Timeline
  readonly nowMs: number
  readonly onOpen: (bookingId: string) => void
}

/** Hours downwards, a column per day or per table, a line for now; what is ahead can be carried to another time or place. */
export function CalendarGrid({ label, columns, line, nowMs, onOpen }: CalendarGridProps) {
  const words = useWords().console
  const { settings } = useShop()
  const canWork = useCanWork()
  const grid = useRef<HTMLDivElement>(null)
  const drop = useDropBooking()
  const carry = useCarry({
    grid,
    columns: columns.length,
    fromMinute: line.fromHour * 60,
    hourPx,
    onDrop({ booking, column, minute }) {
      const to = columns[column]
      if (to) void drop({ booking, day: to.day, minute, place: to.place })
    },
  })
  const hours = Array.from({ length: line.toHour - line.fromHour }, (_, at) => line.fromHour + at)
  const { carried } = carry
  const target = carried && columns[carried.column]
  return (
    <section className="timeline panel" aria-label={label}>
      <div
        ref={grid}
        className={carried ? 'timeline__grid timeline__grid--carrying' : 'timeline__grid'}
        style={{ gridTemplateColumns: `52px repeat(${columns.length}, minmax(96px, 1fr))` }}
      >
        <div className="timeline__corner" />
        {columns.map(({ key, title, note }) => (
          <div key={key} className="timeline__table">
            <b>{title}</b>
            <span>{note}</span>
          </div>
        ))}
        <div className="timeline__hours" style={{ height: hours.length * hourPx }}>
          {hours.map((hour, at) => (
            <span key={hour} style={{ top: at * hourPx }}>
              {String(hour % 24).padStart(2, '0')}:00
            </span>
          ))}
        </div>
        {columns.map((column, index) => {
          const lanes = lanesOf(column.bookings)
          const now = nowOnTimeline(nowMs, column.day, settings.timeZone, line)
          return (
            <ul
              key={column.key}
              data-column
              className="timeline__column"
              aria-label={column.title}
              style={{ backgroundSize: `100% ${hourPx}px` }}
            >
              {column.bookings.map((booking) => {
                const { top, height } = placeOnTimeline(booking, column.day, line)
                const { lane, lanes: many } = lanes.get(booking.id) ?? { lane: 0, lanes: 1 }
                const canCarry = canWork && booking.status === 'confirmed'
                const minute = minuteOnDay(booking.startsAtIso, column.day, booking.timeZone)
                return (
                  <li
                    key={booking.id}
                    className={carried?.booking.id === booking.id ? 'timeline__carried' : undefined}
                    style={{
                      top: `${top * 100}%`,
                      height: `${height * 100}%`,
                      left: `calc(${(lane / many) * 100}% + 3px)`,
                      width: `calc(${100 / many}% - 6px)`,
                    }}
                    {...(canCarry && carry.handlers({ booking, column: index, minute }))}
                  >
                    <AriaButton
                      className={`timeline__booking timeline__booking--${booking.status}`}
                      aria-description={canCarry ? words.carryHint : undefined}
                      onPress={() => !carry.hasMoved && !carried && onOpen(booking.id)}
                    >
                      <b>{timeText(booking.startsAtIso, booking.timeZone)}</b>
                      <span>{booking.status === 'held' ? words.bookingStatus.held : booking.contactName}</span>
                      <span>{booking.serviceName}</span>
                      <span>
                        {[
                          words.people(booking.partySize),
                          column.place === null ? booking.resourceLabels.join(' + ') : '',
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </AriaButton>
                  </li>
                )
              })}
              {carried && carried.column === index ? <Ghost carried={carried} day={column.day} line={line} /> : null}
              {now === undefined ? null : (
                <li className="timeline__now" aria-hidden style={{ top: `${now * 100}%` }}>
                  {index === 0 || column.place === null ? (
                    <span>{timeText(new Date(nowMs).toISOString(), settings.timeZone)}</span>
                  ) : null}
                </li>
              )}
            </ul>
          )
        })}
      </div>
      <p className="ui-hidden" aria-live="polite">
        {carried && target ? words.carrying(carried.booking.contactName, target.title, clock(carried.minute)) : ''}
      </p>
    </section>
  )
}

/** Where it would be put down. */
function Ghost({ carried, day, line }: { readonly carried: Carried; readonly day: string; readonly line: Timeline }) {
  const { booking, minute } = carried
  const wholeMinutes = (line.toHour - line.fromHour) * 60
  const lengthMs = Date.parse(booking.endsAtIso) - Date.parse(booking.startsAtIso)
  const height = placeOnTimeline(booking, day, line).height
  const isLong = lengthMs > wholeMinutes * 60_000
  return (
    <li
      className="timeline__ghost"
      aria-hidden
      style={{
        top: `${((minute - line.fromHour * 60) / wholeMinutes) * 100}%`,
        height: `${(isLong ? 60 / wholeMinutes : height) * 100}%`,
      }}
    >
      <b>{clock(minute)}</b>
      <span>{booking.contactName}</span>
    </li>
  )
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
