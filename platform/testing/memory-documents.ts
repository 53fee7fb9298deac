import * as Y from 'yjs'
import type { Documents } from '../documents.ts'

/** Documents kept in memory: what the platform needs of them, without rooms or a log. */
export function createMemoryDocuments(): Documents & { readonly states: Map<string, Uint8Array> } {
  const states = new Map<string, Uint8Array>()
  const open = (programId: string): Y.Doc => {
    const state = states.get(programId)
    if (!state) throw new Error(`There is no document of ${programId}`)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    return doc
  }
  return {
    states,
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
  }
}
