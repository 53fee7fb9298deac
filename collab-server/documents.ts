import * as Y from 'yjs'
import { losesEdits, replay } from './replay.ts'
import { DamagedDocumentError, UnknownDocumentError } from './store.ts'
import type { Store } from './store.ts'

/**
 * The document with every edit that was acknowledged so far; one's own copy.
 * @throws UnknownDocumentError, or DamagedDocumentError when it cannot be read whole
 */
export async function readDocument(store: Store, docId: string): Promise<Y.Doc> {
  const stored = await store.load(docId)
  if (!stored) throw new UnknownDocumentError(docId)
  const { doc, damage } = replay(stored)
  if (losesEdits(damage)) throw new DamagedDocumentError(docId, damage)
  return doc
}

/**
 * Changes a document as a person would: durable first, then shown to everybody who has it open, in any process.
 * @param author - stored with the change
 */
export async function editDocument(
  store: Store,
  docId: string,
  author: string,
  change: (doc: Y.Doc) => void,
): Promise<void> {
  const doc = await readDocument(store, docId)
  const before = Y.encodeStateVector(doc)
  let changed = false
  doc.on('update', () => {
    changed = true
  })
  doc.transact(() => change(doc))
  if (changed) await store.append(docId, [{ data: Y.encodeStateAsUpdate(doc, before), author }])
}

/** Replaces a long log by a snapshot. @returns false when nothing was done, because it is damaged or was done already */
export async function compactDocument(store: Store, docId: string): Promise<boolean> {
  const stored = await store.load(docId)
  if (!stored || stored.updates.length === 0) return false
  const { doc, damage, head } = replay(stored)
  // Compacting would make the damage final; as long as the log is there, someone can look at it.
  if (losesEdits(damage)) return false
  const data = Y.encodeStateAsUpdate(doc)
  return store.compact(docId, { uptoSeq: head, data }, (readBack) => isSameDocument(doc, readBack))
}

function isSameDocument(doc: Y.Doc, state: Uint8Array): boolean {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, state)
  if (copy.store.pendingStructs || copy.store.pendingDs) return false
  return Buffer.compare(Y.encodeStateAsUpdate(copy), Y.encodeStateAsUpdate(doc)) === 0
}
