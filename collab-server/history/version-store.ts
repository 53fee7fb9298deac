/** Where versions of documents are kept, beside the log that they are cut from. */
import type { LogRow } from './cut-points.ts'
import type { LogUpdate, Touch } from './touches.ts'

/** A version without its state. */
export interface VersionRow {
  readonly seq: number
  readonly atMs: number
  readonly people: readonly string[]
  readonly name: string | null
  readonly releaseNumber: number | null
}

export interface NewVersion {
  readonly seq: number
  /** The version that it was cut behind. */
  readonly after: number
  readonly atMs: number
  readonly state: Uint8Array
  readonly touches: readonly Touch[]
}

export interface Standing {
  /** The document's newest update. */
  readonly head: number
  /** By the database's clock. */
  readonly nowMs: number
  readonly newest: number | undefined
  /** What no version has told yet. */
  readonly rows: readonly LogRow[]
}

export interface LogStretch {
  /** In order, without what was set aside for being damaged. */
  readonly updates: readonly LogUpdate[]
  /** Whether all others are there: none was compacted, and none is missing. */
  readonly isWhole: boolean
}

export interface VersionStore {
  /** @returns undefined for a document that does not exist */
  standing(docId: string): Promise<Standing | undefined>
  /** Number of the newest update. */
  head(docId: string): Promise<number | undefined>
  /** A stretch of the log. @throws when an update in it is damaged */
  updates(docId: string, after: number, upto: number): Promise<LogStretch>
  /** A snapshot of the log, for documents whose beginning was compacted before they had versions. */
  oldestSnapshot(docId: string): Promise<{ readonly seq: number; readonly state: Uint8Array } | undefined>
  /** The oldest first. */
  list(docId: string): Promise<readonly VersionRow[]>
  /** The state, packed with gzip. @throws DamagedVersionError */
  packedState(docId: string, seq: number): Promise<Uint8Array | undefined>
  touches(docId: string, after: number, upto: number): Promise<readonly Touch[]>
  /**
   * Adds it, or finds it there already.
   * @returns false, with nothing added, when another version lies between it and the one it was cut behind
   */
  add(docId: string, version: NewVersion): Promise<boolean>
  /** Updates that were set aside for being damaged; undefined where there are none. */
  leftOut(docId: string): Promise<{ readonly edits: number; readonly latestMs: number } | undefined>
  /** Drops versions; what they told goes over to the next that stays. Named and published ones are never dropped. */
  drop(docId: string, seqs: readonly number[]): Promise<void>
  /** @returns false when there is no such version */
  mark(docId: string, seq: number, mark: VersionMark): Promise<boolean>
  /** Documents of all tenants, one after the other. */
  eachDocument(run: (docId: string) => Promise<void>): Promise<void>
}

export type VersionMark = { readonly name: string | null; readonly by: string } | { readonly releaseNumber: number }

/** What was stored is not what is read back. */
export class DamagedVersionError extends Error {
  readonly code = 'damaged-version'
  override readonly name = 'DamagedVersionError'

  constructor(docId: string, seq: number) {
    super(`Version ${seq} of document ${docId} is damaged`)
  }
}
