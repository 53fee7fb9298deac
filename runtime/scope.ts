import { createContext, useContext, type ReactElement } from 'react'
import type { CompiledNode, CompileProblem } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import type { ShowWhen } from '#model/show-when.ts'
import type { JsonObject } from '#model/json.ts'
import type { Host } from '#components/kit/host.ts'
import type { BlockEnv, BlockView } from '#components/kit/view.ts'
import type { BlockTraits, DataStore } from './data-store.ts'
import type { CodeBlocks } from './code-blocks/code-blocks.ts'
import type { StopReason } from './code-blocks/wire.ts'
import type { NodeStore } from './node-store.ts'
import type { Store } from './store.ts'

/** Everything nodes are drawn with. One per page or frame; never changes while it is mounted. */
export interface RuntimeScope {
  readonly nodes: Pick<NodeStore, 'get' | 'subscribe'>
  readonly data: DataStore
  readonly host: Host
  readonly mode: BlockEnv['mode']
  readonly language: BlockEnv['language']
  readonly now: Store<number>
  /** Decides what is seen where everything is at hand; absent on published pages, which hold nothing else. */
  readonly conditions?: ShowConditions
  /** A hook: which slot is open of a block whose slots take turns; on the canvas only. */
  useOpenSlot?(node: CompiledNode): string | undefined
  /** Absent where none can run: on the server, which draws the room they will take. */
  readonly codeBlocks?: CodeBlocks
  viewOf(type: string): BlockView<JsonObject> | undefined
  traitsOf(type: string): BlockTraits
  viewFailed(id: NodeId, error: unknown): void
  /** What is wrong with a block that cannot be drawn, for who edits; absent where visitors look. */
  tellProblem?(code: CompileProblem['code'], type: string): string
  /** Why a code block was stopped, for who edits; absent where visitors look. */
  tellStopped?(reason: StopReason): string
  /** Lays something around a node's box: the mark of an island. */
  wrap?(node: CompiledNode, box: ReactElement): ReactElement
}

export interface ShowConditions {
  subscribe(listener: () => void): () => void
  isShown(showWhen: ShowWhen): boolean
}

const Scope = createContext<RuntimeScope | undefined>(undefined)

export const RuntimeScopeProvider = Scope.Provider

/** @throws outside of a `RuntimeScopeProvider` */
export function useRuntimeScope(): RuntimeScope {
  const scope = useContext(Scope)
  if (!scope) throw new Error('Nodes are drawn inside a RuntimeScopeProvider only')
  return scope
}
