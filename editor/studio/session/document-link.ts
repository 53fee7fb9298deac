import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { closeCodes, trackSaving } from '#collab-server/protocol.ts'
import { schemaVersion } from '#model/index.ts'
import { collabPath } from '#platform/contract/routes.ts'

/** Why the server ended it for good. */
export type ClosedReason = 'signed-out' | 'not-allowed' | 'gone' | 'newer-document' | 'too-large' | 'refused'

export interface LinkState {
  readonly connected: boolean
  /** The whole document has arrived once; from then on work goes on without a connection too. */
  readonly loaded: boolean
  /** Edits of this tab that are not known to be on the server's disk. */
  readonly waiting: number
  readonly closed: ClosedReason | undefined
}

export interface DocumentLink {
  readonly store: StoreApi<LinkState>
  readonly awareness: Awareness
  close(): void
}

/**
 * Keeps a document in step with the server. Every edit goes into the document first and out from there, so nothing
 * typed is lost while there is no connection; what waits is sent on the next one.
 */
export function linkDocument(doc: Y.Doc, programId: string): DocumentLink {
  const store = createStore<LinkState>(() => ({ connected: false, loaded: false, waiting: 0, closed: undefined }))
  const url = `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}${collabPath}`
  const saving = trackSaving(doc)
  const provider = new WebsocketProvider(url, programId, doc, {
    params: { cap: '1', schema: String(schemaVersion) },
    connect: false,
    // Two tabs of one browser meet at the server like everyone else: what one shows the other is stored first.
    disableBc: true,
    WebSocketPolyfill: saving.WebSocket,
  })
  saving.attach(provider)
  saving.subscribe(() => {
    if (store.getState().waiting !== saving.unsavedEdits) store.setState({ waiting: saving.unsavedEdits })
  })
  provider.on('status', ({ status }) => store.setState({ connected: status === 'connected' }))
  provider.on('sync', (synced) => {
    if (synced) store.setState({ loaded: true })
  })
  provider.on('closed', ({ code }) => store.setState({ connected: false, closed: closedReason(code) }))
  // The browser knows sooner than the socket: without this "Saved" would stand there for half a minute.
  const onOffline = () => provider.disconnect()
  const onOnline = () => {
    if (store.getState().closed === undefined) provider.connect()
  }
  const onLeave = (event: BeforeUnloadEvent) => {
    if (saving.unsavedEdits > 0) event.preventDefault()
  }
  window.addEventListener('offline', onOffline)
  window.addEventListener('online', onOnline)
  window.addEventListener('beforeunload', onLeave)
  provider.connect()
  return {
    store,
    awareness: provider.awareness,
    close() {
      window.removeEventListener('offline', onOffline)
      window.removeEventListener('online', onOnline)
      window.removeEventListener('beforeunload', onLeave)
      provider.destroy()
      saving.destroy()
    },
  }
}

function closedReason(code: number): ClosedReason {
  switch (code) {
    case closeCodes.signedOut:
      return 'signed-out'
    case closeCodes.forbidden:
      return 'not-allowed'
    case closeCodes.unknownDocument:
      return 'gone'
    case closeCodes.outdatedClient:
      return 'newer-document'
    case closeCodes.tooLarge:
      return 'too-large'
    default:
      return 'refused'
  }
}
