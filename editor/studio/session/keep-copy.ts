import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SaveTracker } from '#collab-server/protocol.ts'
import {
  rememberFacts,
  type CopyFacts,
  type CopyKey,
  type CopyRows,
  type LocalCopy,
  type Unsent,
} from '#editor/local/local-copy.ts'
import { personKey } from '#editor/local/person.ts'
import { inLocalDatabase, unsentRows, updateRows } from '#editor/local/local-database.ts'

export interface KeepState {
  /** Of the edits that the tracker counts, how many are on this device. */
  readonly keptEdits: number
  /** Why nothing is kept: no room, or a browser that keeps nothing. */
  readonly problem: 'full' | 'unavailable' | undefined
}

export interface CopyKeeper {
  readonly key: CopyKey
  readonly store: StoreApi<KeepState>
  /** What this tab has read and written of the copy; all of it is in the document. */
  readonly rows: CopyRows
  /** Edits that the server may not have, undefined when it has all. */
  readonly unsent: Unsent | undefined
  remember(change: Partial<CopyFacts>): void
  /** Writes at once what waits to be written. */
  flush(): Promise<void>
  /** Writes what waits, and then nothing more. */
  close(): Promise<void>
  /** Nothing is written any more: the copy is taken away. */
  stop(): void
}

export interface KeepOptions {
  readonly key: CopyKey
  readonly doc: Y.Doc
  /** What was read into the document. */
  readonly copy: LocalCopy | undefined
  /** The copy is all that there was of it; else all of it is written now. */
  readonly isWhole: boolean
  readonly saving: Pick<SaveTracker, 'edits' | 'unsavedEdits' | 'subscribe'>
  readonly isConnected: () => boolean
}

/** While the server confirms within milliseconds, most edits need never be written as unsent. */
const onlineDelayMs = 300
const offlineDelayMs = 20
/** What others do is also on the server. */
const othersDelayMs = 2000
const againMs = 10_000
/** Rows and bytes beyond which the copy is written anew as one. */
const mostRows = 60
const leastBytes = 256 * 1024

/**
 * Keeps this browser's copy of a document up to date: every edit is on this device moments after it was made, with how
 * many of them the server may lack. Several tabs keep one copy together: each adds rows of its own, and replaces only what
 * it has itself.
 */
export function keepCopy({ key, doc, copy, isWhole, saving, isConnected }: KeepOptions): CopyKeeper {
  const tab = `${Date.now().toString(36)}-${doc.clientID}`
  const store = createStore<KeepState>(() => ({ keptEdits: isWhole ? saving.edits : 0, problem: undefined }))
  let pending: Uint8Array[] = isWhole ? [] : [Y.encodeStateAsUpdate(doc)]
  let rows: IDBValidKey[] = [...(copy?.rows.updates ?? [])]
  let inheritedUnsent: readonly IDBValidKey[] = copy?.rows.unsent ?? []
  let bytes = 0
  let baseBytes = (copy?.updates ?? []).reduce((sum, { byteLength }) => sum + byteLength, 0)
  let number = 0
  let edits = saving.edits
  let since: Uint8Array | Map<number, number> =
    copy?.unsent?.since ?? (saving.unsavedEdits > 0 ? new Map() : Y.encodeStateVector(doc))
  let isUnsentWritten = inheritedUnsent.length > 0
  let writing: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let dueMs = Infinity
  let isStopped = false

  const soon = (delayMs: number) => {
    const atMs = performance.now() + delayMs
    if (isStopped || atMs >= dueMs) return
    clearTimeout(timer)
    dueMs = atMs
    timer = setTimeout(() => {
      if (delayMs !== onlineDelayMs || saving.unsavedEdits > 0 || isUnsentWritten) return void flush()
      dueMs = Infinity
      soon(othersDelayMs) // it is with the server meanwhile, as what others do
    }, delayMs)
  }
  const onUpdate = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { beforeState }: Y.Transaction) => {
    pending.push(update)
    const own = saving.edits - edits
    edits = saving.edits
    // What was here before the first unsent edit, the server has: it shows nothing that it has not stored.
    if (own > 0 && saving.unsavedEdits === own) since = beforeState
    soon(own === 0 ? othersDelayMs : isConnected() ? onlineDelayMs : offlineDelayMs)
  }
  const onSaved = () => {
    if (saving.unsavedEdits === 0 && isUnsentWritten) soon(onlineDelayMs)
  }
  const unsentNow = (): Unsent | undefined =>
    saving.unsavedEdits === 0
      ? undefined
      : { edits: saving.unsavedEdits, since: since instanceof Map ? Y.encodeStateVector(since) : since }

  async function write(): Promise<void> {
    clearTimeout(timer)
    dueMs = Infinity
    const taken = pending
    const unsent = unsentNow()
    if (isStopped || (taken.length === 0 && !unsent && !isUnsentWritten)) return
    pending = []
    const upTo = saving.edits
    const isAnew = rows.length >= mostRows || bytes > Math.max(leastBytes, baseBytes)
    const data = isAnew ? [Y.encodeStateAsUpdate(doc)] : taken
    const replaced = isAnew ? rows : []
    const rowKey = [key.personId, key.programId, tab, ++number]
    try {
      await inLocalDatabase('readwrite', (of) => {
        if (data.length > 0) of(updateRows).put(data, rowKey)
        for (const old of replaced) of(updateRows).delete(old)
        for (const old of inheritedUnsent) of(unsentRows).delete(old)
        if (unsent) of(unsentRows).put(unsent, [key.personId, key.programId, tab])
        else of(unsentRows).delete([key.personId, key.programId, tab])
        return () => undefined
      })
    } catch (error) {
      pending = [...taken, ...pending]
      soon(againMs)
      return store.setState({ problem: isFull(error) ? 'full' : 'unavailable' })
    }
    const size = data.reduce((sum, { byteLength }) => sum + byteLength, 0)
    if (isAnew) [rows, bytes, baseBytes] = [[], 0, size]
    else bytes += size
    if (data.length > 0) rows.push(rowKey)
    inheritedUnsent = []
    isUnsentWritten = unsent !== undefined
    store.setState({ keptEdits: upTo, problem: undefined })
  }

  /** One at a time; what arrives meanwhile goes with the next. */
  async function flush(): Promise<void> {
    while (writing) await writing
    writing = write().finally(() => {
      writing = undefined
    })
    await writing
  }
  const onHide = () => {
    if (document.visibilityState === 'hidden') void flush()
  }
  const onLeave = () => void flush()
  /** In another tab somebody signed out, or as somebody else: nothing more of this person is left here. */
  const onPerson = ({ key: name, newValue }: StorageEvent) => {
    if (name !== personKey || newValue === key.personId) return
    stop()
    store.setState({ problem: 'unavailable' })
  }
  const stop = () => {
    isStopped = true
    clearTimeout(timer)
    doc.off('update', onUpdate)
    unsubscribe()
    document.removeEventListener('visibilitychange', onHide)
    window.removeEventListener('pagehide', onLeave)
    window.removeEventListener('storage', onPerson)
  }
  doc.on('update', onUpdate)
  const unsubscribe = saving.subscribe(onSaved)
  document.addEventListener('visibilitychange', onHide)
  window.addEventListener('pagehide', onLeave)
  window.addEventListener('storage', onPerson)
  if (pending.length > 0) soon(othersDelayMs)

  return {
    key,
    store,
    get rows() {
      const own = isUnsentWritten ? [[key.personId, key.programId, tab]] : []
      return { updates: rows, unsent: [...inheritedUnsent, ...own] }
    },
    get unsent() {
      return unsentNow()
    },
    remember(change) {
      if (isStopped) return
      rememberFacts(key, change).catch(() => {
        // Then it opens only with a network; of edits that are not kept the person is told.
      })
    },
    flush,
    async close() {
      doc.off('update', onUpdate)
      await flush()
      stop()
    },
    stop,
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
}
