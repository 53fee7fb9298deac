import { api, asApiFailure } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { wordsNow } from '#editor/words/use-words.ts'
import type { Booking } from '#model/shop/bookings.ts'
import { slotMeant } from '../rules/calendar.ts'
import { minuteOnDay } from '../rules/timeline.ts'
import { useShop } from '../shop-context.ts'
import { useMoveBooking } from './use-move-booking.ts'

export interface Drop {
  readonly booking: Booking
  readonly day: string
  readonly minute: number
  /** The table, room or person it was dropped on; null where columns are days. */
  readonly place: string | null
}

/** Moves a booking to what is free nearest to where it was dropped; nothing free there, it stays, and the shop is told. */
export function useDropBooking() {
  const { program } = useShop()
  const move = useMoveBooking(() => undefined)
  return async ({ booking, day, minute, place }: Drop): Promise<void> => {
    const slots = await api.bookingMoves(program.id, booking.id, day).catch((thrown: unknown) => {
      showToast({ text: failureText(asApiFailure(thrown), wordsNow()), tone: 'bad' })
    })
    if (!slots) return
    const minuteOf = (iso: string) => minuteOnDay(iso, day, booking.timeZone)
    // Of a stay only the day is meant: it begins at check-in.
    const wanted = booking.nights ? minuteOf(slots[0]?.startsAtIso ?? booking.startsAtIso) : minute
    const meant = slotMeant(slots, wanted, minuteOf, place)
    if (!meant) {
      showToast({ text: wordsNow().console.dropTaken, tone: 'bad' })
      return
    }
    const { slot, resourceId } = meant
    const isSame = Date.parse(slot.startsAtIso) === Date.parse(booking.startsAtIso)
    if (isSame && (place === null || booking.resourceLabels.includes(place))) return
    await move.run({ booking, startsAtIso: slot.startsAtIso, resourceId })
  }
}
