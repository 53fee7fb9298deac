/** Where documents are kept: a log of updates per document, and snapshots that stand for its beginning. */

export interface NewUpdate {
  readonly data: Uint8Array
  /** Who made it: a user's id, or the name of the part of the server that did. */
  readonly author: string
}

export interface StoredUpdate {
  /** Counts up by one in each document, in the order in which updates became durable. */
  readonly seq: number
  readonly data: Uint8Array
}

export interface StoredDocument {
  readonly snapshot: { readonly uptoSeq: number; readonly data: Uint8Array } | undefined
  /** What came after the snapshot, in order, without what is damaged. */
  readonly updates: readonly StoredUpdate[]
  readonly head: number
  /** Another one means that the stored bytes were replaced: copies kept of what was before do not fit. */
  readonly epoch: string
  readonly damage: readonly Damage[]
  /** Damage that was found before: the document goes on without these updates. */
  readonly aside: readonly SetAside[]
}

/** An update that is left out of the document for good, and kept beside its log. */
export interface SetAside {
  readonly seq: number
  /** When it was made, in milliseconds since 1970. */
  readonly atMs: number
}

export interface Damage {
  readonly what: 'update' | 'snapshot'
  readonly seq: number
  readonly why: 'checksum' | 'unreadable' | 'depends-on-damaged' | 'missing'
}

/** What processes tell each other. Lost messages do no harm: the log is the truth, and is read from time to time. */
export type Wake =
  | { readonly kind: 'appended'; readonly docId: string; readonly seq: number }
  | { readonly kind: 'kick'; readonly docId: string; readonly userId: string; readonly reason: KickReason }
  /** `from` is the server that says it; `states` are in base64. */
  | { readonly kind: 'presence'; readonly docId: string; readonly from: string; readonly states: string }
  | { readonly kind: 'presence-wanted'; readonly docId: string; readonly from: string }
  /** Messages may have been missed. */
  | { readonly kind: 'missed' }

export type KickReason = 'revoked' | 'role-changed'

export interface Store {
  /** @throws when there is such a document already */
  create(document: { docId: string; tenantId: string; update: Uint8Array; author: string }): Promise<void>
  /** @returns undefined when there is no such document */
  load(docId: string): Promise<StoredDocument | undefined>
  /**
   * Stores updates in one commit. When it answers, they are on disk and have the numbers up to the one it answers with.
   * @throws UnknownDocumentError, or StorageFullError
   */
  append(docId: string, updates: readonly NewUpdate[]): Promise<{ lastSeq: number }>
  /** Updates after that number, in order, damaged ones left out. */
  since(docId: string, seq: number): Promise<readonly StoredUpdate[]>
  /**
   * Takes damaged updates out of the log and keeps them beside it, so that the document goes on from what is whole.
   * @returns all that lies beside it now, the latest last
   */
  setAside(docId: string, damage: readonly Damage[]): Promise<readonly SetAside[]>
  /**
   * Adds a snapshot of everything up to that number, reads it back and has it checked, and only then drops what the
   * snapshot before it stands for, all or nothing.
   * @param isSame - whether what was read back is what was meant
   * @returns false when the check failed, or an equally new snapshot exists; nothing has changed then
   */
  compact(
    docId: string,
    snapshot: { uptoSeq: number; data: Uint8Array },
    isSame: (readBack: Uint8Array) => boolean,
  ): Promise<boolean>
  /** Hears what this and other processes on the same store tell. @returns stops it */
  watch(listener: (wake: Wake) => void): () => void
  /** Appends are told by themselves. */
  tell(wake: Wake): void
  close(): Promise<void>
}

/** Snapshots kept; all updates after the oldest of them are kept as well. */
export const keptSnapshots = 2

export class UnknownDocumentError extends Error {
  readonly code = 'unknown-document'
  override readonly name = 'UnknownDocumentError'

  constructor(docId: string) {
    super(`There is no document ${docId}`)
  }
}

/** There is no room on the database's disk. What was to be stored was not, and may be tried again. */
export class StorageFullError extends Error {
  readonly code = 'storage-full'
  override readonly name = 'StorageFullError'
}

export class DamagedDocumentError extends Error {
  readonly code = 'damaged-document'
  override readonly name = 'DamagedDocumentError'
  readonly damage: readonly Damage[]

  constructor(docId: string, damage: readonly Damage[]) {
    super(`Document ${docId} is damaged: ${damage.map(({ what, seq, why }) => `${what} ${seq} (${why})`).join(', ')}`)
    this.damage = damage
  }
}
