import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { NodeId, NodeRecord } from '#model/index.ts'
import { useSession } from '../session/use-session.tsx'

/** The records of these blocks, drawn again when one of them changes; those that are gone are left out. */
export function useNodes(ids: readonly NodeId[]): readonly NodeRecord[] {
  const { signals, program } = useSession()
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = ids.map((id) => signals.subscribe(id, listener))
      return () => stops.forEach((stop) => stop())
    },
    [signals, ids],
  )
  const version = useSyncExternalStore(subscribe, () => ids.reduce((sum, id) => sum + signals.version(id), 0))
  return useMemo(() => ids.flatMap((id) => program.node(id) ?? []), [program, ids, version])
}
