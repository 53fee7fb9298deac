import { api, hope, queryCache, useMutation } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { wordsNow } from '#editor/words/use-words.ts'
import { dayIn } from '#components/kit/shop-time.ts'
import { bookingStatusAfter } from '#model/shop/booking-moves.ts'
import type { Booking, BookingAction } from '#model/shop/bookings.ts'
import { keys } from '../keys.ts'
import { withChanged, withNewer } from '../rules/newer.ts'
import { useShop } from '../shop-context.ts'

interface BookingMove {
  readonly booking: Booking
  readonly action: BookingAction
}

export function useBookingAction() {
  const { program } = useShop()
  const listOf = (booking: Booking) =>
    keys.bookingsOn(program.id, dayIn(booking.timeZone, Date.parse(booking.startsAtIso)))
  return useMutation(({ booking, action }: BookingMove) => api.actOnBooking(program.id, booking.id, action), {
    hope: ({ booking, action }) => [
      hope<Booking[]>(listOf(booking), (bookings) =>
        withChanged(bookings, booking.id, (shown) =>
          shown.version === booking.version ? { ...shown, status: bookingStatusAfter[action] } : shown,
        ),
      ),
    ],
    onDone: (booking) => {
      queryCache.tell<Booking[]>(listOf(booking), (bookings) => withNewer(bookings, booking))
      void queryCache.refresh(keys.today(program.id))
    },
    onFailed: (failure, { booking }) => {
      showToast({ text: failureText(failure, wordsNow()), tone: 'bad' })
      if (failure.code !== 'offline') void queryCache.refresh(listOf(booking))
    },
  })
}
