import { crcOf, sha256Of } from './checksums.ts'
import { keptSnapshots, UnknownDocumentError } from './store.ts'
import type { Damage, SetAside, Store, Wake } from './store.ts'

interface MemoryDocument {
  head: number
  epoch: string
  updates: { seq: number; data: Uint8Array; crc: number; author: string }[]
  aside: SetAside[]
  snapshots: { uptoSeq: number; data: Uint8Array; sha256: string }[]
}

/** Keeps documents as long as the process lives; for tests. */
export interface MemoryStore extends Store {
  readonly documents: ReadonlyMap<string, MemoryDocument>
}

export function createMemoryStore(): MemoryStore {
  const documents = new Map<string, MemoryDocument>()
  const listeners = new Set<(wake: Wake) => void>()
  const get = (docId: string): MemoryDocument => {
    const found = documents.get(docId)
    if (!found) throw new UnknownDocumentError(docId)
    return found
  }
  const tell = (wake: Wake) => {
    for (const listener of [...listeners]) listener(wake)
  }
  const addTo = (document: MemoryDocument, data: Uint8Array, author: string) => {
    const copy = data.slice()
    document.updates.push({ seq: ++document.head, data: copy, crc: crcOf(copy), author })
  }

  return {
    documents,
    async create({ docId, update, author }) {
      if (documents.has(docId)) throw new Error(`There is a document ${docId} already`)
      const document: MemoryDocument = { head: 0, epoch: crypto.randomUUID(), updates: [], aside: [], snapshots: [] }
      addTo(document, update, author)
      documents.set(docId, document)
    },
    async load(docId) {
      const document = documents.get(docId)
      if (!document) return undefined
      const damage: Damage[] = []
      const snapshot = document.snapshots.findLast(({ uptoSeq, data, sha256 }) => {
        if (sha256Of(data) === sha256) return true
        damage.push({ what: 'snapshot', seq: uptoSeq, why: 'checksum' })
        return false
      })
      const updates = document.updates.filter(({ seq, data, crc }) => {
        if (seq <= (snapshot?.uptoSeq ?? 0)) return false
        if (crcOf(data) === crc) return true
        damage.push({ what: 'update', seq, why: 'checksum' })
        return false
      })
      const { head, epoch, aside } = document
      return { snapshot, updates, head, epoch, damage, aside }
    },
    async append(docId, updates) {
      const document = get(docId)
      for (const { data, author } of updates) addTo(document, data, author)
      tell({ kind: 'appended', docId, seq: document.head })
      return { lastSeq: document.head }
    },
    async since(docId, after) {
      return get(docId).updates.filter(({ seq, data, crc }) => seq > after && crcOf(data) === crc)
    },
    async setAside(docId, damage) {
      const document = get(docId)
      const isDamaged = (seq: number) => damage.some((found) => found.what === 'update' && found.seq === seq)
      const aside = document.updates.filter(({ seq }) => isDamaged(seq)).map(({ seq }) => ({ seq, atMs: Date.now() }))
      document.updates = document.updates.filter(({ seq }) => !isDamaged(seq))
      document.aside = [...document.aside, ...aside]
      return document.aside
    },
    async compact(docId, { uptoSeq, data }, isSame) {
      const document = get(docId)
      if (document.snapshots.some((snapshot) => snapshot.uptoSeq >= uptoSeq) || !isSame(data)) return false
      document.snapshots.push({ uptoSeq, data: data.slice(), sha256: sha256Of(data) })
      document.snapshots = document.snapshots.slice(-keptSnapshots)
      const oldest = document.snapshots.length < keptSnapshots ? 0 : document.snapshots[0]!.uptoSeq
      document.updates = document.updates.filter(({ seq }) => seq > oldest)
      return true
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell,
    async close() {
      listeners.clear()
    },
  }
}
