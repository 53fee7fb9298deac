import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { seededRandom } from '#model/testing/peers.ts'
import { decodeUpdate, hasGap, isNothingNew, stateOf } from './check-update.ts'
import { presenceFrame, syncStep1Frame, updateFrame } from './frames.ts'
import { createMemoryStore } from './memory-store.ts'
import { closeCodes } from './protocol.ts'
import { closeCodeOf, eventually, everyoneReads, initialState, startServer } from './testing/harness.ts'
import type { TestServer } from './testing/harness.ts'

const docId = 'noodles'
const open: TestServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop()
})

async function start() {
  const store = createMemoryStore()
  await store.create({ docId, tenantId: 't', update: initialState(), author: 'test' })
  const server = await startServer(store, { limits: { messageBytes: 1_000_000 } })
  open.push(server)
  return { server, store }
}

function edit(change: (doc: Y.Doc) => void, from: Uint8Array = new Uint8Array([0, 0])): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, from)
  const before = Y.encodeStateVector(doc)
  change(doc)
  return Y.encodeStateAsUpdate(doc, before)
}

test(
  '1,000 random and truncated messages close their own connection and nothing else',
  { timeout: 60_000 },
  async () => {
    const { server, store } = await start()
    const [ann, bo] = [server.join('ann', { docId }), server.join('bo', { docId })]
    await everyoneReads([ann, bo], { first: 1 })
    const random = seededRandom(7)
    const good = [
      updateFrame(edit((doc) => doc.getMap('nodes').set('first', 'overwritten'.repeat(5)))),
      syncStep1Frame(Y.encodeStateVector(ann.doc)),
      presenceFrame(new Uint8Array([1, 5, 1, 2, 123, 125])),
    ]
    const bytes = () => {
      const dice = random()
      if (dice < 0.5)
        return Uint8Array.from({ length: 1 + Math.floor(random() * 60) }, () => Math.floor(random() * 256))
      const frame = good[Math.floor(random() * good.length)]!
      if (dice < 0.8) return frame.slice(0, Math.max(1, Math.floor(random() * frame.length)))
      return frame.map((byte) => (random() < 0.1 ? Math.floor(random() * 256) : byte))
    }
    let sent = 0
    while (sent < 1000) {
      const socket = await server.open(docId, { user: 'mallory' })
      for (let count = 0; count < 20 && sent < 1000; count++, sent++) socket.send(bytes())
      socket.terminate()
    }
    ann.write('still', 'working')
    await eventually(() => expect(bo.read()).toMatchObject({ still: 'working' }))
    expect([ann.closes, bo.closes, server.problems]).toEqual([[], [], []])
    const doc = new Y.Doc()
    for (const { data } of store.documents.get(docId)!.updates) Y.applyUpdate(doc, data)
    expect(doc.store.pendingStructs).toBeNull()
  },
)

test('a message of 30 MB, and one of text, close their own connection for good', async () => {
  const { server } = await start()
  const ann = server.join('ann', { docId })
  await everyoneReads([ann], { first: 1 })
  const [large, text, empty] = [await server.open(docId), await server.open(docId), await server.open(docId)]
  large.send(new Uint8Array(30_000_000))
  text.send('hello')
  empty.send(new Uint8Array())
  expect(await closeCodeOf(large)).toBe(closeCodes.tooLarge)
  await eventually(() => expect([text.readyState, empty.readyState]).toEqual([3, 3]))
  ann.write('a', 1)
  await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
  expect(ann.closes).toEqual([])
})

test('an update that builds on something unknown is never stored; its sender is asked, and given up on in the end', async () => {
  const { server, store } = await start()
  const socket = await server.open(docId)
  await eventually(() => expect(socket.heard).toEqual([0]))
  const doc = new Y.Doc()
  doc.getMap('nodes').set('a', 1)
  const later = edit((other) => other.getMap('nodes').set('a', 2), Y.encodeStateAsUpdate(doc))
  for (let count = 0; count < 6; count++) {
    socket.send(updateFrame(later))
    // An empty answer to the question, after which the gap shows up again.
    socket.send(new Uint8Array([0, 1, 2, 0, 0]))
  }
  expect(await closeCodeOf(socket)).toBe(closeCodes.malformed)
  expect(store.documents.get(docId)!.head).toBe(1)
})

test('what an update needs is known before it is applied', () => {
  const base = new Y.Doc()
  base.clientID = 1
  base.getText('t').insert(0, 'hello')
  const state = Y.encodeStateAsUpdate(base)
  const known = stateOf(base)
  const append = edit((doc) => doc.getText('t').insert(5, '!'), state)
  const remove = edit((doc) => doc.getText('t').delete(1, 2), state)
  const nested = edit((doc) => doc.getMap('m').set('x', new Y.Map([['y', new Y.Text('deep')]])))
  for (const update of [state, append, remove, nested]) {
    const decoded = decodeUpdate(update)!
    expect(hasGap(decoded, known)).toBe(false)
    expect(hasGap(decoded, new Map())).toBe(update === append || update === remove)
  }
  expect(isNothingNew(decodeUpdate(state)!, base, known)).toBe(true)
  expect(isNothingNew(decodeUpdate(append)!, base, known)).toBe(false)
  expect(isNothingNew(decodeUpdate(remove)!, base, known)).toBe(false)
  Y.applyUpdate(base, remove)
  expect(isNothingNew(decodeUpdate(remove)!, base, stateOf(base))).toBe(true)
  expect(decodeUpdate(state.slice(0, -3))).toBeUndefined()
  expect(decodeUpdate(new Uint8Array([9, 9, 9]))).toBeUndefined()
})

test('an update with a hole of its own is held back', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const value of [1, 2, 3]) doc.getMap('m').set('x', value)
  const holed = Y.mergeUpdates([updates[0]!, updates[2]!])
  expect(hasGap(decodeUpdate(holed)!, new Map())).toBe(true)
})
