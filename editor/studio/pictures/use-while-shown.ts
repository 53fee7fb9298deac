import { useCallback, useEffect, useRef } from 'react'

/**
 * The same function for as long as this is on screen, always doing what was last drawn; afterwards it does nothing. For
 * answers that come late: what a form would write by then are old values, perhaps of another block.
 */
export function useWhileShown<Args extends readonly unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef<typeof act | undefined>(undefined)
  useEffect(() => {
    latest.current = act
    return () => {
      latest.current = undefined
    }
  })
  return useCallback((...args: Args) => latest.current?.(...args), [])
}
