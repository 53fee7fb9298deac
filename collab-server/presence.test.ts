import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterEach, expect, test } from 'vitest'
import { presenceFrame } from './frames.ts'
import { createMemoryStore } from './memory-store.ts'
import { Presence } from './presence.ts'
import { closeCodes } from './protocol.ts'
import { closeCodeOf, eventually, startServer } from './testing/harness.ts'
import { initialState } from './testing/initial-state.ts'
import type { Person, TestServer } from './testing/harness.ts'

const docId = 'noodles'
const open: TestServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop()
})

async function start(count = 1): Promise<TestServer[]> {
  const store = createMemoryStore()
  await store.create({ docId, tenantId: 't', update: initialState(), author: 'test' })
  for (let number = 0; number < count; number++) open.push(await startServer(store))
  return open
}

function others(person: Person): Record<string, { id: string; name: string; colour: number }> {
  const states = [...person.provider.awareness.getStates()].filter(([id]) => id !== person.doc.clientID)
  return Object.fromEntries(states.map(([, state]) => [String(state.cursor), state.user]))
}

test('who someone is, the server says, whatever the client claims', async () => {
  const [server] = (await start()) as [TestServer]
  const [ann, bo] = [server.join('ann', { docId }), server.join('bo', { docId })]
  bo.provider.awareness.setLocalStateField('user', { id: 'id-of-ann', name: 'The Boss', colour: 99 })
  await eventually(() =>
    expect(others(ann)).toEqual({ bo: { id: 'id-of-bo', name: 'bo', colour: expect.any(Number) } }),
  )
  await eventually(() => expect(others(bo).ann).toMatchObject({ id: 'id-of-ann', name: 'ann' }))
  expect(others(bo).ann!.colour).not.toBe(others(ann).bo!.colour)
  expect(others(ann).bo!.colour).toBeLessThan(10)
})

test('ten people have ten colours, and two tabs of one person have one', async () => {
  const [server] = (await start()) as [TestServer]
  const watcher = server.join('viewer-w', { docId })
  watcher.provider.awareness.setLocalState(null)
  const people = Array.from({ length: 10 }, (_, number) => server.join(`p${number}`, { docId }))
  const tab = server.join('p3', { docId })
  tab.provider.awareness.setLocalStateField('cursor', 'second tab')
  await eventually(() => expect(Object.keys(others(watcher))).toHaveLength(11))
  const colours = others(watcher)
  expect(new Set(people.map((_, number) => colours[`p${number}`]!.colour)).size).toBe(10)
  expect(colours['second tab']!.colour).toBe(colours.p3!.colour)
})

test('who leaves disappears at once, and is seen again at once when they come back', async () => {
  const [server] = (await start()) as [TestServer]
  const [ann, bo] = [server.join('ann', { docId }), server.join('bo', { docId })]
  await eventually(() => expect(Object.keys(others(ann))).toEqual(['bo']))
  for (let round = 0; round < 3; round++) {
    bo.provider.disconnect()
    await eventually(() => expect(others(ann)).toEqual({}))
    bo.provider.connect()
    await eventually(() => expect(Object.keys(others(ann))).toEqual(['bo']))
  }
  bo.provider.awareness.setLocalStateField('cursor', 'moved')
  bo.provider.awareness.setLocalStateField('cursor', 'moved again')
  await eventually(() => expect(Object.keys(others(ann))).toEqual(['moved again']))
})

test('who came back and hears their own state is not answered for ever', () => {
  const presence = new Presence()
  const user = { id: 'id-of-bo', name: 'bo' }
  const said = (clock: number) => {
    const encoder = encoding.createEncoder()
    for (const number of [1, 7, clock]) encoding.writeVarUint(encoder, number)
    encoding.writeVarString(encoder, '{"cursor":"bo"}')
    return encoding.toUint8Array(encoder)
  }
  const clockOf = (bytes: Uint8Array | undefined) => {
    const decoder = decoding.createDecoder(bytes ?? new Uint8Array())
    decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    return decoding.readVarUint(decoder)
  }
  const [before, after] = [
    { user, isOpen: true },
    { user, isOpen: true },
  ]
  presence.take(before, said(5), 0)
  presence.leave(before)
  const heard = clockOf(presence.take(after, said(5), 0)?.states)
  expect(heard).toBeGreaterThan(5)
  expect(clockOf(presence.take(after, said(heard), 0)?.states)).toBe(heard)
})

test('people on two servers see each other', async () => {
  const [one, two] = (await start(2)) as [TestServer, TestServer]
  const ann = one.join('ann', { docId })
  await eventually(() => expect(ann.provider.synced).toBe(true))
  const bo = two.join('bo', { docId })
  await eventually(() => expect([Object.keys(others(ann)), Object.keys(others(bo))]).toEqual([['bo'], ['ann']]))
  bo.provider.awareness.setLocalStateField('cursor', 'moved')
  await eventually(() => expect(Object.keys(others(ann))).toEqual(['moved']))
  bo.leave()
  await eventually(() => expect(others(ann)).toEqual({}))
})

test('nobody speaks for someone else', async () => {
  const [server] = (await start()) as [TestServer]
  const [ann, bo] = [server.join('ann', { docId }), server.join('bo', { docId })]
  await eventually(() => expect(Object.keys(others(ann))).toEqual(['bo']))
  const mallory = await server.open(docId, { user: 'mallory' })
  const state = Buffer.from('{"cursor":"forged"}')
  const varUint = (number: number): number[] =>
    number < 128 ? [number] : [(number % 128) + 128, ...varUint(Math.floor(number / 128))]
  mallory.send(presenceFrame(new Uint8Array([1, ...varUint(bo.doc.clientID), ...varUint(500), state.length, ...state])))
  mallory.send(
    presenceFrame(new Uint8Array([1, ...varUint(bo.doc.clientID), ...varUint(501), 4, ...Buffer.from('null')])),
  )
  mallory.send(presenceFrame(new Uint8Array([1, ...varUint(77), 1, state.length, ...state])))
  await eventually(() => expect(Object.keys(others(ann)).sort()).toEqual(['bo', 'forged']))
  expect(others(ann).forged!.name).toBe('mallory')
})

test('presence over 8 KB, and presence that is none, close their own connection', async () => {
  const [server] = (await start()) as [TestServer]
  const [large, wrong] = [await server.open(docId), await server.open(docId)]
  const closed = Promise.all([closeCodeOf(large), closeCodeOf(wrong)])
  large.send(presenceFrame(new Uint8Array(9000)))
  wrong.send(presenceFrame(new Uint8Array([1, 1, 1, 3, 91, 93, 32])))
  expect(await closed).toEqual([closeCodes.tooLarge, closeCodes.malformed])
})
