import * as Y from 'yjs'
import { documentVersionOf } from '#model/newer-document-error.ts'
import { advance, decodeUpdate, hasGap, isNothingNew, stateOf } from './check-update.ts'
import type { DecodedUpdate } from './check-update.ts'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { compactDocument } from './documents.ts'
import { deniedFrame, presenceFrame, readFrame, syncStep1Frame, syncStep2Frame, updateFrame } from './frames.ts'
import type { Limits } from './limits.ts'
import { noStates, Presence } from './presence.ts'
import { closeCodes } from './protocol.ts'
import { applyStored, replay } from './replay.ts'
import { UnknownDocumentError } from './store.ts'
import type { Damage, KickReason, Store, StoredUpdate } from './store.ts'

export interface RoomOptions {
  /** Tells our own messages to other servers from theirs. */
  readonly serverId: string
  readonly store: Store
  readonly limits: Limits
  readonly clock: Clock
  report(problem: Problem): void
  /** The room is closed and empty; a new one takes its place when someone comes. */
  onEnd(): void
}

/** For operators. People see the state of saving, or the reason of a closed connection. */
export interface Problem {
  readonly code:
    | 'load-failed'
    | 'append-failed'
    | 'read-failed'
    | 'compact-failed'
    | 'damaged-document'
    | 'authorize-failed'
  readonly docId: string
  readonly error?: unknown
  readonly damage?: readonly Damage[]
}

/** An update that was accepted and is not yet on disk. Without `update` it only waits for its turn to be confirmed. */
interface Accepted {
  readonly from: Connection
  readonly frame: number
  readonly bytes: number
  readonly update: DecodedUpdate | undefined
}

/** Presence is passed to other processes together, at most this often. */
const presenceMs = 80
const mostGaps = 5

/**
 * One document and those who have it open. What is sent is checked, stored, and only then applied and shown to the
 * others: what anybody sees is on disk.
 */
export class Room {
  readonly docId: string
  readonly presence = new Presence()
  damage: readonly Damage[] = []
  readonly #options: RoomOptions
  readonly #connections = new Set<Connection>()
  /** Messages that arrived before the document was loaded. */
  #waiting: [Connection, Uint8Array][] = []
  #doc: Y.Doc | undefined
  /** The document's state once all accepted updates are applied. */
  #known = new Map<number, number>()
  #bytes = 0
  #accepted: Accepted[] = []
  #storing: Promise<void> | undefined
  #appliedSeq = 0
  /** Our own rows that became durable after rows of others which we have not read yet. */
  readonly #ownSeqs = new Set<number>()
  #newestHeard = 0
  #reading: Promise<void> | undefined
  #tailLength = 0
  #isCompacting = false
  #hasEnded = false
  #cancelIdle: (() => void) | undefined
  readonly #changedClients = new Set<number>()
  #cancelPresence: (() => void) | undefined

  constructor(docId: string, options: RoomOptions) {
    this.docId = docId
    this.#options = options
    void this.#load()
  }

  get size(): number {
    return this.#connections.size
  }

  get hasEnded(): boolean {
    return this.#hasEnded
  }

  get connections(): Iterable<Connection> {
    return this.#connections
  }

  async #load(): Promise<void> {
    try {
      const stored = await this.#options.store.load(this.docId)
      if (this.#hasEnded) return
      if (!stored) return this.end(closeCodes.unknownDocument, 'no such document')
      const { doc, head, damage, tailLength } = replay(stored)
      this.damage = damage
      if (damage.length > 0) this.#options.report({ code: 'damaged-document', docId: this.docId, damage })
      this.#bytes =
        (stored.snapshot?.data.byteLength ?? 0) + stored.updates.reduce((sum, { data }) => sum + data.byteLength, 0)
      this.#appliedSeq = head
      this.#tailLength = tailLength
      this.#known = stateOf(doc)
      this.#doc = doc
    } catch (error) {
      const isUnknown = error instanceof UnknownDocumentError
      if (!isUnknown) this.#options.report({ code: 'load-failed', docId: this.docId, error })
      return this.end(isUnknown ? closeCodes.unknownDocument : closeCodes.storage, 'cannot be read')
    }
    for (const connection of [...this.#connections]) this.#welcome(connection, this.#doc)
    this.#options.store.tell({ kind: 'presence-wanted', docId: this.docId, from: this.#options.serverId })
    const waiting = this.#waiting
    this.#waiting = []
    for (const [connection, bytes] of waiting) {
      connection.unstoredBytes -= bytes.byteLength
      this.receive(connection, bytes)
    }
    this.#restIfEmpty()
    if (this.#newestHeard > this.#appliedSeq) this.catchUp()
  }

  join(connection: Connection): void {
    if (this.#connections.size >= this.#options.limits.connectionsPerRoom)
      return connection.close(closeCodes.tooMany, 'too many people')
    this.#cancelIdle?.()
    this.#connections.add(connection)
    if (this.#doc) this.#welcome(connection, this.#doc)
  }

  #welcome(connection: Connection, doc: Y.Doc): void {
    if (connection.schemaVersion !== undefined && (documentVersionOf(doc) ?? 0) > connection.schemaVersion)
      return connection.close(closeCodes.outdatedClient, 'the document is newer than this client')
    // Nobody who may not edit is asked for what they have.
    if (connection.access.canEdit) connection.send(syncStep1Frame(Y.encodeStateVector(doc)))
    if (this.presence.size > 0) connection.send(presenceFrame(this.presence.all()))
  }

  leave(connection: Connection): void {
    if (!this.#connections.delete(connection)) return
    const gone = this.presence.leave(connection)
    if (gone) {
      this.#broadcastFleeting(presenceFrame(gone))
      this.#tellPresence(gone)
    }
    this.#restIfEmpty()
  }

  #restIfEmpty(): void {
    if (this.#connections.size > 0 || this.#hasEnded) return
    this.#cancelIdle?.()
    this.#cancelIdle = this.#options.clock.after(this.#options.limits.idleMs, () => {
      if (this.#storing) this.#restIfEmpty()
      else this.end(closeCodes.stopping, 'idle')
    })
  }

  receive(connection: Connection, bytes: Uint8Array): void {
    if (this.#hasEnded || !connection.isOpen) return
    if (!this.#doc) {
      if (this.#mayHold(connection, bytes.byteLength)) this.#waiting.push([connection, bytes])
      return
    }
    const frame = readFrame(bytes)
    if (!frame) return connection.close(closeCodes.malformed, 'no message of this protocol')
    if (frame.kind === 'update') return this.#take(connection, frame.data, frame.answers, this.#doc)
    if (frame.kind === 'presence') return this.#takePresence(connection, frame.states)
    if (frame.kind === 'query-presence') return connection.send(presenceFrame(this.presence.all()))
    try {
      connection.sendLarge(syncStep2Frame(Y.encodeStateAsUpdate(this.#doc, frame.stateVector)))
    } catch {
      connection.close(closeCodes.malformed, 'no state vector')
    }
  }

  #mayHold(connection: Connection, bytes: number): boolean {
    connection.unstoredBytes += bytes
    if (connection.unstoredBytes <= this.#options.limits.unstoredBytes) return true
    connection.close(closeCodes.tooMany, 'sends faster than can be stored')
    return false
  }

  #take(connection: Connection, data: Uint8Array, answers: boolean, doc: Y.Doc): void {
    const frame = ++connection.updateFrames
    const update = decodeUpdate(data)
    if (!update) return connection.close(closeCodes.malformed, 'no update')
    const repeats = (answers || !connection.access.canEdit) && isNothingNew(update, doc, this.#known)
    if (!connection.access.canEdit) {
      if (!repeats) this.#deny(connection, closeCodes.forbidden, 'You may look at this program, but not change it')
      return
    }
    if (hasGap(update, this.#known)) return this.#askAgain(connection, doc)
    if (answers) connection.awaitsAnswer = false
    if (!repeats) {
      if (!this.#hasRoomFor(data.byteLength, doc))
        return this.#deny(connection, closeCodes.tooLarge, 'The document would become too large')
      advance(this.#known, update)
    }
    if (!this.#mayHold(connection, data.byteLength)) return
    this.#accepted.push({ from: connection, frame, bytes: data.byteLength, update: repeats ? undefined : update })
    this.#storing ??= this.#storeAccepted(doc)
      .catch((error: unknown) => {
        this.#options.report({ code: 'append-failed', docId: this.docId, error })
        this.end(closeCodes.storage, 'could not be stored')
      })
      .finally(() => {
        this.#storing = undefined
      })
  }

  /** Happens when someone types between connecting and the answer to our SyncStep1, after a time offline. */
  #askAgain(connection: Connection, doc: Y.Doc): void {
    if (connection.awaitsAnswer) return
    if (++connection.gaps > mostGaps) return connection.close(closeCodes.malformed, 'updates do not fit together')
    connection.awaitsAnswer = true
    connection.send(syncStep1Frame(Y.encodeStateVector(doc)))
  }

  #deny(connection: Connection, code: number, reason: string): void {
    connection.send(deniedFrame(reason))
    connection.close(code, reason)
  }

  #hasRoomFor(bytes: number, doc: Y.Doc): boolean {
    const { documentBytes } = this.#options.limits
    // The log counts what was replaced since as well; the document itself is measured only when that is too much.
    if (this.#bytes + bytes > documentBytes) this.#bytes = Y.encodeStateAsUpdate(doc).byteLength
    if (this.#bytes + bytes > documentBytes) return false
    this.#bytes += bytes
    return true
  }

  async #storeAccepted(doc: Y.Doc): Promise<void> {
    // What arrives in this turn of the event loop shares a commit; so does what arrives while one is under way.
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#accepted.length > 0 && !this.#hasEnded) {
      const batch = this.#accepted
      this.#accepted = []
      const updates = batch.flatMap(({ from, update }) =>
        update ? [{ from, data: update.data, author: from.user.id }] : [],
      )
      if (updates.length > 0) {
        const { lastSeq } = await this.#options.store.append(this.docId, updates)
        if (this.#hasEnded) return
        for (const { from, data } of updates) this.#show(data, from, doc)
        this.#count(lastSeq, updates.length)
      }
      for (const { from, bytes } of batch) from.unstoredBytes -= bytes
      const newest = new Map(batch.map(({ from, frame }) => [from, frame]))
      for (const [connection, frame] of newest) connection.sendSaved(frame, this.#appliedSeq)
    }
    if (this.#newestHeard > this.#appliedSeq) this.catchUp()
    this.#compactIfLong()
  }

  #show(data: Uint8Array, from: Connection | undefined, doc: Y.Doc): void {
    Y.applyUpdate(doc, data)
    const frame = updateFrame(data)
    for (const connection of this.#connections) if (connection !== from) connection.send(frame)
  }

  #count(lastSeq: number, length: number): void {
    this.#tailLength += length
    const firstSeq = lastSeq - length + 1
    if (firstSeq <= this.#appliedSeq + 1) {
      this.#appliedSeq = Math.max(this.#appliedSeq, lastSeq)
      return
    }
    for (let seq = firstSeq; seq <= lastSeq; seq++) this.#ownSeqs.add(seq)
    this.#newestHeard = Math.max(this.#newestHeard, lastSeq)
  }

  /** Another process stored something. */
  heard(seq: number): void {
    this.#newestHeard = Math.max(this.#newestHeard, seq)
    if (!this.#storing && this.#newestHeard > this.#appliedSeq) this.catchUp()
  }

  /** Reads what others stored. */
  catchUp(): void {
    if (!this.#doc || this.#hasEnded || this.#reading) return
    this.#reading = this.#readRows(this.#doc)
      .catch((error: unknown) => {
        this.#options.report({ code: 'read-failed', docId: this.docId, error })
        this.end(closeCodes.storage, 'could not be read')
      })
      .finally(() => {
        this.#reading = undefined
        // Heard after the last look, and before now.
        if (this.#newestHeard > this.#appliedSeq) this.catchUp()
      })
  }

  async #readRows(doc: Y.Doc): Promise<void> {
    do {
      const heard = this.#newestHeard
      const rows = await this.#options.store.since(this.docId, this.#appliedSeq)
      if (this.#hasEnded) return
      for (const row of rows) if (row.seq > this.#appliedSeq) this.#showRow(row, doc)
      this.#appliedSeq = Math.max(this.#appliedSeq, heard)
    } while (this.#newestHeard > this.#appliedSeq)
    this.#compactIfLong()
  }

  #showRow(row: StoredUpdate, doc: Y.Doc): void {
    this.#appliedSeq = row.seq
    if (this.#ownSeqs.delete(row.seq)) return
    const update = decodeUpdate(row.data)
    const damage = applyStored(doc, [row])
    if (!update || damage.length > 0) {
      this.damage = [...this.damage, ...damage]
      this.#options.report({ code: 'damaged-document', docId: this.docId, damage })
      return
    }
    advance(this.#known, update)
    this.#bytes += row.data.byteLength
    this.#tailLength++
    const frame = updateFrame(row.data)
    for (const connection of this.#connections) connection.send(frame)
  }

  #compactIfLong(): void {
    if (this.#tailLength < this.#options.limits.tailLength || this.#isCompacting || this.#hasEnded) return
    this.#isCompacting = true
    this.#tailLength = 0
    compactDocument(this.#options.store, this.docId)
      .catch((error: unknown) => this.#options.report({ code: 'compact-failed', docId: this.docId, error }))
      .finally(() => {
        this.#isCompacting = false
      })
  }

  #takePresence(connection: Connection, bytes: Uint8Array): void {
    const { limits, clock } = this.#options
    if (bytes.byteLength > limits.presenceBytes) return connection.close(closeCodes.tooLarge, 'presence too large')
    const taken = this.presence.take(connection, bytes, clock.now())
    if (!taken) return connection.close(closeCodes.malformed, 'no presence')
    if (taken.clientIds.length === 0) return
    // Also to the sender, whose connection would seem dead to it otherwise.
    this.#broadcastFleeting(presenceFrame(taken.states))
    for (const clientId of taken.clientIds) this.#changedClients.add(clientId)
    this.#cancelPresence ??= clock.after(presenceMs, () => {
      this.#cancelPresence = undefined
      const changed = [...this.#changedClients]
      this.#changedClients.clear()
      this.#tellPresenceOf(changed)
    })
  }

  #tellPresenceOf(clientIds: readonly number[]): void {
    for (const clientId of clientIds) this.#tellPresence(this.presence.stateOf(clientId))
  }

  #tellPresence(states: Uint8Array): void {
    const { store, serverId } = this.#options
    store.tell({ kind: 'presence', docId: this.docId, from: serverId, states: Buffer.from(states).toString('base64') })
  }

  /** Another server says who is there. */
  heardPresence(states: string): void {
    const fresh = this.presence.takeFromElsewhere(Buffer.from(states, 'base64'), this.#options.clock.now())
    if (fresh) this.#broadcastFleeting(presenceFrame(fresh))
  }

  /** Another server asks who is here. */
  answerPresence(): void {
    this.#tellPresenceOf(this.presence.ownClients())
  }

  #broadcastFleeting(frame: Uint8Array): void {
    for (const connection of this.#connections) connection.sendFleeting(frame)
  }

  beat(): void {
    const { limits, clock } = this.#options
    const silent = this.presence.dropSilent(clock.now())
    if (silent) this.#broadcastFleeting(presenceFrame(silent))
    for (const connection of this.#connections) {
      if (!connection.ping()) connection.terminate()
      else if (clock.now() - connection.lastSentAt >= limits.heartbeatMs / 2) connection.send(presenceFrame(noStates))
    }
  }

  kick(userId: string, reason: KickReason): void {
    const [code, words] =
      reason === 'revoked' ? [closeCodes.forbidden, 'access was taken away'] : [closeCodes.roleChanged, 'role changed']
    for (const connection of this.#connections) if (connection.user.id === userId) connection.close(code, words)
  }

  /** What was accepted but is not on disk is neither confirmed nor shown; its sender still has it and sends it again. */
  end(code: number, reason: string): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#cancelIdle?.()
    this.#cancelPresence?.()
    for (const connection of this.#connections) connection.close(code, reason)
    this.#connections.clear()
    this.#waiting = []
    this.#accepted = []
    this.#doc?.destroy()
    this.#options.onEnd()
  }

  /** Waits for what is being stored. */
  async settle(): Promise<void> {
    while (this.#storing) await this.#storing
  }
}
