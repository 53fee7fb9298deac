import { useCallback, useSyncExternalStore } from 'react'
import type { CompiledNode } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import { useSession } from '../session/use-session.tsx'

/** A block as it is drawn, parts of placed sections too; draws again only when that one changes. */
export function useCompiled(id: NodeId | undefined): CompiledNode | undefined {
  const { compiler } = useSession()
  const subscribe = useCallback(
    (listener: () => void) =>
      compiler.onPatch(({ changed, removed }) => {
        if (id !== undefined && (changed.some((node) => node.id === id) || removed.includes(id))) listener()
      }),
    [compiler, id],
  )
  return useSyncExternalStore(subscribe, () => (id === undefined ? undefined : compiler.node(id)))
}
