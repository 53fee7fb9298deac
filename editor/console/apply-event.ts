import type { QueryCache } from '#editor/api/query-cache.ts'
import type { ConsoleEvent, MerchantOrder } from '#platform/contract/merchant.ts'
import type { Booking } from '#model/shop/bookings.ts'
import { dayIn } from '#components/kit/shop-time.ts'
import { keys } from './keys.ts'
import { withNewer, withoutOlder } from './rules/newer.ts'

/**
 * Brings one live event into what is in sight. Orders and bookings come whole and are put in place at once; anything
 * else says only that there is something new, and what shows it is loaded again.
 */
export function applyEvent(cache: QueryCache, programId: string, event: ConsoleEvent): void {
  const refresh = (...names: string[]) => names.forEach((name) => void cache.refresh(name))
  switch (event.type) {
    case 'order':
      cache.tell<MerchantOrder[]>(keys.orders(programId), (orders) => withNewer(orders, event.order))
      return refresh(keys.today(programId), keys.changes(programId), keys.stock(programId))
    case 'booking':
      tellBooking(cache, programId, event.booking)
      return refresh(keys.today(programId), keys.changes(programId))
    case 'member':
      return refresh(keys.members(programId), keys.memberPages(programId), keys.today(programId))
    case 'coupon':
      return refresh(keys.coupons(programId), keys.changes(programId))
    case 'catalogue':
      return refresh(
        keys.catalogue(programId),
        keys.flashSales(programId),
        keys.stock(programId),
        keys.changes(programId),
      )
    case 'shop':
      return refresh(
        keys.settings(programId),
        keys.taxes(programId),
        keys.delivery(programId),
        keys.stations(programId),
        keys.today(programId),
        keys.changes(programId),
      )
    case 'form':
      return refresh(keys.forms(programId))
    case 'queue':
      return refresh(keys.queue(programId))
    case 'job':
      return refresh(keys.jobs(programId))
    case 'release':
      return refresh(keys.releases(programId), keys.publishing(programId), keys.program(programId))
  }
}

/** Puts a booking where it belongs: among those of its day and of its week, and nowhere else, should it have been moved. */
export function tellBooking(cache: QueryCache, programId: string, booking: Booking): void {
  const day = dayIn(booking.timeZone, Date.parse(booking.startsAtIso))
  const isWithin = (key: string) => {
    const [from = '', to = from] = key.slice(keys.bookings(programId).length).split('..')
    return from <= day && day <= to
  }
  cache.tellEach<Booking[]>(
    keys.bookings(programId),
    (key) => (bookings) => (isWithin(key) ? withNewer(bookings, booking) : withoutOlder(bookings, booking)),
  )
}
