/** Which zone an address is in, and what its delivery costs. Pure. */
import type { DeliveryZone } from '#model/shop/delivery.ts'

/**
 * The first zone that has this area. Written alike means the same but for case, spaces, hyphens and the width of letters.
 * @param area - a district or a postcode, as the customer wrote it
 */
export function matchZone<Zone extends { readonly areas: readonly string[] }>(
  zones: readonly Zone[],
  area: string,
): Zone | undefined {
  const wanted = plain(area)
  if (wanted === '') return undefined
  return zones.find(({ areas }) =>
    areas.map(plain).some((each) => (each.endsWith('*') ? wanted.startsWith(each.slice(0, -1)) : wanted === each)),
  )
}

/** @param spentMinor - what the dishes come to after what was taken off */
export function feeOf({ feeMinor, freeFromMinor }: DeliveryZone, spentMinor: number): number {
  return freeFromMinor !== null && spentMinor >= freeFromMinor ? 0 : feeMinor
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/[\s-]/g, '')
}
