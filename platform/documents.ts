import type * as Y from 'yjs'
import type { ScopedTx } from './db/database.ts'

/** The programs' documents, kept by the collaboration server's store; handed in by whoever starts the platform. */
export interface Documents {
  /** Stores the first state of a document in the transaction that makes its program: there is never one without the other. */
  create(
    tx: ScopedTx,
    program: { tenantId: string; programId: string; author: string },
    firstState: Uint8Array,
  ): Promise<void>
  /** The document with every edit that was acknowledged so far. @throws when it cannot be read whole */
  read(programId: string): Promise<Y.Doc>
  /** Changes it as a person (`author`, a user's id) would: durable first, then shown to everybody who has it open. */
  edit(programId: string, author: string, change: (doc: Y.Doc) => void): Promise<void>
}
