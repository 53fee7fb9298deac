/** What can wait until the first block reacts. */
import { keepForOffline } from './keep-for-offline.ts'

/**
 * @param tell - says which poster led here
 * @param look - asks for what is new of the shop; absent where nobody tells when that is
 */
export function afterWaking(tell: (via: string) => void, look: (() => void) | undefined): void {
  keepForOffline()
  if (look)
    import('./follow-shop.ts').then(
      ({ followShop }) => followShop(look),
      () => {},
    )
  // Most come without having scanned anything.
  if (!/[?&](via|table)=/.test(location.search + document.referrer)) return
  import('./via.ts').then(
    ({ takeVia }) => {
      const via = takeVia(location, document.referrer)
      if (via !== undefined) tell(via)
    },
    () => {},
  )
}
