import type * as Y from 'yjs'
import type { JsonValue } from '#model/json.ts'
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
  readonly history: DocumentHistory
  /** Closes this person's sockets to the document, in all processes. Who still has a role connects again with it. */
  disconnect(programId: string, userId: string, reason: 'revoked' | 'role-changed'): void
}

/** Versions of documents, named by the number of their newest update. */
export interface DocumentHistory {
  /** The oldest first; what is due is made before. */
  list(programId: string): Promise<readonly StoredVersion[]>
  /** The state as a Yjs update, packed with gzip. @throws when it is damaged */
  packedState(programId: string, seq: number): Promise<Uint8Array | undefined>
  /** Who wrote what after that number, up to a version or up to now. */
  touchesSince(programId: string, after: number, upto?: number): Promise<readonly StoredTouch[]>
  /** Makes a version of that update, by default the newest. @returns the number of the version that holds it */
  cut(programId: string, upto?: number): Promise<number>
  /** @returns false when there is no such version */
  mark(
    programId: string,
    seq: number,
    mark: { readonly name: string | null; readonly by: string } | { readonly releaseNumber: number },
  ): Promise<boolean>
  /** Changes that could not be read, and are left out of the document and its history; undefined where there are none. */
  leftOut(programId: string): Promise<{ readonly edits: number; readonly latestMs: number } | undefined>
  /** Number of the newest update. */
  head(programId: string): Promise<number>
  /** Makes what is due and drops what is too old, in all programs. */
  sweep(): Promise<void>
}

export interface StoredVersion {
  readonly seq: number
  readonly atMs: number
  readonly people: readonly string[]
  readonly name: string | null
  readonly releaseNumber: number | null
}

export type StoredTouch = readonly [
  root: string,
  id: string | null,
  key: string | null,
  people: readonly (readonly [who: string, atMs: number])[],
  /** What the entry came to by whom, one after the other, where that is known. */
  steps?: readonly { readonly by: readonly string[]; readonly atMs: number; readonly value?: JsonValue }[],
]
