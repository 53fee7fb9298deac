import * as Y from 'yjs'
import { advance, decodeUpdate, hasGap, isNothingNew, stateOf } from './check-update.ts'
import type { DecodedUpdate } from './check-update.ts'
import { compactDocument } from './documents.ts'
import type { Limits } from './limits.ts'
import type { Problem } from './problem.ts'
import { applyStored, replay } from './replay.ts'
import type { Damage, Store, StoredDocument, StoredUpdate } from './store.ts'

export interface LiveDocumentOptions<Sender> {
  readonly docId: string
  readonly store: Store
  readonly limits: Limits
  report(problem: Problem): void
  authorOf(sender: Sender): string
  /** It is on disk; everyone but its sender may see it now. */
  show(data: Uint8Array, sender: Sender | undefined): void
  /** Everything that the sender gave up to this message is on disk. */
  confirm(sender: Sender, frame: number, seq: number): void
  /** It was stored, and no longer waits in memory. */
  release(sender: Sender, bytes: number): void
  /** The store failed: what is in memory cannot be trusted any longer. */
  fail(reason: string): void
}

/** An update that was accepted and is not yet on disk. Without `update` it only waits for its turn to be confirmed. */
interface Accepted<Sender> {
  readonly sender: Sender
  readonly frame: number
  readonly bytes: number
  readonly update: DecodedUpdate | undefined
}

/**
 * A document in memory and its log in the store, followed in both directions: what is accepted here is stored, then
 * applied and shown; what other processes stored is read, applied and shown. So what is here is on disk.
 */
export class LiveDocument<Sender> {
  readonly doc: Y.Doc
  damage: readonly Damage[]
  readonly #options: LiveDocumentOptions<Sender>
  /** The document's state once all accepted updates are applied. */
  readonly #known: Map<number, number>
  #bytes: number
  #accepted: Accepted<Sender>[] = []
  #storing: Promise<void> | undefined
  #appliedSeq: number
  /** Our own rows that became durable after rows of others which we have not read yet. */
  readonly #ownSeqs = new Set<number>()
  #newestHeard = 0
  #isReading = false
  #tailLength: number
  #isCompacting = false
  #hasEnded = false

  constructor(stored: StoredDocument, options: LiveDocumentOptions<Sender>) {
    const { doc, head, damage, tailLength } = replay(stored)
    this.doc = doc
    this.damage = damage
    this.#options = options
    this.#known = stateOf(doc)
    this.#bytes =
      (stored.snapshot?.data.byteLength ?? 0) + stored.updates.reduce((sum, { data }) => sum + data.byteLength, 0)
    this.#appliedSeq = head
    this.#tailLength = tailLength
    if (damage.length > 0) options.report({ code: 'damaged-document', docId: options.docId, damage })
  }

  get isStoring(): boolean {
    return this.#storing !== undefined
  }

  /** Whether something it builds on is not here, and has not been accepted either. */
  hasGap(update: DecodedUpdate): boolean {
    return hasGap(update, this.#known)
  }

  isNothingNew(update: DecodedUpdate): boolean {
    return isNothingNew(update, this.doc, this.#known)
  }

  hasRoomFor(bytes: number): boolean {
    const { documentBytes } = this.#options.limits
    // The log counts what was replaced since as well; the document itself is measured only when that is too much.
    if (this.#bytes + bytes > documentBytes) this.#bytes = Y.encodeStateAsUpdate(this.doc).byteLength
    return this.#bytes + bytes <= documentBytes
  }

  /** Stores an update without gaps; or, without one, confirms the message once all before it are stored. */
  accept(accepted: Accepted<Sender>): void {
    if (accepted.update) {
      advance(this.#known, accepted.update)
      this.#bytes += accepted.bytes
    }
    this.#accepted.push(accepted)
    this.#storing ??= this.#store().catch((error: unknown) => {
      this.#storing = undefined
      this.#options.report({ code: 'append-failed', docId: this.#options.docId, error })
      this.#options.fail('could not be stored')
    })
  }

  async #store(): Promise<void> {
    // What arrives in this turn of the event loop shares a commit; so does what arrives while one is under way.
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#accepted.length > 0 && !this.#hasEnded) {
      const batch = this.#accepted
      this.#accepted = []
      await this.#append(batch)
      if (this.#hasEnded) return
      for (const { sender, bytes } of batch) this.#options.release(sender, bytes)
      const newest = new Map(batch.map(({ sender, frame }) => [sender, frame]))
      for (const [sender, frame] of newest) this.#options.confirm(sender, frame, this.#appliedSeq)
    }
    // In the same breath as the last look at what waits: what comes later starts anew.
    this.#storing = undefined
    this.#catchUpIfBehind()
    this.#compactIfLong()
  }

  async #append(batch: readonly Accepted<Sender>[]): Promise<void> {
    const { docId, store, authorOf, show } = this.#options
    const updates = batch.flatMap(({ sender, update }) =>
      update ? [{ sender, data: update.data, author: authorOf(sender) }] : [],
    )
    if (updates.length === 0) return
    const { lastSeq } = await store.append(docId, updates)
    if (this.#hasEnded) return
    for (const { sender, data } of updates) {
      Y.applyUpdate(this.doc, data)
      show(data, sender)
    }
    this.#tailLength += updates.length
    const firstSeq = lastSeq - updates.length + 1
    if (firstSeq <= this.#appliedSeq + 1) this.#appliedSeq = Math.max(this.#appliedSeq, lastSeq)
    else {
      for (let seq = firstSeq; seq <= lastSeq; seq++) this.#ownSeqs.add(seq)
      this.#newestHeard = Math.max(this.#newestHeard, lastSeq)
    }
  }

  /** Some process, perhaps this one, stored something. */
  heard(seq: number): void {
    this.#newestHeard = Math.max(this.#newestHeard, seq)
    // Of our own rows we hear before the store has answered us.
    if (!this.#storing) this.#catchUpIfBehind()
  }

  #catchUpIfBehind(): void {
    if (this.#newestHeard > this.#appliedSeq) this.catchUp()
  }

  /** Reads what other processes stored. */
  catchUp(): void {
    if (this.#hasEnded || this.#isReading) return
    this.#isReading = true
    this.#readRows().catch((error: unknown) => {
      this.#isReading = false
      this.#options.report({ code: 'read-failed', docId: this.#options.docId, error })
      this.#options.fail('could not be read')
    })
  }

  async #readRows(): Promise<void> {
    do {
      const heard = this.#newestHeard
      const rows = await this.#options.store.since(this.#options.docId, this.#appliedSeq)
      if (this.#hasEnded) return
      for (const row of rows) if (row.seq > this.#appliedSeq) this.#takeRow(row)
      this.#appliedSeq = Math.max(this.#appliedSeq, heard)
    } while (this.#newestHeard > this.#appliedSeq)
    this.#isReading = false
    this.#compactIfLong()
  }

  #takeRow(row: StoredUpdate): void {
    const { docId, report, show } = this.#options
    this.#appliedSeq = row.seq
    if (this.#ownSeqs.delete(row.seq)) return
    const update = decodeUpdate(row.data)
    const damage = applyStored(this.doc, [row])
    if (!update || damage.length > 0) {
      this.damage = [...this.damage, ...damage]
      return report({ code: 'damaged-document', docId, damage })
    }
    advance(this.#known, update)
    this.#bytes += row.data.byteLength
    this.#tailLength++
    show(row.data, undefined)
  }

  #compactIfLong(): void {
    const { docId, store, limits, report } = this.#options
    if (this.#tailLength < limits.tailLength || this.#isCompacting || this.#hasEnded) return
    this.#isCompacting = true
    this.#tailLength = 0
    compactDocument(store, docId)
      .catch((error: unknown) => report({ code: 'compact-failed', docId, error }))
      .finally(() => {
        this.#isCompacting = false
      })
  }

  /** Waits for what is being stored. */
  async settle(): Promise<void> {
    while (this.#storing) await this.#storing
  }

  /** What was accepted but is not on disk is neither confirmed nor shown; its sender still has it and sends it again. */
  end(): void {
    this.#hasEnded = true
    this.#accepted = []
    this.doc.destroy()
  }
}
