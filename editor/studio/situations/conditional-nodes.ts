import type { NodeId } from '#model/index.ts'
import { defineNodeIndex, useNodeIndex } from '../session/node-index.ts'

/** The blocks that have conditions, wherever they are. */
export const conditionalNodesOf = defineNodeIndex(({ showWhen }) => showWhen !== undefined)

export function useConditionalNodes(): readonly NodeId[] {
  return useNodeIndex(conditionalNodesOf)
}
