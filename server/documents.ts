import { CompiledQuery } from 'kysely'
import { createDocument, editDocument, readDocument } from '#collab-server/index.ts'
import type { Store } from '#collab-server/index.ts'
import type { Documents } from '#platform/index.ts'

/** The collaboration server's store, as the platform wants it: the one place where the two parts meet. */
export function createDocuments(store: Store): Documents {
  return {
    create: (tx, { tenantId, programId, author }, firstState) =>
      createDocument(
        { query: async (text, values) => tx.executeQuery<unknown>(CompiledQuery.raw(text, values)) },
        { docId: programId, tenantId, update: firstState, author },
      ),
    read: (programId) => readDocument(store, programId),
    edit: (programId, author, change) => editDocument(store, programId, author, change),
  }
}
