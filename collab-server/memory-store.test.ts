import { createMemoryStore } from './memory-store.ts'
import { testStore } from './testing/store-suite.ts'

let made = 0

testStore('in memory', async () => {
  const store = createMemoryStore()
  const flip = (bytes: Uint8Array) => {
    bytes[bytes.length >> 1]! ^= 0xff
  }
  return {
    store,
    other: store,
    newDocument: async () => ({ docId: `doc-${++made}`, tenantId: 'tenant' }),
    damageUpdate: async (docId, seq) =>
      flip(store.documents.get(docId)!.updates.find((update) => update.seq === seq)!.data),
    damageSnapshot: async (docId, seq) =>
      flip(store.documents.get(docId)!.snapshots.find(({ uptoSeq }) => uptoSeq === seq)!.data),
    storedSeqs: async (docId) => {
      const { updates, snapshots } = store.documents.get(docId)!
      return { updates: updates.map(({ seq }) => seq), snapshots: snapshots.map(({ uptoSeq }) => uptoSeq) }
    },
  }
})
