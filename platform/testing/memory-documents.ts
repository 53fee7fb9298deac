import * as Y from 'yjs'
import type { Documents } from '../documents.ts'

interface Disconnection {
  readonly programId: string
  readonly userId: string
  readonly reason: 'revoked' | 'role-changed'
}

export interface MemoryDocuments extends Documents {
  readonly states: Map<string, Uint8Array>
  /** Whose sockets were to be closed, in order. */
  readonly disconnected: readonly Disconnection[]
}

/** Documents kept in memory: what the platform needs of them, without rooms or a log. */
export function createMemoryDocuments(): MemoryDocuments {
  const states = new Map<string, Uint8Array>()
  const disconnected: Disconnection[] = []
  const open = (programId: string): Y.Doc => {
    const state = states.get(programId)
    if (!state) throw new Error(`There is no document of ${programId}`)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    return doc
  }
  return {
    states,
    disconnected,
    async create(_tx, { programId }, firstState) {
      states.set(programId, firstState)
    },
    async read(programId) {
      return open(programId)
    },
    async edit(programId, _author, change) {
      const doc = open(programId)
      change(doc)
      states.set(programId, Y.encodeStateAsUpdate(doc))
    },
    // Nothing to look back at: versions are tested on the real log.
    history: {
      list: async () => [],
      packedState: async () => undefined,
      touchesSince: async () => [],
      cut: async () => 1,
      mark: async () => false,
      leftOut: async () => undefined,
      head: async () => 1,
      sweep: async () => undefined,
    },
    disconnect(programId, userId, reason) {
      disconnected.push({ programId, userId, reason })
    },
  }
}
