/** Who is in a room and where they point, as y-protocols' awareness sees it; never stored. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export interface Person {
  readonly id: string
  readonly name: string
}

export interface Holder {
  readonly user: Person
  readonly isOpen: boolean
}

interface Entry {
  readonly clientId: number
  readonly clock: number
  /** Null once the client has left. */
  readonly state: object | null
}

interface Held extends Entry {
  readonly holder: Holder | 'elsewhere'
  readonly seenAt: number
  /** Added to the client's own clock: one that comes back starts where it was, and others would ignore it. */
  readonly lead: number
}

export const hues = 10
/** Clients repeat their state every 15 s; one on another server that fell silent is gone. */
const silentAfterMs = 45_000

export class Presence {
  readonly #held = new Map<number, Held>()
  readonly #left = new Map<number, number>()

  get size(): number {
    return this.#held.size
  }

  /**
   * Takes what a client says about itself. Of others it only repeats what it heard, which is left out.
   * @returns the states to pass on and whose they are, or undefined for bytes that are none
   */
  take(
    holder: Holder,
    bytes: Uint8Array,
    now: number,
  ): { states: Uint8Array; clientIds: readonly number[] } | undefined {
    const entries = readEntries(bytes)
    if (!entries) return undefined
    const passed = entries.flatMap((entry) => this.#takeOne(holder, entry, now) ?? [])
    return { states: writeEntries(passed), clientIds: passed.map(({ clientId }) => clientId) }
  }

  #takeOne(holder: Holder, { clientId, clock, state }: Entry, now: number): Entry | undefined {
    const held = this.#held.get(clientId)
    const isOwn = held?.holder === holder
    // The client of a connection that broke off comes back on another before the first is known to be dead.
    const isBack =
      held &&
      held.holder !== 'elsewhere' &&
      held.holder.user.id === holder.user.id &&
      (clock > held.clock || !held.holder.isOpen)
    if (!isOwn && ((held && !isBack) || state === null || this.#holds(holder))) return undefined
    if (held && isOwn && clock < held.clock) return undefined
    if (state === null) {
      this.#forget(clientId)
      return { clientId, clock: clock + (held?.lead ?? 0), state }
    }
    const leftAt = this.#left.get(clientId)
    // A client hears its own state back and takes over the later clock; leading it again would be an endless echo.
    const hasCaughtUp = held !== undefined && clock >= held.clock + held.lead
    const lead = hasCaughtUp ? 0 : (held?.lead ?? (leftAt === undefined ? 0 : Math.max(0, leftAt + 1 - clock)))
    const stamped = {
      ...state,
      user: { id: holder.user.id, name: holder.user.name, colour: this.#hueOf(holder.user.id) },
    }
    this.#held.set(clientId, { clientId, clock, state: stamped, holder, seenAt: now, lead })
    return { clientId, clock: clock + lead, state: stamped }
  }

  /** A connection is one client. */
  #holds(holder: Holder): boolean {
    for (const held of this.#held.values()) if (held.holder === holder) return true
    return false
  }

  /** @returns the states to pass on, undefined if it had none */
  leave(holder: Holder): Uint8Array | undefined {
    return this.#drop((held) => held.holder === holder)
  }

  /** Drops who is on another server and has not been heard of. */
  dropSilent(now: number): Uint8Array | undefined {
    return this.#drop((held) => held.holder === 'elsewhere' && now - held.seenAt > silentAfterMs)
  }

  /** Takes what another server passed on. @returns what was new */
  takeFromElsewhere(bytes: Uint8Array, now: number): Uint8Array | undefined {
    const fresh = (readEntries(bytes) ?? []).filter(({ clientId, clock, state }) => {
      const held = this.#held.get(clientId)
      if (held && (held.holder !== 'elsewhere' || clock < held.clock || (clock === held.clock && state !== null)))
        return false
      if (state !== null)
        this.#held.set(clientId, { clientId, clock, state, holder: 'elsewhere', seenAt: now, lead: 0 })
      else if (held) this.#forget(clientId)
      else return false
      return true
    })
    return fresh.length > 0 ? writeEntries(fresh) : undefined
  }

  all(): Uint8Array {
    return writeEntries([...this.#held.values()].map(passedOn))
  }

  /** Clients of this server. */
  ownClients(): number[] {
    return [...this.#held.values()].filter((held) => held.holder !== 'elsewhere').map((held) => held.clientId)
  }

  /** That of a client that left says so. */
  stateOf(clientId: number): Uint8Array {
    const held = this.#held.get(clientId)
    return writeEntries([held ? passedOn(held) : { clientId, clock: this.#left.get(clientId) ?? 0, state: null }])
  }

  #drop(isGone: (held: Held) => boolean): Uint8Array | undefined {
    const gone = [...this.#held.values()].filter(isGone)
    for (const { clientId } of gone) this.#forget(clientId)
    return gone.length > 0 ? writeEntries(gone.map((held) => ({ ...passedOn(held), state: null }))) : undefined
  }

  #forget(clientId: number): void {
    const held = this.#held.get(clientId)
    this.#held.delete(clientId)
    if (held) this.#left.set(clientId, held.clock + held.lead)
    if (this.#left.size > 1000) this.#left.delete(this.#left.keys().next().value!)
  }

  /** The same for all tabs of a person; another than everybody else's as long as there are hues left. */
  #hueOf(userId: string): number {
    const taken = new Set<number>()
    for (const { state } of this.#held.values()) {
      const user = state && 'user' in state ? (state.user as { id: string; colour: number }) : undefined
      if (user?.id === userId) return user.colour
      if (user) taken.add(user.colour)
    }
    let first = 0
    for (const letter of userId) first = (first * 31 + letter.charCodeAt(0)) % hues
    for (let step = 0; step < hues; step++) if (!taken.has((first + step) % hues)) return (first + step) % hues
    return first
  }
}

const passedOn = ({ clientId, clock, state, lead }: Held): Entry => ({ clientId, clock: clock + lead, state })

/** Says nothing; keeps a silent connection alive. */
export const noStates: Uint8Array = new Uint8Array([0])

function readEntries(bytes: Uint8Array): Entry[] | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    const entries: Entry[] = []
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state: unknown = JSON.parse(decoding.readVarString(decoder))
      if (typeof state !== 'object' || Array.isArray(state)) return undefined
      entries.push({ clientId, clock, state })
    }
    return entries
  } catch {
    return undefined
  }
}

function writeEntries(entries: readonly Entry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state))
  }
  return encoding.toUint8Array(encoder)
}
