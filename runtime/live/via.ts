/**
 * Code of the poster that led here, the first time that this visit asks. A code on a table counts as `table`. From a page
 * without script the visitor comes here with the poster's address as the one that they come from.
 */
export function takeVia(
  { search, origin }: Pick<Location, 'search' | 'origin'>,
  referrer: string,
  storage: () => Storage = () => sessionStorage,
): string | undefined {
  const cameFrom = referrer.startsWith(`${origin}/`) ? new URL(referrer).search : ''
  const via = viaOf(search) ?? viaOf(cameFrom)
  try {
    if (via === undefined || storage().getItem(storageKey) === via) return undefined
    storage().setItem(storageKey, via)
  } catch {
    // Closed to us: told once a page.
  }
  return via
}

const storageKey = 'sw:via'

function viaOf(search: string): string | undefined {
  const query = new URLSearchParams(search)
  const via = query.get('via') ?? (query.has('table') ? 'table' : '')
  return /^[a-z0-9-]{1,40}$/.test(via) ? via : undefined
}
