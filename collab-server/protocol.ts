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
  /** A message, or with it the document, is too large. */
  tooLarge: 4413,
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

export interface SaveTracker {
  /** To be given to the provider as `WebSocketPolyfill`. */
  readonly WebSocket: typeof WebSocket
  /** To be called right after the provider was made. */
  attach(provider: TrackedProvider): void
  /** Edits of this browser that are not known to be on the server's disk. */
  readonly unsavedEdits: number
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
 */
export function trackSaving(doc: Y.Doc, Base: typeof WebSocket = WebSocket): SaveTracker {
  const listeners = new Set<() => void>()
  let provider: TrackedProvider | undefined
  let edits = 0
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
    attach(tracked) {
      provider = tracked
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

export function readSaved(decoder: decoding.Decoder): { frames: number; seq: number } {
  return { frames: decoding.readVarUint(decoder), seq: decoding.readVarUint(decoder) }
}
