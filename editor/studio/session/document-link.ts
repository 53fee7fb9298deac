import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { closeCodes, noNotices, noticesMessage, readNotices, trackSaving } from '#collab-server/protocol.ts'
import type { Hello, Notices, SaveTracker } from '#collab-server/protocol.ts'
import { schemaVersion } from '#model/index.ts'
import { collabPath, phoneTokenParam } from '#platform/contract/routes.ts'
import { watchSilence } from './watch-silence.ts'

/** Why the server ended it for good. */
export type ClosedReason =
  | 'signed-out'
  | 'other-person'
  | 'not-allowed'
  | 'gone'
  | 'newer-document'
  | 'document-replaced'
  | 'too-large'
  | 'locked'
  | 'refused'

export interface LinkState {
  /** There is a connection, and the other end answers. */
  readonly connected: boolean
  /** The person asked for another try, which is under way. */
  readonly retrying: boolean
  /** The first try has come to something, or takes too long. */
  readonly tried: boolean
  /** The whole document is here: it has arrived once, or was kept; from then on work goes on without a connection too. */
  readonly loaded: boolean
  /** Edits of this browser that are not known to be on the server's disk. */
  readonly waiting: number
  readonly closed: ClosedReason | undefined
  /** Counts how often the server said that this person's role is another now. */
  readonly roleChanges: number
  /** What the server said first on the newest connection. */
  readonly hello: Hello | undefined
  /** What the server told of how the work is kept. */
  readonly notices: Notices
}

export interface DocumentLink {
  readonly store: StoreApi<LinkState>
  readonly awareness: Awareness
  readonly saving: SaveTracker
  /** Tries to connect at once instead of waiting for the next try. */
  retry(): void
  close(): void
}

export interface LinkOptions {
  /** Of a phone that nobody is signed in on: it only looks. */
  readonly phoneToken?: string
  /** Whose copy of the document this is: the server turns somebody else away. */
  readonly personId?: string
  /** Of which document it is a copy: the server turns away one that was replaced since. */
  readonly epoch?: string
  /** Edits in it that the server may not have. */
  readonly unsent?: number
  /** The document is there already, as this browser kept it. */
  readonly hasCopy?: boolean
}

/** The longest wait between two tries; others who lost the same server wait a little longer or shorter. */
const backOffMs = 3000
const retryShownMs = 3000
/** All must be saved for this long before it is said. */
const settlesMs = 400

/**
 * Keeps a document in step with the server. Every edit goes into the document first and out from there, so nothing
 * typed is lost while there is no connection; what waits is sent on the next one.
 */
export function linkDocument(doc: Y.Doc, programId: string, options: LinkOptions = {}): DocumentLink {
  const { phoneToken, personId, epoch, unsent = 0, hasCopy = false } = options
  const store = createStore<LinkState>(() => ({
    connected: false,
    retrying: false,
    tried: false,
    loaded: hasCopy,
    waiting: unsent,
    closed: undefined,
    roleChanges: 0,
    hello: undefined,
    notices: noNotices,
  }))
  const url = `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}${collabPath}`
  const saving = trackSaving(doc, WebSocket, unsent)
  const provider = new WebsocketProvider(url, programId, doc, {
    params: {
      cap: '1',
      schema: String(schemaVersion),
      ...(phoneToken !== undefined && { [phoneTokenParam]: phoneToken }),
      ...(personId !== undefined && { person: personId }),
      ...(epoch !== undefined && { epoch }),
    },
    connect: false,
    // Two tabs of one browser meet at the server like everyone else: what one shows the other is stored first.
    disableBc: true,
    maxBackoffTime: backOffMs * (0.75 + Math.random() / 2),
    WebSocketPolyfill: saving.WebSocket,
  })
  saving.attach(provider, (hello) => {
    provider.params = { ...provider.params, epoch: hello.epoch }
    store.setState({ hello })
  })
  provider.messageHandlers[noticesMessage] = (_encoder, decoder) => store.setState({ notices: readNotices(decoder) })
  // What somebody says of themselves first has the number 0, which the protocol takes for nothing new: the others would
  // not see who is here before it is said once more, up to 15 seconds later.
  provider.awareness.setLocalState({})
  let settling: ReturnType<typeof setTimeout> | undefined
  const tellWaiting = () => {
    clearTimeout(settling)
    settling = undefined
    if (store.getState().waiting !== saving.unsavedEdits) store.setState({ waiting: saving.unsavedEdits })
  }
  saving.subscribe(() => {
    // Between two letters of somebody who types nothing is said to be saved, to be waiting again at once.
    if (saving.unsavedEdits > 0) tellWaiting()
    else settling ??= setTimeout(tellWaiting, settlesMs)
  })
  provider.on('status', ({ status }) => {
    const connected = status === 'connected'
    store.setState({ connected, ...(connected && { retrying: false, tried: true }) })
  })
  provider.on('sync', (synced) => {
    if (synced) store.setState({ loaded: true })
  })
  provider.on('connection-close', (event) => {
    store.setState({ tried: true })
    if (event?.code === closeCodes.roleChanged) store.setState(({ roleChanges }) => ({ roleChanges: roleChanges + 1 }))
  })
  provider.on('closed', ({ code }) => store.setState({ connected: false, retrying: false, closed: closedReason(code) }))
  const stopListening = watchSilence(provider, {
    onChange: (isSilent) =>
      store.setState({ connected: !isSilent && provider.wsconnected, ...(isSilent && { tried: true }) }),
    isWanted: () => document.visibilityState === 'visible' || saving.unsavedEdits > 0,
  })
  const again = () => {
    if (store.getState().closed !== undefined || provider.wsconnected) return
    // A try that hangs since before the network came back would hang on.
    provider.disconnect()
    provider.connect()
  }
  // The browser knows sooner than the socket: without this "Saved" would stand there for seconds.
  const onOffline = () => provider.disconnect()
  const onVisible = () => {
    if (document.visibilityState === 'visible') again()
  }
  let shown: ReturnType<typeof setTimeout> | undefined
  window.addEventListener('offline', onOffline)
  window.addEventListener('online', again)
  document.addEventListener('visibilitychange', onVisible)
  provider.connect()
  return {
    store,
    awareness: provider.awareness,
    saving,
    retry() {
      clearTimeout(shown)
      store.setState({ retrying: !store.getState().connected })
      shown = setTimeout(() => store.setState({ retrying: false }), retryShownMs)
      if (provider.wsconnected) provider.disconnect() // silent: only a new one can tell
      again()
    },
    close() {
      clearTimeout(shown)
      clearTimeout(settling)
      stopListening()
      window.removeEventListener('offline', onOffline)
      window.removeEventListener('online', again)
      document.removeEventListener('visibilitychange', onVisible)
      provider.destroy()
      saving.destroy()
    },
  }
}

function closedReason(code: number): ClosedReason {
  switch (code) {
    case closeCodes.signedOut:
      return 'signed-out'
    case closeCodes.otherPerson:
      return 'other-person'
    case closeCodes.forbidden:
      return 'not-allowed'
    case closeCodes.unknownDocument:
      return 'gone'
    case closeCodes.outdatedClient:
      return 'newer-document'
    case closeCodes.otherDocument:
      return 'document-replaced'
    case closeCodes.locked:
      return 'locked'
    case closeCodes.tooLarge:
      return 'too-large'
    default:
      return 'refused'
  }
}
