import { api, queryCache, useMutation } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useLanguage, wordsNow } from '#editor/words/use-words.ts'
import { whenText } from '#components/kit/shop-time.ts'
import type { Booking } from '#model/shop/bookings.ts'
import { tellBooking } from '../apply-event.ts'
import { keys } from '../keys.ts'
import { useShop } from '../shop-context.ts'

interface Move {
  readonly booking: Booking
  readonly startsAtIso: string
  /** Null: where it is, else the smallest that is free. */
  readonly resourceId: string | null
}

export function useMoveBooking(onDone: () => void) {
  const { program } = useShop()
  const language = useLanguage()
  return useMutation(
    ({ booking, startsAtIso, resourceId }: Move) =>
      api.moveBooking(program.id, booking.id, {
        ifVersion: booking.version,
        startsAtIso,
        ...(resourceId === null ? {} : { resourceId }),
      }),
    {
      onDone: (booking) => {
        tellBooking(queryCache, program.id, booking)
        void queryCache.refresh(keys.today(program.id))
        const when = whenText(booking.startsAtIso, booking.timeZone, language, Date.now())
        showToast({ text: wordsNow().console.moveDone(when), tone: 'good' })
        onDone()
      },
      onFailed: (failure, { booking }) => {
        showToast({ text: failureText(failure, wordsNow()), tone: 'bad' })
        if (failure.code !== 'offline') void queryCache.refresh(keys.bookingMovesOf(program.id, booking.id))
      },
    },
  )
}
