import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { seededRandom } from '#model/testing/peers.ts'
import { decodeUpdate, hasGap, isNothingNew, stateOf } from './check-update.ts'
import { presenceFrame, syncStep1Frame, updateFrame } from './frames.ts'
import type { Clock } from './clock.ts'
import type { Limits } from './limits.ts'
import { createMemoryStore } from './memory-store.ts'
import { closeCodes } from './protocol.ts'
import { closeCodeOf, eventually, everyoneReads, heldClock, startServer } from './testing/harness.ts'
import { initialState } from './testing/initial-state.ts'
import type { TestServer } from './testing/harness.ts'

const docId = 'noodles'
const open: TestServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop()
})

async function start({ clock, ...limits }: Partial<Limits> & { clock?: Clock } = {}) {
  const store = createMemoryStore()
  await store.create({ docId, tenantId: 't', update: initialState(), author: 'test' })
  const server = await startServer(store, { clock, limits: { messageBytes: 1_000_000, ...limits } })
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

/** Each is no message of the protocol, in a way that some broken or hostile client might have. */
function malformedFrame(random: () => number, stateVector: Uint8Array): Uint8Array {
  const number = (below: number) => Math.floor(random() * below)
  const noise = (size: number) => Array.from({ length: size }, () => number(256))
  const good = [
    updateFrame(edit((doc) => doc.getMap('nodes').set('first', 'overwritten'.repeat(5)))),
    syncStep1Frame(stateVector),
    presenceFrame(new Uint8Array([1, 5, 1, 2, 123, 125])),
  ]
  const kinds: (() => Uint8Array)[] = [
    () => {
      const frame = good[number(good.length)]!
      return frame.slice(0, 1 + number(frame.length - 1))
    },
    // Types that nobody has heard of, and types that only a server sends.
    () => Uint8Array.from([4 + number(120), ...noise(40)]),
    () => Uint8Array.from([2, 0, ...noise(3)]),
    // Lengths far beyond the message.
    () => Uint8Array.from([number(2), 2, 0xff, 0xff, 0xff, 0xff, 0x7f, ...noise(number(20))]),
    () => Uint8Array.from([0, 2, ...Array.from({ length: 30 }, () => 0xff)]),
    // An update that promises a million structs, and a presence that is no JSON.
    () => updateFrame(Uint8Array.from([1, 0xc0, 0x84, 0x3d, ...noise(8)])),
    () => presenceFrame(Uint8Array.from([1, 5, 1, 3, 0x7b, 0x22, 0x7b])),
    () => Uint8Array.from([...good[number(good.length)]!, number(256)]),
  ]
  return kinds[number(kinds.length)]!()
}

test('1,000 malformed messages each close their own connection with a code, are told of, and change nothing', async () => {
  const clock = heldClock()
  const { server, store } = await start({ clock, heartbeatMs: Number.MAX_SAFE_INTEGER })
  const [ann, bo] = [server.join('ann', { docId }), server.join('bo', { docId })]
  await everyoneReads([ann, bo], { first: 1 })
  const random = seededRandom(7)
  const stateVector = Y.encodeStateVector(ann.doc)
  const codes: number[] = []
  while (codes.length < 1000) {
    const closing = Array.from({ length: 50 }, async () => {
      const socket = await server.open(docId, { user: 'mallory' })
      const closed = closeCodeOf(socket)
      socket.send(malformedFrame(random, stateVector))
      return closed
    })
    codes.push(...(await Promise.all(closing)))
  }
  expect(new Set(codes)).toEqual(new Set([closeCodes.malformed]))
  ann.write('still', 'working')
  await eventually(() => expect(bo.read()).toEqual({ first: 1, still: 'working' }))
  expect([ann.closes, bo.closes, store.documents.get(docId)!.head]).toEqual([[], [], 2])
  const told = server.problems.filter(({ code }) => code === 'connection-refused')
  expect(told[0]).toMatchObject({ docId, closeCode: closeCodes.malformed, reason: expect.any(String) })
  clock.pass(60_000)
  expect(told.length + server.problems.at(-1)!.count!).toBe(1000)
})

test('1,000 random messages, some of which mean something, leave other people undisturbed', async () => {
  const { server, store } = await start()
  const [ann, bo] = [server.join('ann', { docId }), server.join('bo', { docId })]
  await everyoneReads([ann, bo], { first: 1 })
  const random = seededRandom(8)
  const good = updateFrame(edit((doc) => doc.getMap('nodes').set('first', 'overwritten'.repeat(5))))
  const bytes = () =>
    random() < 0.5
      ? Uint8Array.from({ length: 1 + Math.floor(random() * 60) }, () => Math.floor(random() * 256))
      : good.map((byte) => (random() < 0.1 ? Math.floor(random() * 256) : byte))
  for (let sent = 0; sent < 1000; sent += 5) {
    const socket = await server.open(docId, { user: 'mallory' })
    for (let count = 0; count < 5; count++) socket.send(bytes())
    socket.terminate()
  }
  ann.write('still', 'working')
  await eventually(() => expect(bo.read()).toMatchObject({ still: 'working' }))
  expect([ann.closes, bo.closes]).toEqual([[], []])
  const doc = new Y.Doc()
  for (const { data } of store.documents.get(docId)!.updates) Y.applyUpdate(doc, data)
  expect(doc.store.pendingStructs).toBeNull()
})

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
  expect(server.problems.map(({ closeCode }) => closeCode).sort()).toEqual([4400, 4400, 4413])
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
