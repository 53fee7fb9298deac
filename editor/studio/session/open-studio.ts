import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { documentVersionOf, schemaVersion } from '#model/index.ts'
import { api, asApiFailure } from '#editor/api/index.ts'
import { linkDocument, type ClosedReason } from './document-link.ts'
import { knownBlocks } from './known-blocks.ts'
import { openShop } from './shop-store.ts'
import { createSession, type StudioSession } from './studio-session.ts'

export type OpeningFailure = ClosedReason | 'offline' | 'failed'

export type Opened =
  | { readonly kind: 'opening' }
  /** `lost` is set when the server ended it while it was open: what is on screen can still be read. */
  | { readonly kind: 'open'; readonly session: StudioSession; readonly lost: ClosedReason | undefined }
  | { readonly kind: 'failed'; readonly reason: OpeningFailure }

/** Opens a program: its facts and its document at once, then everything that follows them. */
export function openStudio(programId: string): { readonly store: StoreApi<Opened>; close(): void } {
  const store = createStore<Opened>(() => ({ kind: 'opening' }))
  const doc = new Y.Doc()
  const link = linkDocument(doc, programId)
  const shop = openShop(programId)
  let session: StudioSession | undefined
  let isClosed = false

  const fail = (reason: OpeningFailure) => {
    if (!isClosed && !session) store.setState({ kind: 'failed', reason })
  }
  const start = async () => {
    try {
      const [facts, me] = await Promise.all([api.program(programId), api.me()])
      await untilLoaded(link.store)
      if (isClosed || link.store.getState().closed !== undefined) return
      session = createSession({
        facts,
        ownUserId: me.user.id,
        doc,
        link,
        shop: shop.store,
        blocks: knownBlocks,
        onNewer,
      })
      store.setState({ kind: 'open', session, lost: undefined })
    } catch (thrown) {
      fail(reasonOf(thrown))
    }
  }
  function onNewer() {
    if (session) store.setState({ kind: 'open', session, lost: 'newer-document' })
    else fail('newer-document')
  }
  const stopWatching = link.store.subscribe(({ closed }) => {
    if (closed === undefined || isClosed) return
    if (session) store.setState({ kind: 'open', session, lost: closed })
    else fail(closed)
  })
  const onUpdate = () => {
    if ((documentVersionOf(doc) ?? 0) > schemaVersion) onNewer()
  }
  doc.on('update', onUpdate)
  void start()
  return {
    store,
    close() {
      isClosed = true
      stopWatching()
      session?.close()
      shop.close()
      link.close()
      doc.destroy()
    },
  }
}

function untilLoaded(link: ReturnType<typeof linkDocument>['store']): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { loaded, closed } = link.getState()
      if (!loaded && closed === undefined) return
      stop()
      resolve()
    }
    const stop = link.subscribe(look)
    look()
  })
}

function reasonOf(thrown: unknown): OpeningFailure {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'newer-document')
    return 'newer-document'
  switch (asApiFailure(thrown).code) {
    case 'unauthorised':
      return 'signed-out'
    case 'forbidden':
      return 'not-allowed'
    case 'not-found':
      return 'gone'
    case 'offline':
      return 'offline'
    default:
      return 'failed'
  }
}
