import { useCallback, useEffect, useReducer, useSyncExternalStore } from 'react'
import type { NodeId, PageId } from '#model/ids.ts'
import { useSession } from '../session/use-session.tsx'

/**
 * Grows when the page's tree changes, but not when somebody types: what is watched are the lists of children, which
 * are the same objects until they change.
 */
export function useStructure(pageId: PageId | undefined): number {
  const { program } = useSession()
  const [version, bump] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const lists = new Map<NodeId, readonly (readonly NodeId[])[]>()
    const listsOf = (id: NodeId) => program.slotsOf(id).map((slot) => program.children(id, slot))
    return program.subscribe(({ nodes, removed, pages }) => {
      let changed = removed.size > 0 || (pageId !== undefined && pages.has(pageId))
      for (const id of nodes) {
        const before = lists.get(id)
        const now = listsOf(id)
        lists.set(id, now)
        // A node seen for the first time may be one that only now got children.
        if (before ? before.length !== now.length || before.some((list, at) => list !== now[at]) : now.length > 0)
          changed = true
      }
      if (changed) bump()
    })
  }, [program, pageId])
  return version
}

/** Which slots the canvas shows of blocks with several, as one string to compare. */
export function useShownSlots(): string {
  const { map } = useSession()
  return useSyncExternalStore(
    useCallback((listener) => map.subscribe(undefined, listener), [map]),
    () => map.shownSlots(),
  )
}
