/** What is measured of each server, in the same way for all. */
import * as Y from 'yjs'
import { createWriter, joinAsPeer } from './peer.ts'
import type { Peer } from './peer.ts'
import type { ServerUnderTest } from './server-under-test.ts'

/**
 * One edit at a time, by different people in turn.
 * @returns of each edit at each other person: milliseconds from sending to arriving
 */
export async function measurePropagation(server: ServerUnderTest, people: number, edits: number): Promise<number[]> {
  const docId = await openDocument(server)
  const peers = await joinAll(server, docId, people)
  const writers = peers.slice(0, Math.min(people, 5)).map((peer) => ({ peer, ...createWriter() }))
  const delays: number[] = []
  for (let at = 0; at < edits; at++) {
    const { peer, edit } = writers[at % writers.length]!
    const data = edit()
    const others = peers.filter((other) => other !== peer)
    const arrivals = Promise.all(others.map((other) => arrivalOf(data, other)))
    const sentMs = performance.now()
    peer.send(data)
    // The first of each writer opens its entry in the document, the code, and the disk.
    const arrived = await arrivals
    if (at >= writers.length) for (const atMs of arrived) delays.push(atMs - sentMs)
  }
  for (const peer of peers) peer.close()
  return delays
}

/** Some servers also send everybody what they sent themselves, which must not be taken for the next edit. */
const arrivalOf = (edit: Uint8Array, peer: Peer): Promise<number> => {
  const wanted = beginningOf(edit)
  return new Promise((resolve) => {
    peer.onUpdate = (atMs, update) => {
      if (beginningOf(update) === wanted) resolve(atMs)
    }
  })
}

function beginningOf(update: Uint8Array): string {
  const id = Y.decodeUpdate(update).structs[0]?.id
  return `${id?.client} ${id?.clock}`
}

/** Edits on their way at once of each writer: enough that no server waits for the clients. */
const inFlight = 16

/**
 * Writers send without pause, each at most `inFlight` ahead of what a reader has seen.
 * @returns updates per second that a reader received, and the server's processor time for each thousand
 */
export async function measureRate(
  server: ServerUnderTest,
  { writers, updates, processorSeconds }: { writers: number; updates: number; processorSeconds: () => number },
): Promise<{ readonly perSecond: number; readonly cpuMs: number }> {
  const docId = await openDocument(server)
  const [reader, ...peers] = await joinAll(server, docId, writers + 1)
  const sources = peers.map((peer) => ({ peer, ...createWriter() }))
  const cpuBefore = processorSeconds()
  const startedMs = performance.now()
  let sent = 0
  let seen = 0
  let turn = 0
  const sendNext = () => {
    const { peer, edit } = sources[turn++ % sources.length]!
    sent++
    peer.send(edit())
  }
  await new Promise<void>((resolve) => {
    reader!.onUpdate = (_atMs, update) => {
      seen += countEdits(update)
      if (seen >= updates) return resolve()
      while (sent < updates && sent - seen < inFlight * writers) sendNext()
    }
    while (sent < Math.min(updates, inFlight * writers)) sendNext()
  })
  const seconds = (performance.now() - startedMs) / 1000
  for (const peer of [reader!, ...peers]) peer.close()
  return { perSecond: updates / seconds, cpuMs: ((processorSeconds() - cpuBefore) * 1e6) / updates }
}

/** Every edit here sets one entry, so it is one struct, also where a server sends several as one. */
function countEdits(update: Uint8Array): number {
  return Y.decodeUpdate(update).structs.reduce((sum, { length }) => sum + length, 0)
}

/** @returns bytes that each open document takes, one person in each */
export async function measureMemory(server: ServerUnderTest, documents: number, update: Uint8Array) {
  const warm = await openAll(server, 20, update)
  const before = await server.memory()
  const peers = await openAll(server, documents, update)
  const after = await server.memory()
  for (const peer of [...warm, ...peers]) peer.close()
  return {
    heapBytes: (after.heapBytes - before.heapBytes) / documents,
    residentBytes: (after.residentBytes - before.residentBytes) / documents,
  }
}

async function openAll(server: ServerUnderTest, count: number, update: Uint8Array): Promise<Peer[]> {
  const peers: Peer[] = []
  for (const docId of await server.create(count, update)) peers.push(await openWith(server, docId, update))
  return peers
}

/**
 * From connecting to the whole document in a `Y.Doc`.
 * @returns milliseconds when somebody has it open already, and when the server has to read it from the disk
 */
export async function measureLoad(server: ServerUnderTest, update: Uint8Array, isStored: boolean) {
  const [docId = ''] = await server.create(1, update)
  const keeper = await openWith(server, docId, update)
  const open = await timeLoad(server, docId)
  keeper.close()
  if (!isStored) return { open }
  await server.forget()
  return { open, fromDisk: await timeLoad(server, docId) }
}

async function timeLoad(server: ServerUnderTest, docId: string): Promise<number> {
  const startedMs = performance.now()
  const peer = await joinAsPeer(server, docId)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, peer.state)
  const tookMs = performance.now() - startedMs
  if (doc.share.size === 0 || peer.state.byteLength < 1000) throw new Error(`${server.name} gave an empty document`)
  peer.close()
  return tookMs
}

/** Opens a document with this content, putting it there where the server did not begin with it. */
async function openWith(server: ServerUnderTest, docId: string, update: Uint8Array): Promise<Peer> {
  const peer = await joinAsPeer(server, docId)
  if (peer.state.byteLength >= update.byteLength) return peer
  const other = await joinAsPeer(server, docId)
  const arrived = arrivalOf(update, other)
  peer.send(update)
  await arrived
  other.close()
  return peer
}

async function openDocument(server: ServerUnderTest): Promise<string> {
  const [docId = ''] = await server.create(1, Y.encodeStateAsUpdate(new Y.Doc()))
  return docId
}

async function joinAll(server: ServerUnderTest, docId: string, count: number): Promise<Peer[]> {
  const peers: Peer[] = []
  for (let at = 0; at < count; at++) peers.push(await joinAsPeer(server, docId))
  return peers
}
