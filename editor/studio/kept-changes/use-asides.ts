import { useCallback, useEffect, useState } from 'react'
import { listAsides, type Aside } from '#editor/local/local-copy.ts'
import { whenUsable } from '../session/when-usable.ts'
import { useSession } from '../session/use-session.tsx'

/** Changes of this person in this program that the server did not take, oldest first; and what asks for them again. */
export function useAsides(): readonly [readonly Aside[], () => void] {
  const session = useSession()
  const { key } = session.keeper
  const [asides, setAsides] = useState<readonly Aside[]>([])
  const look = useCallback(() => {
    listAsides(key).then(setAsides, () => {
      // A browser that keeps nothing has kept none.
    })
  }, [key])
  useEffect(() => whenUsable(session, look), [session.map, look])
  return [asides, look]
}
