import { useCallback, useSyncExternalStore } from 'react'
import type { NodeId } from '#model/ids.ts'
import type { MeasuredNode } from '#runtime/frame/protocol.ts'
import { useSession } from '../session/use-session.tsx'

/** Where a node is on the canvas now; draws again only when that node moves. */
export function useMeasured(id: NodeId | undefined): MeasuredNode | undefined {
  const { map } = useSession()
  const subscribe = useCallback(
    (listener: () => void) => (id === undefined ? () => undefined : map.subscribe(id, listener)),
    [map, id],
  )
  return useSyncExternalStore(subscribe, () => (id === undefined ? undefined : map.find(id)))
}
