import { useSyncExternalStore } from 'react'

/** How much room the window leaves: panels on both sides, one at a time, or sheets from below. */
export type Room = 'wide' | 'narrow' | 'phone'

const phone = '(max-width: 767px)'
const narrow = '(max-width: 1099px)'

export function useRoom(): Room {
  return useSyncExternalStore(subscribe, () =>
    matchMedia(phone).matches ? 'phone' : matchMedia(narrow).matches ? 'narrow' : 'wide',
  )
}

function subscribe(listener: () => void): () => void {
  const queries = [matchMedia(phone), matchMedia(narrow)]
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    for (const query of queries) query.removeEventListener('change', listener)
  }
}
