import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import type { Access } from './access.ts'
import type { Clock } from './clock.ts'
import { noticesFrame, savedFrame } from './frames.ts'
import type { Limits } from './limits.ts'
import type { Holder, Person } from './presence.ts'
import { closeCodes } from './protocol.ts'
import type { Notices } from './protocol.ts'

/** How long a socket may take to read what was sent before it was closed. */
const closingMs = 2000

/** One browser tab: its socket, its rights, and what it may still send. */
export class Connection implements Holder {
  readonly request: IncomingMessage
  /** Asked for by `?cap=1`: other clients would complain about a message they do not know. */
  readonly wantsSaved: boolean
  /** The newest document that the client can read, if it said so by `?schema=`. */
  readonly schemaVersion: number | undefined
  /** Of the copy that the client comes with, if it said so by `?epoch=`. */
  readonly epoch: string | undefined
  access: Access
  /** Sent before the document was loaded, or not on disk yet. */
  unstoredBytes = 0
  /** Messages with updates so far. */
  updateFrames = 0
  /** It was asked for what is missing between what it sent; until it answers, nothing more counts as saved. */
  awaitsAnswer = false
  gaps = 0
  readonly #socket: WebSocket
  readonly #limits: Limits
  readonly #clock: Clock
  #allowance: number
  #refilledAt: number
  #lastSentAt: number
  #heardSincePing = true
  #largestUnsent: number

  constructor(
    socket: WebSocket,
    request: IncomingMessage,
    access: Access,
    options: { wantsSaved: boolean; schemaVersion?: number; epoch?: string; limits: Limits; clock: Clock },
  ) {
    this.#socket = socket
    this.request = request
    this.access = access
    this.wantsSaved = options.wantsSaved
    this.schemaVersion = options.schemaVersion
    this.epoch = options.epoch
    this.#limits = options.limits
    this.#clock = options.clock
    this.#allowance = options.limits.burstMessages
    this.#largestUnsent = options.limits.unsentBytes
    this.#refilledAt = this.#lastSentAt = options.clock.now()
    socket.on('pong', () => {
      this.#heardSincePing = true
    })
  }

  get user(): Person {
    return this.access.user
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }

  get lastSentAt(): number {
    return this.#lastSentAt
  }

  send(frame: Uint8Array): void {
    if (this.#mayBeSentMore()) this.#socket.send(frame)
  }

  /** @param messages - whole messages as `wireMessage` makes them, for this and for other connections alike */
  sendShared(messages: Buffer): void {
    if (this.#mayBeSentMore()) this.request.socket.write(messages)
  }

  #mayBeSentMore(): boolean {
    if (!this.isOpen) return false
    if (this.#socket.bufferedAmount > this.#largestUnsent) {
      this.close(closeCodes.tooSlow, 'reads too slowly')
      return false
    }
    this.#lastSentAt = this.#clock.now()
    return true
  }

  /** For what must arrive whole however long it takes: the document itself. */
  sendLarge(frame: Uint8Array): void {
    this.#largestUnsent = Math.max(this.#largestUnsent, this.#limits.unsentBytes + frame.byteLength)
    this.send(frame)
  }

  /** For what is out of date in a moment: left out while other things wait. */
  sendFleeting(messages: Buffer): void {
    if (this.#socket.bufferedAmount < this.#limits.unsentBytes / 4) this.sendShared(messages)
  }

  sendSaved(frames: number, seq: number): void {
    if (this.wantsSaved && !this.awaitsAnswer) this.send(savedFrame(frames, seq))
  }

  sendNotices(notices: Notices): void {
    if (this.wantsSaved) this.send(noticesFrame(notices))
  }

  /** @returns false when it sends more than it may */
  countMessage(): boolean {
    const now = this.#clock.now()
    const { burstMessages, messagesPerSecond } = this.#limits
    this.#allowance =
      Math.min(burstMessages, this.#allowance + ((now - this.#refilledAt) / 1000) * messagesPerSecond) - 1
    this.#refilledAt = now
    return this.#allowance >= 0
  }

  /** @returns false when the other end has not answered the ping before */
  ping(): boolean {
    if (!this.#heardSincePing) return false
    this.#heardSincePing = false
    this.#socket.ping()
    return true
  }

  close(code: number, reason: string): void {
    if (!this.isOpen) return
    this.#socket.close(code, reason)
    // A reader that does not read would keep what is unsent in our memory.
    const cancel = this.#clock.after(closingMs, () => this.#socket.terminate())
    this.#socket.once('close', cancel)
  }

  terminate(): void {
    this.#socket.terminate()
  }
}
