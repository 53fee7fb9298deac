import { CompiledQuery } from 'kysely'
import { createDocument, editDocument, readDocument } from '#collab-server/index.ts'
import type { History, Store } from '#collab-server/index.ts'
import type { Documents } from '#platform/index.ts'

/** The collaboration server's store, as the platform wants it: the one place where the two parts meet. */
export function createDocuments(store: Store, history: History): Documents {
  return {
    create: (tx, { tenantId, programId, author }, firstState) =>
      createDocument(
        { query: async (text, values) => tx.executeQuery<unknown>(CompiledQuery.raw(text, values)) },
        { docId: programId, tenantId, update: firstState, author },
      ),
    read: (programId) => readDocument(store, programId),
    edit: (programId, author, change) => editDocument(store, programId, author, change),
    history,
    // Heard by this process as well: the rooms may be here, or elsewhere, or both.
    disconnect: (docId, userId, reason) => store.tell({ kind: 'kick', docId, userId, reason }),
  }
}
