/** One person's end of the wire, as thin as can be, so that what is measured is the server. */
import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Contender, ServerUnderTest } from './server-under-test.ts'

const [sync, awareness, auth] = [0, 1, 2]
const [step1, step2, update] = [0, 1, 2]

export interface Peer {
  /** Is called with the time at which an update of somebody else arrived, and the update. */
  onUpdate: (atMs: number, update: Uint8Array) => void
  /** The document as it was when this peer came. */
  readonly state: Uint8Array
  send(update: Uint8Array): void
  sendPresence(state: object): void
  close(): void
}

/** Joins and waits for the whole document. */
export async function joinAsPeer({ name, url }: Pick<ServerUnderTest, 'name' | 'url'>, docId: string): Promise<Peer> {
  const socket = new WebSocket(`${url}/${docId}?user=${crypto.randomUUID()}`, { perMessageDeflate: false })
  socket.binaryType = 'nodebuffer'
  const clientId = Math.floor(Math.random() * 2 ** 31)
  let presences = 0
  const say = (numbers: readonly number[], bytes?: Uint8Array) =>
    socket.send(frameOf(name, docId, numbers, bytes), { binary: true })
  const peer = {
    onUpdate: (_atMs: number, _update: Uint8Array) => {},
    state: new Uint8Array([0, 0]) as Uint8Array,
    send: (data: Uint8Array) => say([sync, update], data),
    sendPresence: (state: object) => say([awareness], presenceOf(clientId, ++presences, state)),
    close: () => socket.terminate(),
  }
  const whole = new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', (code, reason) => reject(new Error(`${name} closed a peer: ${code} ${String(reason)}`)))
    socket.on('message', (data: Buffer) => {
      const atMs = performance.now()
      const decoder = decoding.createDecoder(data)
      if (name === 'hocuspocus') decoding.readVarString(decoder)
      if (decoding.readVarUint(decoder) !== sync) return
      const step = decoding.readVarUint(decoder)
      const bytes = decoding.readVarUint8Array(decoder)
      if (step === update) peer.onUpdate(atMs, bytes)
      else if (step === step1) say([sync, step2], new Uint8Array([0, 0]))
      else {
        peer.state = bytes
        resolve()
      }
    })
  })
  await Promise.race([once(socket, 'open'), whole])
  if (name === 'hocuspocus') say([auth, 0], new Uint8Array())
  say([sync, step1], new Uint8Array([0]))
  await whole
  // What the promise no longer needs to hear must not end the bench when it is over.
  whole.catch(() => {})
  return peer
}

/** A frame of y-websocket; Hocuspocus wants the document's name before each. */
function frameOf(name: Contender, docId: string, numbers: readonly number[], bytes?: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  if (name === 'hocuspocus') encoding.writeVarString(encoder, docId)
  for (const number of numbers) encoding.writeVarUint(encoder, number)
  if (bytes) encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

function presenceOf(clientId: number, clock: number, state: object): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, clientId)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, JSON.stringify(state))
  return encoding.toUint8Array(encoder)
}

/** A document of which updates are made, one small edit at a time, as the studio makes them. */
export function createWriter(): { edit(): Uint8Array } {
  const doc = new Y.Doc()
  let made: Uint8Array = new Uint8Array()
  let count = 0
  doc.on('update', (data: Uint8Array) => {
    made = data
  })
  return {
    edit() {
      count++
      doc.getMap('nodes').set(`field-${count % 20}`, `price ${count}`)
      return made
    },
  }
}
