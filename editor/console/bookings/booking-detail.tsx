import { Phone } from 'lucide-react'
import { useState } from 'react'
import { Button, Dialog } from '#editor/ui/index.ts'
import { useLanguage, useWords, type Words } from '#editor/words/use-words.ts'
import { dayIn, dayText, timeText, weekdayText } from '#components/kit/shop-time.ts'
import type { Booking } from '#model/shop/bookings.ts'
import { bookingActions } from '../rules/booking-rules.ts'
import { moneyText } from '../rules/money.ts'
import { phoneText } from '../rules/phone.ts'
import { useCanWork, useShop } from '../shop-context.ts'
import { BookingBadge } from './booking-badge.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { useBookingAction } from './use-booking-action.ts'

export function BookingDetail({ booking, onClose }: { readonly booking: Booking; readonly onClose: () => void }) {
  const words = useWords()
  const language = useLanguage()
  const canWork = useCanWork()
  const act = useBookingAction()
  const actions = bookingActions(booking, Date.now())
  const [isMoving, setMoving] = useState(false)
  const { settings } = useShop()
  const money = (minor: number) => moneyText(minor, settings.currency, language)
  const day = dayIn(booking.timeZone, Date.parse(booking.startsAtIso))
  const facts: readonly (readonly [string, string])[] = [
    [
      words.console.when,
      `${dayText(day, language)} ${weekdayText(day, language)} ${timeText(booking.startsAtIso, booking.timeZone)}–${timeText(booking.endsAtIso, booking.timeZone)}`,
    ],
    [words.console.stay, booking.nights ? words.console.nights(booking.nights) : ''],
    [words.console.party, words.console.people(booking.partySize)],
    [words.console.tableLabel, booking.resourceLabels.join(' ')],
    [words.console.service, booking.serviceName],
    [words.console.price, booking.priceMinor ? money(booking.priceMinor) : ''],
    [words.console.deposit, booking.deposit ? depositText(booking.deposit, words.console, money) : ''],
    [words.console.code, booking.code],
    [words.console.note, booking.note],
  ]
  if (isMoving) return <MoveDialog booking={booking} onClose={() => setMoving(false)} />
  return (
    <Dialog
      title={booking.contactName}
      isOpen
      onClose={onClose}
      widthPx={440}
      foot={
        actions.length > 0 && canWork
          ? actions
              .map((action, at) => (
                <Button
                  key={action}
                  variant={at === 0 ? 'primary' : action === 'cancel' ? 'danger' : 'quiet'}
                  onPress={() => {
                    void act.run({ booking, action })
                    if (at > 0) onClose()
                  }}
                >
                  {words.console.bookingGo[action]}
                </Button>
              ))
              .toReversed()
              .concat(
                booking.status === 'confirmed' ? (
                  <Button key="move" onPress={() => setMoving(true)}>
                    {words.console.moveBooking}
                  </Button>
                ) : (
                  []
                ),
              )
          : null
      }
    >
      <div className="booking-detail">
        <BookingBadge status={booking.status} />
        <dl className="facts">
          {facts
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          <div>
            <dt>{words.console.phone}</dt>
            <dd>
              <a className="phone-link" href={`tel:${booking.contactPhone.replace(/\s/g, '')}`}>
                <Phone size={16} aria-hidden />
                {phoneText(booking.contactPhone)}
              </a>
            </dd>
          </div>
        </dl>
      </div>
    </Dialog>
  )
}

function depositText(
  { amountMinor, paidMinor, returnedMinor }: NonNullable<Booking['deposit']>,
  words: Words['console'],
  money: (minor: number) => string,
): string {
  if (returnedMinor > 0) return words.depositBack(money(paidMinor), money(returnedMinor))
  return paidMinor > 0 ? words.depositPaid(money(paidMinor)) : words.depositDue(money(amountMinor))
}
