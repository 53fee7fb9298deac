/** What can wait until the first block reacts. */
import { keepForOffline } from './keep-for-offline.ts'

/** @param tell - says which poster led here */
export function afterWaking(tell: (via: string) => void): void {
  keepForOffline()
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
