import { Badge } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { BookingStatus } from '#model/shop/bookings.ts'

const tones: { readonly [Status in BookingStatus]: 'plain' | 'good' | 'warn' | 'bad' | 'accent' } = {
  held: 'plain',
  unpaid: 'warn',
  requested: 'warn',
  confirmed: 'accent',
  checked_in: 'good',
  completed: 'plain',
  no_show: 'warn',
  cancelled: 'bad',
  declined: 'bad',
  expired: 'plain',
}

export function BookingBadge({ status }: { readonly status: BookingStatus }) {
  const words = useWords()
  return <Badge tone={tones[status]}>{words.console.bookingStatus[status]}</Badge>
}
