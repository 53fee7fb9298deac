import { createContext, useContext, type ReactElement } from 'react'
import type { CompiledNode } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import type { JsonObject } from '#model/json.ts'
import type { Host } from '#components/kit/host.ts'
import type { BlockEnv, BlockView } from '#components/kit/view.ts'
import type { BlockTraits, DataStore } from './data-store.ts'
import type { NodeStore } from './node-store.ts'
import type { Store } from './store.ts'

/** Everything nodes are drawn with. One per page or frame; never changes while it is mounted. */
export interface RuntimeScope {
  readonly nodes: NodeStore
  readonly data: DataStore
  readonly host: Host
  readonly mode: BlockEnv['mode']
  readonly language: BlockEnv['language']
  readonly now: Store<number>
  viewOf(type: string): BlockView<JsonObject> | undefined
  traitsOf(type: string): BlockTraits
  viewFailed(id: NodeId, error: unknown): void
  /** Lays something around a node's box: the mark of an island. */
  wrap?(node: CompiledNode, box: ReactElement): ReactElement
}

const Scope = createContext<RuntimeScope | undefined>(undefined)

export const RuntimeScopeProvider = Scope.Provider

/** @throws outside of a `RuntimeScopeProvider` */
export function useRuntimeScope(): RuntimeScope {
  const scope = useContext(Scope)
  if (!scope) throw new Error('Nodes are drawn inside a RuntimeScopeProvider only')
  return scope
}
