import * as Y from 'yjs'
import { documentVersionOf } from '#model/newer-document-error.ts'
import { decodeUpdate } from './check-update.ts'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import {
  deniedFrame,
  helloFrame,
  pongFrame,
  presenceFrame,
  readFrame,
  syncStep1Frame,
  syncStep2Frame,
  updateFrame,
} from './frames.ts'
import type { Limits } from './limits.ts'
import { losesEdits } from './replay.ts'
import { LiveDocument } from './live-document.ts'
import type { Shown } from './live-document.ts'
import { noStates, Presence } from './presence.ts'
import type { Problem } from './problem.ts'
import { closeCodes, noNotices } from './protocol.ts'
import type { Notices } from './protocol.ts'
import type { Damage, KickReason, SetAside, Store, StoredDocument } from './store.ts'
import { wireMessage } from './wire-message.ts'

export interface RoomOptions {
  /** Tells our own messages to other servers from theirs. */
  readonly serverId: string
  readonly store: Store
  readonly limits: Limits
  readonly clock: Clock
  report(problem: Problem): void
  /** Nobody is in it any more. */
  onIdle(): void
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
  #notices = noNotices
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
      this.#leftOut(stored.aside)
    } catch (error) {
      report({ code: 'load-failed', docId: this.docId, error })
      return this.end(closeCodes.storage, 'could not be read')
    }
    if (losesEdits(this.damage)) void this.#setAside()
    for (const connection of [...this.#connections]) this.#welcome(connection, this.#live)
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

  /** The document goes on from its last good state; what could not be read stays where somebody can look at it. */
  async #setAside(): Promise<void> {
    const { store, report } = this.#options
    const missing = this.damage.filter(({ what, why }) => what === 'update' && why === 'missing')
    // What builds on it may come back with it.
    if (missing.length > 0) return this.#tell({ missing: { edits: missing.length } })
    try {
      this.#leftOut(await store.setAside(this.docId, this.damage))
    } catch (error) {
      report({ code: 'set-aside-failed', docId: this.docId, error })
    }
  }

  #leftOut(aside: readonly SetAside[]): void {
    const latest = aside.at(-1)
    if (latest) this.#tell({ leftOut: { edits: aside.length, latestMs: latest.atMs } })
  }

  #tell(news: Partial<Notices>): void {
    this.#notices = { ...this.#notices, ...news }
    for (const connection of this.#connections) connection.sendNotices(this.#notices)
  }

  #open(stored: StoredDocument): LiveDocument<Connection> {
    const { store, limits, clock, report } = this.#options
    return new LiveDocument<Connection>(stored, {
      docId: this.docId,
      store,
      limits,
      clock,
      report,
      authorOf: ({ user }) => user.id,
      show: (updates) => this.#show(updates),
      confirm: (sender, frame, seq) => sender.sendSaved(frame, seq),
      release: (sender, bytes) => {
        sender.unstoredBytes -= bytes
      },
      tellFull: (storageFull) => this.#tell({ storageFull }),
      fail: (reason) => this.end(closeCodes.storage, reason),
    })
  }

  /** Updates of one commit go out together, to each person without their own. */
  #show(updates: readonly Shown<Connection>[]): void {
    const messages = updates.map(({ data, sender }) => ({ sender, bytes: wireMessage(updateFrame(data)) }))
    const senders = new Set(messages.map(({ sender }) => sender))
    const together = (shown: readonly { bytes: Buffer }[]) =>
      shown.length === 1 ? shown[0]!.bytes : Buffer.concat(shown.map(({ bytes }) => bytes))
    const forOthers = together(messages)
    for (const connection of this.#connections) {
      if (!senders.has(connection)) connection.sendShared(forOthers)
      else {
        const ofOthers = messages.filter(({ sender }) => sender !== connection)
        if (ofOthers.length > 0) connection.sendShared(together(ofOthers))
      }
    }
  }

  join(connection: Connection): void {
    if (this.#connections.size >= this.#options.limits.connectionsPerRoom)
      return connection.close(closeCodes.tooMany, 'too many people')
    if (this.#connectionsOf(connection.user.id) >= this.#options.limits.connectionsPerPerson)
      return connection.close(closeCodes.tooMany, 'too many connections of one person')
    this.#cancelIdle?.()
    this.#connections.add(connection)
    if (this.#live) this.#welcome(connection, this.#live)
  }

  #connectionsOf(userId: string): number {
    let count = 0
    for (const { user } of this.#connections) if (user.id === userId) count++
    return count
  }

  #welcome(connection: Connection, { doc, epoch }: LiveDocument<Connection>): void {
    if (connection.epoch !== undefined && connection.epoch !== epoch)
      return connection.close(closeCodes.otherDocument, 'the document was replaced')
    if (connection.schemaVersion !== undefined && (documentVersionOf(doc) ?? 0) > connection.schemaVersion)
      return connection.close(closeCodes.outdatedClient, 'the document is newer than this client')
    if (connection.wantsSaved) connection.send(helloFrame(epoch, connection.access.canEdit))
    // Nobody who may not edit is asked for what they have.
    if (connection.access.canEdit) connection.send(syncStep1Frame(Y.encodeStateVector(doc)))
    if (this.presence.size > 0) connection.send(presenceFrame(this.presence.all()))
    if (this.#notices !== noNotices) connection.sendNotices(this.#notices)
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
    this.#options.onIdle()
  }

  /** @returns whether it is let go, which it is unless somebody is in it or something is being stored */
  letGo(): boolean {
    if (this.#connections.size > 0 || !this.#live || this.#live.isStoring) return false
    this.end(closeCodes.stopping, 'idle')
    return true
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
    if (frame.kind === 'ping') return connection.send(pongFrame)
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
    const refusal = update && connection.access.mayWrite && live.refusalOf(update, connection.access.mayWrite)
    if (refusal) return this.#deny(connection, closeCodes.locked, refusal)
    if (update && !live.hasRoomFor(bytes))
      return this.#deny(connection, closeCodes.tooLarge, 'The document would become too large')
    if (!live.mayHoldMore(bytes)) return connection.close(closeCodes.storage, 'the disk is full')
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
    const message = wireMessage(frame)
    for (const connection of this.#connections) connection.sendFleeting(message)
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
