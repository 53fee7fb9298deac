/**
 * What our server says beyond plain y-websocket, for clients: why it closed, and what it has saved. The editor imports
 * this one file of the server; it runs in browsers.
 */
import * as decoding from 'lib0/decoding'
import type * as Y from 'yjs'

/** 44xx are final: y-websocket does not connect again. After 45xx it does. */
export const closeCodes = {
  /** Something that is no message of the protocol, or an update that does not fit the document. */
  malformed: 4400,
  signedOut: 4401,
  /** No right to open this document, or (after a refused update) to change it. */
  forbidden: 4403,
  unknownDocument: 4404,
  /** What the client has is a copy of a document that was replaced since (`?epoch=`). Nothing of it was taken. */
  otherDocument: 4409,
  /** A message, or with it the document, is too large. */
  tooLarge: 4413,
  /** An edit of what is locked for this person. Nothing of that message was stored. */
  locked: 4423,
  /** Whoever is signed in now is not who the client took them for (`?person=`). */
  otherPerson: 4421,
  /** The document was written by a newer version of the editor: reload it. */
  outdatedClient: 4426,
  /** What was sent last could not be stored, or the document could not be read. */
  storage: 4500,
  /** Did not read fast enough. */
  tooSlow: 4501,
  stopping: 4503,
  roleChanged: 4510,
  /** Too many messages, or too many people. */
  tooMany: 4529,
} as const

/**
 * Sent to clients that connect with `?cap=1`: [100][frames][seq]. The first `frames` messages of this connection that
 * carried updates (SyncStep2 answers and updates) are on disk; `seq` is the newest update in the document's log.
 */
export const savedMessage = 100

/** The first message to clients that connect with `?cap=1`: [101][may write: 0 or 1][epoch as UTF-8, with its length]. */
export const helloMessage = 101

/** [102], answered with itself at once: whether the other end is there. Only for servers that have said hello. */
export const pingMessage = 102

/**
 * Sent to clients that connect with `?cap=1`: [103][JSON of `Notices`], all that holds, each time it changes and to
 * everybody who comes while something does.
 */
export const noticesMessage = 103

/** What people should know of how their work is kept. */
export interface Notices {
  /** There is no room on the server's disk: edits are kept in browsers, and stored as soon as there is. */
  readonly storageFull: boolean
  /** Some edits could not be read any more and were left out; the latest was made at that moment (ms since 1970). */
  readonly leftOut: { readonly edits: number; readonly latestMs: number } | null
  /** A stretch of what was stored is not there: the document is shown without it, and only an operator can help. */
  readonly missing: { readonly edits: number } | null
}

export const noNotices: Notices = { storageFull: false, leftOut: null, missing: null }

export interface SaveTracker {
  /** To be given to the provider as `WebSocketPolyfill`. */
  readonly WebSocket: typeof WebSocket
  /** To be called right after the provider was made. @param onHello - what the server says first on each connection */
  attach(provider: TrackedProvider, onHello?: (hello: Hello) => void): void
  /** Edits of this browser that are not known to be on the server's disk. */
  readonly unsavedEdits: number
  /** How many there were in all, those it came with included: tells edits made before a moment from later ones. */
  readonly edits: number
  subscribe(listener: () => void): () => void
  destroy(): void
}

export interface TrackedProvider {
  messageHandlers: ((...args: never[]) => void)[]
}

/**
 * Knows which edits of this browser the server has on disk: "Saved" is true when `unsavedEdits` is 0. Connected or
 * `synced` says nothing of the kind.
 *
 * ```ts
 * const saving = trackSaving(doc) // before the provider
 * const provider = new WebsocketProvider(url, id, doc, { WebSocketPolyfill: saving.WebSocket, params: { cap: '1' } })
 * saving.attach(provider)
 * ```
 * @param unsaved - edits that the document came with and that the server may not have: made offline, before a reload
 */
export function trackSaving(doc: Y.Doc, Base: typeof WebSocket = WebSocket, unsaved = 0): SaveTracker {
  const listeners = new Set<() => void>()
  let provider: TrackedProvider | undefined
  let edits = unsaved
  let savedEdits = 0
  /** Of the open connection: how many edits had been made when its n-th update went out. */
  let covered: number[] = []
  /** The first message of it that carried everything the server lacked; what went before may leave out earlier edits. */
  let firstWhole = Number.POSITIVE_INFINITY

  const changed = () => {
    for (const listener of [...listeners]) listener()
  }
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin !== null && origin === provider) return
    edits++
    changed()
  }
  doc.on('update', onUpdate)

  class TrackedWebSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      covered = []
      firstWhole = Number.POSITIVE_INFINITY
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const [kind, step] = data instanceof Uint8Array ? data : []
      if (kind === 0 && (step === 1 || step === 2)) {
        covered.push(edits)
        if (step === 1) firstWhole = Math.min(firstWhole, covered.length)
      }
      super.send(data)
    }
  }

  return {
    WebSocket: TrackedWebSocket,
    attach(tracked, onHello = () => {}) {
      provider = tracked
      tracked.messageHandlers[helloMessage] = (_encoder: unknown, decoder: decoding.Decoder) =>
        onHello(readHello(decoder))
      tracked.messageHandlers[pingMessage] = () => {}
      tracked.messageHandlers[savedMessage] = (_encoder: unknown, decoder: decoding.Decoder) => {
        const { frames } = readSaved(decoder)
        if (frames < firstWhole) return
        savedEdits = Math.max(savedEdits, covered[frames - 1] ?? 0)
        changed()
      }
    },
    get unsavedEdits() {
      return edits - savedEdits
    },
    get edits() {
      return edits
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy() {
      doc.off('update', onUpdate)
      listeners.clear()
    },
  }
}

/** What the server says first: whether this person may write, and the epoch of the document that it has. */
export interface Hello {
  readonly mayWrite: boolean
  readonly epoch: string
}

function readHello(decoder: decoding.Decoder): Hello {
  return { mayWrite: decoding.readVarUint(decoder) === 1, epoch: decoding.readVarString(decoder) }
}

export function readNotices(decoder: decoding.Decoder): Notices {
  return JSON.parse(decoding.readVarString(decoder)) as Notices
}

export function readSaved(decoder: decoding.Decoder): { frames: number; seq: number } {
  return { frames: decoding.readVarUint(decoder), seq: decoding.readVarUint(decoder) }
}
