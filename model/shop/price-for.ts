/** Apart from the schemas of the catalogue: pages work this out, and must not load what checks those. */
import type { ChannelPrices, PriceChannel, SaleOffer } from './catalogue.ts'

interface Priced {
  readonly priceMinor: number
  readonly channelMinor?: ChannelPrices | undefined
  readonly sale?: SaleOffer | undefined
}

/** What one costs when it is ordered this way; a sale that runs is for every way, where it is cheaper. */
export function priceFor({ priceMinor, channelMinor, sale }: Priced, channel: PriceChannel): number {
  const ownMinor = channelMinor?.[channel] ?? priceMinor
  return sale?.state === 'on' ? Math.min(ownMinor, sale.priceMinor) : ownMinor
}
