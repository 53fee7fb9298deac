import type { NodeId, PageId, Program } from '#model/index.ts'
import { nodesOf } from './nodes-of.ts'

export type Topic = NodeId | PageId | 'pages' | 'theme' | 'meta' | 'code-blocks'

/**
 * Tells each part of the screen only of what it shows: one edit reaches the listeners of one node, whatever the size
 * of the program.
 */
export interface NodeSignals {
  subscribe(topic: Topic, listener: () => void): () => void
  /** Grows with each change of the topic; a cheap snapshot to compare. */
  version(topic: Topic): number
  /** Blocks of these types have other fields or names now. */
  redefined(types: ReadonlySet<string>): void
  stop(): void
}

export function createNodeSignals(program: Program): NodeSignals {
  const listeners = new Map<Topic, Set<() => void>>()
  const versions = new Map<Topic, number>()
  const tell = (topic: Topic) => {
    versions.set(topic, (versions.get(topic) ?? 0) + 1)
    listeners.get(topic)?.forEach((listener) => listener())
  }
  const stop = program.subscribe(({ nodes, removed, pages, theme, meta, codeBlocks }) => {
    for (const id of nodes) tell(id)
    for (const id of removed) tell(id)
    for (const id of pages) tell(id)
    if (pages.size > 0) tell('pages')
    if (theme) tell('theme')
    if (meta) tell('meta')
    if (codeBlocks.size > 0) tell('code-blocks')
  })
  return {
    subscribe(topic, listener) {
      const those = listeners.get(topic) ?? new Set()
      listeners.set(topic, those.add(listener))
      return () => those.delete(listener)
    },
    version: (topic) => versions.get(topic) ?? 0,
    redefined(types) {
      for (const id of nodesOf(program)) if (types.has(program.node(id)?.type ?? '')) tell(id)
      tell('code-blocks')
    },
    stop() {
      stop()
      listeners.clear()
    },
  }
}
