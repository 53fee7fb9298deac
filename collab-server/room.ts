import * as Y from 'yjs'
import { documentVersionOf } from '#model/newer-document-error.ts'
import { decodeUpdate } from './check-update.ts'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { deniedFrame, presenceFrame, readFrame, syncStep1Frame, syncStep2Frame, updateFrame } from './frames.ts'
import type { Limits } from './limits.ts'
import { LiveDocument } from './live-document.ts'
import { noStates, Presence } from './presence.ts'
import type { Problem } from './problem.ts'
import { closeCodes } from './protocol.ts'
import type { Damage, KickReason, Store, StoredDocument } from './store.ts'

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

/** Presence is passed to other processes together, at most this often. */
const presenceMs = 80
const mostGaps = 5

/** Those who have one document open: what they send is checked here; what others may see of it comes from the log. */
export class Room {
  readonly docId: string
  readonly presence = new Presence()
  readonly #options: RoomOptions
  readonly #connections = new Set<Connection>()
  /** Messages that arrived before the document was loaded. */
  #waiting: [Connection, Uint8Array][] = []
  #live: LiveDocument<Connection> | undefined
  /** Heard while the document was loading. */
  #newestHeard = 0
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

  get damage(): readonly Damage[] {
    return this.#live?.damage ?? []
  }

  get connections(): Iterable<Connection> {
    return this.#connections
  }

  async #load(): Promise<void> {
    const { store, report, serverId } = this.#options
    try {
      const stored = await store.load(this.docId)
      if (this.#hasEnded) return
      if (!stored) return this.end(closeCodes.unknownDocument, 'no such document')
      this.#live = this.#open(stored)
    } catch (error) {
      report({ code: 'load-failed', docId: this.docId, error })
      return this.end(closeCodes.storage, 'could not be read')
    }
    const { doc } = this.#live
    for (const connection of [...this.#connections]) this.#welcome(connection, doc)
    store.tell({ kind: 'presence-wanted', docId: this.docId, from: serverId })
    const waiting = this.#waiting
    this.#waiting = []
    for (const [connection, bytes] of waiting) {
      connection.unstoredBytes -= bytes.byteLength
      this.receive(connection, bytes)
    }
    this.#restIfEmpty()
    this.#live.heard(this.#newestHeard)
  }

  #open(stored: StoredDocument): LiveDocument<Connection> {
    const { store, limits, report } = this.#options
    return new LiveDocument<Connection>(stored, {
      docId: this.docId,
      store,
      limits,
      report,
      authorOf: ({ user }) => user.id,
      show: (data, sender) => {
        const frame = updateFrame(data)
        for (const connection of this.#connections) if (connection !== sender) connection.send(frame)
      },
      confirm: (sender, frame, seq) => sender.sendSaved(frame, seq),
      release: (sender, bytes) => {
        sender.unstoredBytes -= bytes
      },
      fail: (reason) => this.end(closeCodes.storage, reason),
    })
  }

  join(connection: Connection): void {
    if (this.#connections.size >= this.#options.limits.connectionsPerRoom)
      return connection.close(closeCodes.tooMany, 'too many people')
    this.#cancelIdle?.()
    this.#connections.add(connection)
    if (this.#live) this.#welcome(connection, this.#live.doc)
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
      if (this.#live?.isStoring) this.#restIfEmpty()
      else this.end(closeCodes.stopping, 'idle')
    })
  }

  receive(connection: Connection, bytes: Uint8Array): void {
    if (this.#hasEnded || !connection.isOpen) return
    const live = this.#live
    if (!live) {
      if (this.#mayHold(connection, bytes.byteLength)) this.#waiting.push([connection, bytes])
      return
    }
    const frame = readFrame(bytes)
    if (!frame) return connection.close(closeCodes.malformed, 'no message of this protocol')
    if (frame.kind === 'update') return this.#take(connection, frame.data, frame.answers, live)
    if (frame.kind === 'presence') return this.#takePresence(connection, frame.states)
    if (frame.kind === 'query-presence') return connection.send(presenceFrame(this.presence.all()))
    try {
      connection.sendLarge(syncStep2Frame(Y.encodeStateAsUpdate(live.doc, frame.stateVector)))
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

  #take(connection: Connection, data: Uint8Array, answers: boolean, live: LiveDocument<Connection>): void {
    const frame = ++connection.updateFrames
    const bytes = data.byteLength
    const decoded = decodeUpdate(data)
    if (!decoded) return connection.close(closeCodes.malformed, 'no update')
    const { canEdit } = connection.access
    const update = (answers || !canEdit) && live.isNothingNew(decoded) ? undefined : decoded
    if (!canEdit) {
      if (update) this.#deny(connection, closeCodes.forbidden, 'You may look at this program, but not change it')
      return
    }
    if (answers) connection.awaitsAnswer = false
    if (live.hasGap(decoded)) return this.#askAgain(connection, live.doc)
    if (update && !live.hasRoomFor(bytes))
      return this.#deny(connection, closeCodes.tooLarge, 'The document would become too large')
    if (this.#mayHold(connection, bytes)) live.accept({ sender: connection, frame, bytes, update })
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

  /** Some process, perhaps this one, stored something. */
  heard(seq: number): void {
    this.#newestHeard = Math.max(this.#newestHeard, seq)
    this.#live?.heard(seq)
  }

  /** Reads what other processes stored, in case that a wake-up was lost. */
  catchUp(): void {
    this.#live?.catchUp()
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

  /** Closes it for everyone. What is not on disk yet is not lost: its sender still has it, and sends it again. */
  end(code: number, reason: string): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#cancelIdle?.()
    this.#cancelPresence?.()
    for (const connection of this.#connections) connection.close(code, reason)
    this.#connections.clear()
    this.#waiting = []
    this.#live?.end()
    this.#options.onEnd()
  }

  /** Waits for what is being stored. */
  async settle(): Promise<void> {
    await this.#live?.settle()
  }
}
