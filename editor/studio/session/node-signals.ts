import type { NodeId, PageId, Program } from '#model/index.ts'

export type Topic = NodeId | PageId | 'pages' | 'theme' | 'meta'

/**
 * Tells each part of the screen only of what it shows: one edit reaches the listeners of one node, whatever the size
 * of the program.
 */
export interface NodeSignals {
  subscribe(topic: Topic, listener: () => void): () => void
  /** Grows with each change of the topic; a cheap snapshot to compare. */
  version(topic: Topic): number
  stop(): void
}

export function createNodeSignals(program: Program): NodeSignals {
  const listeners = new Map<Topic, Set<() => void>>()
  const versions = new Map<Topic, number>()
  const tell = (topic: Topic) => {
    versions.set(topic, (versions.get(topic) ?? 0) + 1)
    listeners.get(topic)?.forEach((listener) => listener())
  }
  const stop = program.subscribe(({ nodes, removed, pages, theme, meta }) => {
    for (const id of nodes) tell(id)
    for (const id of removed) tell(id)
    for (const id of pages) tell(id)
    if (pages.size > 0) tell('pages')
    if (theme) tell('theme')
    if (meta) tell('meta')
  })
  return {
    subscribe(topic, listener) {
      const those = listeners.get(topic) ?? new Set()
      listeners.set(topic, those.add(listener))
      return () => those.delete(listener)
    },
    version: (topic) => versions.get(topic) ?? 0,
    stop() {
      stop()
      listeners.clear()
    },
  }
}
