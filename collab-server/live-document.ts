import * as Y from 'yjs'
import { advance, decodeUpdate, hasGap, isNothingNew, stateOf } from './check-update.ts'
import type { DecodedUpdate } from './check-update.ts'
import type { MayWrite } from './access.ts'
import { compactDocument } from './documents.ts'
import type { Clock } from './clock.ts'
import type { Limits } from './limits.ts'
import type { Problem } from './problem.ts'
import { applyStored, replay } from './replay.ts'
import { StorageFullError } from './store.ts'
import type { Damage, NewUpdate, Store, StoredDocument, StoredUpdate } from './store.ts'
import { writtenEntries } from './written-entries.ts'

export interface LiveDocumentOptions<Sender> {
  readonly docId: string
  readonly store: Store
  readonly limits: Limits
  readonly clock: Clock
  report(problem: Problem): void
  authorOf(sender: Sender): string
  /** They are on disk; everyone but the sender of each may see it now. */
  show(updates: readonly Shown<Sender>[]): void
  /** Everything that the sender gave up to this message is on disk. */
  confirm(sender: Sender, frame: number, seq: number): void
  /** The store has no room, or has some again. */
  tellFull(isFull: boolean): void
  /** It was stored, and no longer waits in memory. */
  release(sender: Sender, bytes: number): void
  /** The store failed: what is in memory cannot be trusted any longer. */
  fail(reason: string): void
}

export interface Shown<Sender> {
  readonly data: Uint8Array
  /** Undefined when another process stored it. */
  readonly sender: Sender | undefined
}

/** An update that was accepted and is not yet on disk. Without `update` it only waits for its turn to be confirmed. */
interface Accepted<Sender> {
  readonly sender: Sender
  readonly frame: number
  readonly bytes: number
  readonly update: DecodedUpdate | undefined
}

/** How long to wait for room on the disk. */
const firstWaitMs = 500
const longestWaitMs = 5000

/**
 * A document in memory and its log in the store, followed in both directions: what is accepted here is stored, then
 * applied and shown; what other processes stored is read, applied and shown. So what is here is on disk.
 */
export class LiveDocument<Sender> {
  readonly doc: Y.Doc
  readonly epoch: string
  damage: readonly Damage[]
  readonly #options: LiveDocumentOptions<Sender>
  /** The document's state once all accepted updates are applied. */
  readonly #known: Map<number, number>
  #bytes: number
  #accepted: Accepted<Sender>[] = []
  /** What was accepted and is not in `doc` yet. */
  readonly #unapplied = new Set<Uint8Array>()
  #storing: Promise<void> | undefined
  #acceptedBytes = 0
  #isFull = false
  #isStopping = false
  #tryAgain: (() => void) | undefined
  #appliedSeq: number
  /** Our own rows that became durable after rows of others which we have not read yet. */
  readonly #ownSeqs = new Set<number>()
  #newestHeard = 0
  #isReading = false
  #tailLength: number
  #compacting: Promise<void> | undefined
  #hasEnded = false

  constructor(stored: StoredDocument, options: LiveDocumentOptions<Sender>) {
    const { doc, head, damage, tailLength } = replay(stored)
    this.doc = doc
    this.epoch = stored.epoch
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

  /** Why somebody bound by locks may not make it; every entry it would write is asked for. */
  refusalOf({ data }: DecodedUpdate, mayWrite: MayWrite): string | undefined {
    const entries = writtenEntries(data, this.doc, [...this.#unapplied])
    if (!entries) return 'It cannot be told what this would change'
    for (const entry of entries) {
      const refusal = mayWrite(this.doc, entry)
      if (refusal) return refusal
    }
    return undefined
  }

  /** While the store has no room, only so much is held for it; browsers hold the rest. */
  mayHoldMore(bytes: number): boolean {
    return !this.#isFull || this.#acceptedBytes + bytes <= this.#options.limits.unstoredBytes
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
      this.#unapplied.add(accepted.update.data)
      this.#bytes += accepted.bytes
      this.#acceptedBytes += accepted.bytes
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
    const { authorOf, show } = this.#options
    const updates = batch.flatMap(({ sender, update }) =>
      update ? [{ sender, data: update.data, author: authorOf(sender) }] : [],
    )
    if (updates.length === 0) return
    const lastSeq = await this.#storeWhenThereIsRoom(updates)
    if (lastSeq === undefined) return
    // First, since applying takes longer; who joins meanwhile is answered after both.
    show(updates)
    for (const { data } of updates) {
      Y.applyUpdate(this.doc, data)
      this.#unapplied.delete(data)
      this.#acceptedBytes -= data.byteLength
    }
    this.#tailLength += updates.length
    const firstSeq = lastSeq - updates.length + 1
    if (firstSeq <= this.#appliedSeq + 1) this.#appliedSeq = Math.max(this.#appliedSeq, lastSeq)
    else {
      for (let seq = firstSeq; seq <= lastSeq; seq++) this.#ownSeqs.add(seq)
      this.#newestHeard = Math.max(this.#newestHeard, lastSeq)
    }
  }

  /** @returns the number of the last of them, or undefined when the document was closed meanwhile */
  async #storeWhenThereIsRoom(updates: readonly NewUpdate[]): Promise<number | undefined> {
    const { docId, store, report, tellFull } = this.#options
    for (let waitMs = firstWaitMs; !this.#hasEnded; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
      try {
        const { lastSeq } = await store.append(docId, updates)
        if (this.#hasEnded) return undefined
        if (this.#isFull) tellFull((this.#isFull = false))
        return lastSeq
      } catch (error) {
        // Nothing of it was stored, and all of it is still here: it is tried again in its order.
        if (!(error instanceof StorageFullError) || this.#isStopping) throw error
        if (!this.#isFull && !this.#hasEnded) {
          report({ code: 'storage-full', docId, error })
          tellFull((this.#isFull = true))
        }
        await this.#wait(waitMs)
      }
    }
    return undefined
  }

  #wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#options.clock.after(delayMs, resolve)
      this.#tryAgain = () => {
        cancel()
        resolve()
      }
    })
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
      const taken = rows.filter((row) => row.seq > this.#appliedSeq && this.#takeRow(row))
      if (taken.length > 0) this.#options.show(taken.map(({ data }) => ({ data, sender: undefined })))
      this.#appliedSeq = Math.max(this.#appliedSeq, heard)
    } while (this.#newestHeard > this.#appliedSeq)
    this.#isReading = false
    this.#compactIfLong()
  }

  /** @returns whether there is something in it to show */
  #takeRow(row: StoredUpdate): boolean {
    const { docId, report } = this.#options
    this.#appliedSeq = row.seq
    if (this.#ownSeqs.delete(row.seq)) return false
    const update = decodeUpdate(row.data)
    const damage = applyStored(this.doc, [row])
    if (!update || damage.length > 0) {
      this.damage = [...this.damage, ...damage]
      report({ code: 'damaged-document', docId, damage })
      return false
    }
    advance(this.#known, update)
    this.#bytes += row.data.byteLength
    this.#tailLength++
    return true
  }

  #compactIfLong(): void {
    const { docId, store, limits, report } = this.#options
    if (this.#tailLength < limits.tailLength || this.#compacting || this.#hasEnded) return
    this.#tailLength = 0
    this.#compacting = compactDocument(store, docId)
      .then(
        () => {},
        (error: unknown) => report({ code: 'compact-failed', docId, error }),
      )
      .finally(() => {
        this.#compacting = undefined
      })
  }

  /** Waits for what is being stored, also as a snapshot. */
  async settle(): Promise<void> {
    this.#isStopping = true
    this.#tryAgain?.()
    while (this.#storing ?? this.#compacting) await (this.#storing ?? this.#compacting)
  }

  /** What was accepted but is not on disk is neither confirmed nor shown; its sender still has it and sends it again. */
  end(): void {
    this.#hasEnded = true
    this.#tryAgain?.()
    this.#accepted = []
    this.doc.destroy()
  }
}
