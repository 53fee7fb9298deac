import type { Service } from './bookings.ts'

/** What a booking costs: a class for each person, a room for each night, anything else as a whole. */
export function bookingPriceMinor(
  { kind, priceMinor }: Pick<Service, 'kind' | 'priceMinor'>,
  { partySize, nights }: { readonly partySize: number; readonly nights: number },
): number {
  return priceMinor * (kind === 'class' ? partySize : kind === 'room' ? nights : 1)
}
