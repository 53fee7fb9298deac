import type { ReactElement } from 'react'
import type { CompiledNode } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import type { BlockTraits } from '#runtime/data-store.ts'
import { RuntimeScopeProvider, type RuntimeScope } from '#runtime/scope.ts'
import type { ShowMark } from './shown-page.ts'

export interface Islands {
  /** Scope that marks islands while it draws. */
  readonly scope: RuntimeScope
  /** Every node inside an island, in the order drawn. */
  nodes(): readonly CompiledNode[]
}

/**
 * Marks the outermost interactive nodes: each comes alive on its own, with all it holds. The mark is an element around
 * the node's box that takes part in no layout. Such an element also stands around what is not for everybody or not for
 * ever; of what is for members alone it is all there is.
 */
export function markIslands(scope: RuntimeScope, marks: ReadonlyMap<NodeId, ShowMark>): Islands {
  const roots: CompiledNode[] = []
  const marking: RuntimeScope = {
    ...scope,
    wrap(node: CompiledNode, box: ReactElement): ReactElement {
      const mark = marks.get(node.id)
      if (!mark) return islandOf(node, box)
      const isForMembers = mark.audience === 'members'
      return (
        <div
          className="sw-when"
          data-audience={mark.audience}
          data-until={mark.untilMs}
          data-part={isForMembers ? node.id : undefined}
        >
          {isForMembers ? null : islandOf(node, box)}
        </div>
      )
    },
  }
  const islandOf = (node: CompiledNode, box: ReactElement): ReactElement => {
    const traits = scope.traitsOf(node.type)
    if (!traits.interactive || (node.problem && node.problem.code !== 'bad-props')) return box
    roots.push(node)
    return (
      <div
        className="sw-island"
        data-island={node.id}
        data-eager={isEager(traits) ? '' : undefined}
        data-soon={traits.actsByItself && ''}
      >
        <RuntimeScopeProvider value={scope}>{box}</RuntimeScopeProvider>
      </div>
    )
  }
  return { scope: marking, nodes: () => roots.flatMap((root) => withDescendants(scope, root)) }
}

/** It shows what only the visitor's own data can fill, so it must not wait to be touched. */
function isEager(traits: BlockTraits): boolean {
  return traits.visitorData.length > 0
}

function withDescendants(scope: RuntimeScope, node: CompiledNode): readonly CompiledNode[] {
  const children = Object.values(node.slots).flat()
  return [
    node,
    ...children.flatMap((id: NodeId) => {
      const child = scope.nodes.get(id)
      return child ? withDescendants(scope, child) : []
    }),
  ]
}
