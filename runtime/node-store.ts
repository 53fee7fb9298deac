import type { CompiledNode } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import type { JsonValue } from '#model/json.ts'

/** The nodes of a program, each followed on its own: a patch wakes only what it changed. */
export interface NodeStore {
  get(id: NodeId): CompiledNode | undefined
  ids(): IterableIterator<NodeId>
  apply(changed: readonly CompiledNode[], removed: readonly NodeId[]): void
  subscribe(id: NodeId, listener: () => void): () => void
  /**
   * Keeps one property as it is now in what views see, while somebody types in its drawn text and the DOM runs ahead.
   * @returns lets the newest value through again
   */
  hold(id: NodeId, prop: string): () => void
  /** The record as last received, without what is held. */
  received(id: NodeId): CompiledNode | undefined
}

export function createNodeStore(initial: Iterable<CompiledNode> = []): NodeStore {
  const received = new Map<NodeId, CompiledNode>()
  const held = new Map<NodeId, { readonly prop: string; readonly value: JsonValue | undefined; shown: CompiledNode }>()
  const listeners = new Map<NodeId, Set<() => void>>()
  for (const node of initial) received.set(node.id, node)

  const wake = (id: NodeId) => {
    for (const listener of [...(listeners.get(id) ?? [])]) listener()
  }

  return {
    get: (id) => held.get(id)?.shown ?? received.get(id),
    received: (id) => received.get(id),
    ids: () => received.keys(),
    apply(changed, removed) {
      for (const id of removed) {
        received.delete(id)
        held.delete(id)
      }
      for (const node of changed) {
        received.set(node.id, node)
        const hold = held.get(node.id)
        if (hold) hold.shown = withProp(node, hold.prop, hold.value)
      }
      for (const id of removed) wake(id)
      for (const node of changed) wake(node.id)
    },
    subscribe(id, listener) {
      let own = listeners.get(id)
      if (!own) listeners.set(id, (own = new Set()))
      own.add(listener)
      return () => {
        own.delete(listener)
        if (own.size === 0 && listeners.get(id) === own) listeners.delete(id)
      }
    },
    hold(id, prop) {
      const node = received.get(id)
      if (!node) return () => {}
      const hold = { prop, value: node.props[prop], shown: node }
      held.set(id, hold)
      return () => {
        if (held.get(id) !== hold) return
        held.delete(id)
        if (received.get(id) !== hold.shown) wake(id)
      }
    },
  }
}

function withProp(node: CompiledNode, prop: string, value: JsonValue | undefined): CompiledNode {
  if (value === undefined) return node
  return { ...node, props: { ...node.props, [prop]: value } }
}
