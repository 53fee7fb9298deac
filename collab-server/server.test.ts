import { once } from 'node:events'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { afterEach, expect, test } from 'vitest'
import { createMemoryStore } from './memory-store.ts'
import type { MemoryStore } from './memory-store.ts'
import { updateFrame } from './frames.ts'
import { closeCodes, pingMessage, trackSaving } from './protocol.ts'
import { StorageFullError } from './store.ts'
import type { CollabServerOptions } from './server.ts'
import { BrowserWebSocket, closeCodeOf, eventually, everyoneReads, heldClock, startServer } from './testing/harness.ts'
import { initialState } from './testing/initial-state.ts'
import { authorizeByName } from './testing/authorize-by-name.ts'
import type { TestServer } from './testing/harness.ts'

const docId = 'noodles'
const open: TestServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop()
})

async function start(options: Partial<CollabServerOptions> = {}, store: MemoryStore = createMemoryStore()) {
  if (!store.documents.has(docId)) await store.create({ docId, tenantId: 't', update: initialState(), author: 'test' })
  const server = await startServer(store, options)
  open.push(server)
  return { server, store, join: (name: string, doc?: Y.Doc) => server.join(name, { docId, doc }) }
}

test('two people see each other’s edits, and both see what was there', async () => {
  const { join } = await start()
  const [ann, bo] = [join('ann'), join('bo')]
  await everyoneReads([ann, bo], { first: 1 })
  ann.write('a', 'from ann')
  bo.write('b', 'from bo')
  await everyoneReads([ann, bo], { first: 1, a: 'from ann', b: 'from bo' })
})

test('what someone did offline arrives, also when they type before the server has asked for it', async () => {
  const { join, store } = await start()
  const [ann, bo] = [join('ann'), join('bo')]
  await everyoneReads([ann, bo], { first: 1 })
  ann.provider.disconnect()
  for (let count = 0; count < 20; count++) ann.write(`offline-${count}`, count)
  ann.provider.on('status', ({ status }: { status: string }) => {
    if (status === 'connected') ann.write('early', true)
  })
  ann.provider.connect()
  await eventually(() => expect(bo.read()).toMatchObject({ 'offline-19': 19, early: true }))
  await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
  const stored = new Y.Doc()
  for (const { data } of store.documents.get(docId)!.updates) {
    Y.applyUpdate(stored, data)
    expect(stored.store.pendingStructs).toBeNull()
  }
  expect(stored.getMap('nodes').toJSON()).toEqual(bo.read())
})

test('“saved” means on disk: never before, and always at the end', async () => {
  const store = createMemoryStore()
  const gate = holdAppends(store)
  const { join } = await start({}, store)
  const [ann, bo] = [join('ann'), join('bo')]
  await everyoneReads([ann, bo], { first: 1 })
  ann.write('a', 1)
  expect(ann.saving.unsavedEdits).toBe(1)
  await gate.reached(1)
  expect([ann.saving.unsavedEdits, bo.read()]).toEqual([1, { first: 1 }])
  gate.open()
  await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
  await everyoneReads([bo], { first: 1, a: 1 })
  expect(store.documents.get(docId)!.head).toBe(2)
  expect(store.documents.get(docId)!.updates.at(-1)?.author).toBe('id-of-ann')
})

test('nobody sees an edit before it is stored, not even who joins meanwhile', async () => {
  const store = createMemoryStore()
  const gate = holdAppends(store)
  const { join } = await start({}, store)
  const [ann, bo] = [join('ann'), join('bo')]
  await everyoneReads([ann, bo], { first: 1 })
  ann.write('a', 1)
  await gate.reached(1)
  const cy = join('cy')
  await eventually(() => expect(cy.provider.synced).toBe(true))
  // Edits of a second person in the same moment share the next commit, and a frame round trip passes in between.
  bo.provider.awareness.setLocalStateField('cursor', 'moved')
  await eventually(() =>
    expect([...cy.provider.awareness.getStates().values()].map((state) => state.cursor)).toContain('moved'),
  )
  expect([bo.read(), cy.read()]).toEqual([{ first: 1 }, { first: 1 }])
  gate.open()
  await everyoneReads([bo, cy], { first: 1, a: 1 })
})

test('many edits at once share commits', async () => {
  const store = createMemoryStore()
  const sizes: number[] = []
  const append = store.append
  store.append = (id, updates) => {
    sizes.push(updates.length)
    return append(id, updates)
  }
  const { join } = await start({}, store)
  const [ann, bo] = [join('ann'), join('bo')]
  await everyoneReads([ann, bo], { first: 1 })
  for (let count = 0; count < 200; count++) ann.write(`k${count % 10}`, count)
  await eventually(() => expect(bo.read()).toMatchObject({ k9: 199 }))
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(200)
  expect(sizes.length).toBeLessThan(100)
})

test('an edit that cannot be stored is not shown, not confirmed, and closes the document for another try', async () => {
  const store = createMemoryStore()
  await store.create({ docId: 'other', tenantId: 't', update: initialState(), author: 'test' })
  const { join, server } = await start({}, store)
  const [ann, bo] = [join('ann'), join('bo')]
  const elsewhere = server.join('cy', { docId: 'other' })
  await everyoneReads([ann, bo, elsewhere], { first: 1 })
  const append = store.append
  store.append = async () => {
    throw new Error('disk full')
  }
  ann.write('a', 1)
  await eventually(() => expect([ann.closes[0], bo.closes[0]]).toEqual([closeCodes.storage, closeCodes.storage]))
  expect([bo.read(), ann.saving.unsavedEdits, elsewhere.closes]).toEqual([{ first: 1 }, 1, []])
  expect(server.problems[0]).toMatchObject({ code: 'append-failed', docId })
  store.append = append
  await everyoneReads([ann, bo], { first: 1, a: 1 })
  await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
})

test('a full disk refuses edits with a word to everyone, loses none, and lets them in when there is room', async () => {
  const clock = heldClock()
  const store = createMemoryStore()
  const { join, server } = await start({ clock, limits: { heartbeatMs: Number.MAX_SAFE_INTEGER } }, store)
  const [ann, bo] = [join('ann'), join('bo')]
  await everyoneReads([ann, bo], { first: 1 })
  const append = store.append
  let tries = 0
  store.append = async () => {
    tries++
    throw new StorageFullError('no space left')
  }
  ann.write('a', 1)
  await eventually(() => expect([ann.notices.storageFull, bo.notices.storageFull]).toEqual([true, true]))
  ann.write('b', 1)
  clock.pass(20_000)
  await eventually(() => expect(tries).toBeGreaterThan(1))
  const late = join('cy')
  await eventually(() => expect([late.read(), late.notices.storageFull]).toEqual([{ first: 1 }, true]))
  expect([bo.read(), ann.saving.unsavedEdits, ann.closes, bo.closes]).toEqual([{ first: 1 }, 2, [], []])
  expect(server.problems.map(({ code }) => code)).toEqual(['storage-full'])
  store.append = append
  clock.pass(5000)
  await everyoneReads([ann, bo, late], { first: 1, a: 1, b: 1 })
  await eventually(() => expect([ann.saving.unsavedEdits, bo.notices.storageFull]).toEqual([0, false]))
})

test('while the disk is full the memory does not fill: who sends more has to come back', async () => {
  const store = createMemoryStore()
  const { join } = await start({ limits: { unstoredBytes: 200_000 } }, store)
  const ann = join('ann')
  await everyoneReads([ann], { first: 1 })
  const append = store.append
  store.append = async () => {
    throw new StorageFullError('no space left')
  }
  for (let count = 0; count < 3; count++) ann.write(`k${count}`, 'x'.repeat(90_000))
  await eventually(() => expect(ann.closes[0]).toBe(closeCodes.storage))
  store.append = append
  await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
})

test('a server that stops while the disk is full does not wait for room', async () => {
  const store = createMemoryStore()
  const { join, server } = await start({}, store)
  const ann = join('ann')
  await everyoneReads([ann], { first: 1 })
  store.append = async () => {
    throw new StorageFullError('no space left')
  }
  ann.write('a', 1)
  await eventually(() => expect(ann.notices.storageFull).toBe(true))
  await server.server.close()
  expect(ann.saving.unsavedEdits).toBe(1)
})

test('who may only look sees every edit and makes none', async () => {
  const { join, store } = await start()
  const [ann, viewer] = [join('ann'), join('viewer-vi')]
  await everyoneReads([ann, viewer], { first: 1 })
  ann.write('a', 1)
  await everyoneReads([viewer], { first: 1, a: 1 })
  viewer.write('v', 1)
  await eventually(() => expect(viewer.closes).toEqual([closeCodes.forbidden]))
  expect(viewer.denials).toEqual([expect.stringContaining('look')])
  expect(viewer.provider.shouldConnect).toBe(false)
  expect(ann.read()).toEqual({ first: 1, a: 1 })
  expect(store.documents.get(docId)!.head).toBe(2)
  const again = join('viewer-vi')
  await everyoneReads([again], { first: 1, a: 1 })
})

test('who may not come in is told why, for good', async () => {
  const { join, server } = await start()
  const [stranger, nobody] = [join('stranger'), join('nobody')]
  const lost = server.join('ann', { docId: 'no-such-document' })
  await eventually(() => {
    expect([stranger.closes, nobody.closes, lost.closes]).toEqual([[4401], [4403], [4404]])
  })
  expect([stranger, nobody, lost].map(({ provider }) => provider.shouldConnect)).toEqual([false, false, false])
  expect(server.server.stats()).toMatchObject({ connections: 0 })
})

test('pages of other origins cannot connect', async () => {
  const { server } = await start({ allowOrigin: (origin) => origin === 'http://shop.example' })
  await expect(server.open(docId, { headers: { origin: 'http://evil.example' } })).rejects.toThrow('403')
  const socket = await server.open(docId, { headers: { origin: 'http://shop.example' } })
  expect(socket.readyState).toBe(socket.OPEN)
})

test('someone whose right is taken away is closed at once, someone whose role changed comes back with the new one', async () => {
  let canEdit = true
  const clock = heldClock()
  const { join, server } = await start({
    clock,
    limits: { heartbeatMs: Number.MAX_SAFE_INTEGER },
    authorize: async (request) => {
      const access = await authorizeByName(request)
      return 'refused' in access ? access : { ...access, canEdit: access.canEdit && canEdit }
    },
  })
  const [ann, bo] = [join('ann'), join('bo')]
  await everyoneReads([ann, bo], { first: 1 })
  server.server.kick(docId, 'id-of-ann')
  await eventually(() => expect(ann.closes).toEqual([closeCodes.forbidden]))
  expect(bo.closes).toEqual([])
  canEdit = false
  clock.pass(30_000)
  await eventually(() => expect(bo.closes).toEqual([closeCodes.roleChanged]))
  await eventually(() => expect(bo.provider.synced).toBe(true))
  bo.write('b', 1)
  await eventually(() => expect(bo.closes).toEqual([closeCodes.roleChanged, closeCodes.forbidden]))
})

test('nothing is answered before the document is loaded', async () => {
  const store = createMemoryStore()
  let release = () => {}
  const load = store.load
  store.load = async (id) => {
    await new Promise<void>((resolve) => {
      release = resolve
    })
    return load(id)
  }
  const { join } = await start({}, store)
  const ann = join('ann')
  ann.write('mine', 1)
  await eventually(() => expect(ann.provider.wsconnected).toBe(true))
  expect([ann.provider.synced, ann.read()]).toEqual([false, { mine: 1 }])
  release()
  await everyoneReads([ann], { first: 1, mine: 1 })
  await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
})

test('a room is let go a minute after the last one left, and opens again as it was', async () => {
  const clock = heldClock()
  const { join, server } = await start({ clock })
  const ann = join('ann')
  await everyoneReads([ann], { first: 1 })
  ann.write('a', 1)
  await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
  ann.leave()
  await eventually(() => expect(server.server.stats()).toMatchObject({ rooms: 1, connections: 0 }))
  clock.pass(59_000)
  expect(server.server.stats().rooms).toBe(1)
  clock.pass(2000)
  expect(server.server.stats().rooms).toBe(0)
  await everyoneReads([join('bo')], { first: 1, a: 1 })
})

test('thousands of documents are open at once, and all are let go when a minute has been quiet', async () => {
  const clock = heldClock()
  const { server, store } = await start({ clock, limits: { heartbeatMs: Number.MAX_SAFE_INTEGER, idleRooms: 2000 } })
  const ids = Array.from({ length: 2000 }, (_, at) => `program-${at}`)
  for (const id of ids) await store.create({ docId: id, tenantId: 't', update: initialState(), author: 'test' })
  const sockets = await Promise.all(ids.map((id) => server.open(id)))
  await eventually(() => expect(sockets.every(({ heard }) => heard.includes(0))).toBe(true))
  expect(server.server.stats()).toMatchObject({ rooms: 2000, connections: 2000 })
  for (const socket of sockets) socket.terminate()
  await eventually(() => expect(server.server.stats()).toMatchObject({ rooms: 2000, connections: 0 }))
  clock.pass(60_000)
  expect(server.server.stats().rooms).toBe(0)
})

test('of many documents that nobody looks at any more, the one left longest ago makes room', async () => {
  const clock = heldClock()
  const { server, store } = await start({ clock, limits: { heartbeatMs: Number.MAX_SAFE_INTEGER, idleRooms: 3 } })
  for (let at = 0; at < 5; at++) {
    const id = `program-${at}`
    await store.create({ docId: id, tenantId: 't', update: initialState(), author: 'test' })
    const socket = await server.open(id)
    await eventually(() => expect(socket.heard).toContain(0))
    socket.terminate()
    await eventually(() => expect(server.server.stats().connections).toBe(0))
  }
  expect(server.server.stats().rooms).toBe(3)
})

test('one person has only so many connections to a document, and nobody else has fewer for it', async () => {
  const { server, join } = await start({ limits: { connectionsPerPerson: 3 } })
  const tabs = [await server.open(docId), await server.open(docId), await server.open(docId)]
  const one = await server.open(docId)
  expect(await closeCodeOf(one)).toBe(closeCodes.tooMany)
  await everyoneReads([join('bo')], { first: 1 })
  expect(tabs.map(({ readyState }) => readyState)).toEqual([1, 1, 1])
})

test('a plain y-websocket provider, with nothing of ours, edits and points like everyone else', async () => {
  const { server, join } = await start()
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(server.url, docId, doc, {
    WebSocketPolyfill: BrowserWebSocket,
    params: { user: 'plain' },
    disableBc: true,
  })
  const ann = join('ann')
  await eventually(() => expect(provider.synced).toBe(true))
  doc.getMap('nodes').set('plain', 1)
  provider.awareness.setLocalStateField('cursor', 'here')
  await everyoneReads([ann], { first: 1, plain: 1 })
  await eventually(() =>
    expect([...ann.provider.awareness.getStates().values()].map(({ cursor }) => cursor)).toContain('here'),
  )
  ann.write('a', 1)
  await eventually(() => expect(doc.getMap('nodes').toJSON()).toEqual({ first: 1, plain: 1, a: 1 }))
  expect(server.problems).toEqual([])
  provider.destroy()
})

test('someone who comes within that minute keeps the room', async () => {
  const clock = heldClock()
  const { join, server } = await start({ clock, limits: { heartbeatMs: Number.MAX_SAFE_INTEGER } })
  const ann = join('ann')
  await everyoneReads([ann], { first: 1 })
  ann.leave()
  await eventually(() => expect(server.server.stats().connections).toBe(0))
  clock.pass(30_000)
  const bo = join('bo')
  await everyoneReads([bo], { first: 1 })
  clock.pass(40_000)
  bo.write('b', 1)
  await eventually(() => expect(bo.saving.unsavedEdits).toBe(0))
  expect(bo.closes).toEqual([])
})

test('a silent connection hears something every 15 seconds, and a dead one is dropped', async () => {
  const clock = heldClock()
  const { server } = await start({ clock })
  const socket = await server.open(docId)
  await eventually(() => expect(socket.heard).toEqual([0]))
  clock.pass(15_000)
  await eventually(() => expect(socket.heard).toEqual([0, 1]))
  socket.pause()
  clock.pass(15_000)
  clock.pass(15_000)
  await eventually(() => expect(server.server.stats().connections).toBe(0))
})

test('a client too old for the document is told to reload', async () => {
  const { join, server, store } = await start()
  const newer = new Y.Doc()
  newer.getMap('meta').set('schemaVersion', 2)
  await store.create({ docId: 'newer', tenantId: 't', update: Y.encodeStateAsUpdate(newer), author: 'test' })
  const old = server.join('ann', { docId: 'newer', params: { schema: '1' } })
  const current = server.join('bo', { docId: 'newer', params: { schema: '2' } })
  await eventually(() => expect(old.closes).toEqual([closeCodes.outdatedClient]))
  await eventually(() => expect(current.provider.synced).toBe(true))
  expect(join('ann').closes).toEqual([])
})

test('a document that would become too large is refused with a reason', async () => {
  const { join, server } = await start({ limits: { documentBytes: 20_000 } })
  const [ann, bo] = [join('ann'), join('bo')]
  await everyoneReads([ann, bo], { first: 1 })
  for (let count = 0; count < 30; count++) ann.write('same', 'x'.repeat(1000) + count)
  await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
  ann.write('large', 'y'.repeat(19_000))
  await eventually(() => expect(ann.closes).toEqual([closeCodes.tooLarge]))
  expect(ann.denials).toEqual([expect.stringContaining('too large')])
  expect(Object.keys(bo.read() as object)).toEqual(['first', 'same'])
  expect(server.problems).toMatchObject([{ code: 'connection-refused', closeCode: closeCodes.tooLarge }])
})

test('who sends without end is stopped, and may come back', async () => {
  const { server } = await start({ limits: { burstMessages: 50, messagesPerSecond: 1 } })
  const socket = await server.open(docId)
  for (let count = 0; count < 60; count++) socket.send(new Uint8Array([3]))
  expect(await closeCodeOf(socket)).toBe(closeCodes.tooMany)
})

test('who does not read is let go instead of filling the memory', async () => {
  const { server, join } = await start({ limits: { unsentBytes: 1_000_000 } })
  const [lazy, ann] = [await server.open(docId, { user: 'lazy' }), join('ann')]
  await everyoneReads([ann], { first: 1 })
  lazy.pause()
  const blob = 'z'.repeat(500_000)
  for (let count = 0; count < 40; count++) {
    ann.write('blob', blob + count)
    await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
  }
  await eventually(() => expect(server.server.stats().connections).toBe(1))
  const closed = once(lazy, 'close')
  lazy.resume()
  await closed
})

test('a stock client that never asked for “saved” hears nothing it does not know', async () => {
  const { server } = await start()
  const socket = await server.open(docId)
  const doc = new Y.Doc()
  doc.getMap('nodes').set('s', 1)
  socket.send(updateFrame(Y.encodeStateAsUpdate(doc)))
  const ann = server.join('ann', { docId })
  await everyoneReads([ann], { first: 1, s: 1 })
  expect(new Set(socket.heard)).toEqual(new Set([0, 1]))
})

/** Lets appends reach the store only when told to. */
function holdAppends(store: MemoryStore) {
  let release = () => {}
  const opened = new Promise<void>((resolve) => {
    release = resolve
  })
  let count = 0
  const append = store.append
  store.append = async (id, updates) => {
    count++
    await opened
    return append(id, updates)
  }
  return { open: release, reached: (times: number) => eventually(() => expect(count).toBe(times)) }
}

test('a copy of a document that was replaced since is turned away, and nothing of it is taken', async () => {
  const { join, server, store } = await start()
  const ann = join('ann')
  await everyoneReads([ann], { first: 1 })
  ann.write('a', 'old past')
  await eventually(() => expect(ann.saving.unsavedEdits).toBe(0))
  const { epoch } = (await store.load(docId))!
  const back = server.join('ann', { docId, params: { epoch } })
  await everyoneReads([back], { first: 1, a: 'old past' })
  await server.stop()
  open.splice(0)

  // The same id, another past: as after a backup was put back, or a document made anew.
  const replaced = createMemoryStore()
  const { server: later } = await start({}, replaced)
  const stale = later.join('ann', { docId, params: { epoch }, doc: ann.doc })
  await eventually(() => expect(stale.closes).toEqual([closeCodes.otherDocument]))
  expect(stale.provider.shouldConnect).toBe(false)
  const fresh = later.join('bo', { docId, params: { epoch: (await replaced.load(docId))!.epoch } })
  await everyoneReads([fresh], { first: 1 })
  expect(replaced.documents.get(docId)!.head).toBe(1)
})

test('who comes as somebody else than they are signed in as is turned away before anything is read', async () => {
  const { server } = await start()
  const wrong = server.join('ann', { docId, params: { person: 'id-of-bo' } })
  const right = server.join('bo', { docId, params: { person: 'id-of-bo' } })
  await eventually(() => expect(wrong.closes).toEqual([closeCodes.otherPerson]))
  await everyoneReads([right], { first: 1 })
  expect(wrong.read()).toEqual({})
})

test('it says hello first, with the document’s epoch and what this person may do, and answers a ping at once', async () => {
  const { server, store } = await start()
  const { epoch } = (await store.load(docId))!
  const hellos: unknown[] = []
  let pongs = 0
  for (const name of ['ann', 'viewer-vi']) {
    const { provider, saving } = server.join(name, { docId })
    saving.attach(provider, (hello) => hellos.push(hello))
    provider.messageHandlers[pingMessage] = () => void pongs++
    await eventually(() => expect(provider.synced).toBe(true))
    provider.ws?.send(new Uint8Array([pingMessage]))
  }
  await eventually(() => expect(pongs).toBe(2))
  expect(hellos).toEqual([
    { mayWrite: true, epoch },
    { mayWrite: false, epoch },
  ])
})

test('edits that a document came with count as unsaved until the server has them', async () => {
  const { server } = await start()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, initialState({ offline: 1 }))
  const saving = trackSaving(doc, BrowserWebSocket, 1)
  expect(saving.unsavedEdits).toBe(1)
  const provider = new WebsocketProvider(server.url, docId, doc, {
    WebSocketPolyfill: saving.WebSocket,
    params: { user: 'ann', cap: '1' },
    disableBc: true,
  })
  saving.attach(provider)
  await eventually(() => expect(saving.unsavedEdits).toBe(0))
  await everyoneReads([server.join('bo', { docId })], { first: 1, offline: 1 })
  provider.destroy()
  saving.destroy()
})
