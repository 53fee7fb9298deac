/** A server on a free port, and people with real WebSocket connections to it. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Decoder } from 'lib0/decoding'
import { expect, vi } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { noNotices, noticesMessage, readNotices, trackSaving } from '../protocol.ts'
import type { Notices, SaveTracker } from '../protocol.ts'
import type { Problem } from '../problem.ts'
import { createCollabServer } from '../server.ts'
import type { CollabServer, CollabServerOptions } from '../server.ts'
import type { Store } from '../store.ts'
import { authorizeByName } from './authorize-by-name.ts'

/** The browser's WebSocket and that of `ws` differ in what their types say of events, which nobody here uses. */
export const BrowserWebSocket = NodeWebSocket as unknown as typeof WebSocket

export interface TestServer {
  readonly url: string
  readonly server: CollabServer
  readonly problems: Problem[]
  join(name: string, options?: JoinOptions): Person
  /** A bare socket, for what no client of ours would send. */
  open(docId: string, options?: { user?: string; headers?: Record<string, string> }): Promise<BareSocket>
  stop(): Promise<void>
}

/** With the kinds of the messages it was sent. */
export type BareSocket = NodeWebSocket & { readonly heard: number[] }

export interface JoinOptions {
  readonly docId: string
  readonly params?: Record<string, string>
  readonly doc?: Y.Doc
}

export interface Person {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly saving: SaveTracker
  /** Close codes so far. */
  readonly closes: number[]
  readonly denials: string[]
  /** What the server told last. */
  readonly notices: Notices
  write(key: string, value: unknown): void
  read(): unknown
  leave(): void
}

export async function startServer(store: Store, options: Partial<CollabServerOptions> = {}): Promise<TestServer> {
  const problems: Problem[] = []
  const server = createCollabServer({
    store,
    authorize: authorizeByName,
    report: (problem) => problems.push(problem),
    ...options,
  })
  const http = createServer()
  http.on('upgrade', (request, socket, head) => server.handleUpgrade(request, socket, head))
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/collab`
  const people: Person[] = []
  const sockets: NodeWebSocket[] = []

  return {
    url,
    server,
    problems,
    join(name, join) {
      const person = joinAs(url, name, join!)
      people.push(person)
      return person
    },
    async open(docId, { user = 'ann', headers } = {}) {
      const heard: number[] = []
      const socket = Object.assign(new NodeWebSocket(`${url}/${docId}?user=${user}`, { headers }), { heard })
      sockets.push(socket)
      socket.on('message', (data: Buffer) => heard.push(data[0]!))
      socket.on('error', () => {})
      await once(socket, 'open')
      return socket
    },
    async stop() {
      for (const person of people) person.leave()
      for (const socket of sockets) socket.terminate()
      await server.close()
      http.closeAllConnections()
      http.close()
    },
  }
}

export function joinAs(url: string, name: string, { docId, params, doc = new Y.Doc() }: JoinOptions): Person {
  const saving = trackSaving(doc, BrowserWebSocket)
  const provider = new WebsocketProvider(url, docId, doc, {
    WebSocketPolyfill: saving.WebSocket,
    params: { user: name, cap: '1', ...params },
    disableBc: true,
    maxBackoffTime: 50,
  })
  saving.attach(provider)
  const closes: number[] = []
  const denials: string[] = []
  provider.on('connection-close', (event: CloseEvent | null) => {
    if (event) closes.push(event.code)
  })
  let notices = noNotices
  provider.messageHandlers[noticesMessage] = (_encoder: unknown, decoder: Decoder) => {
    notices = readNotices(decoder)
  }
  provider.messageHandlers[2] = (_encoder: unknown, decoder: { arr: Uint8Array; pos: number }) => {
    denials.push(new TextDecoder().decode(decoder.arr.subarray(decoder.pos + 2)))
    decoder.pos = decoder.arr.length
  }
  provider.awareness.setLocalStateField('cursor', name)
  return {
    doc,
    provider,
    saving,
    closes,
    denials,
    get notices() {
      return notices
    },
    write: (key, value) => doc.getMap('nodes').set(key, value),
    read: () => doc.getMap('nodes').toJSON(),
    leave: () => {
      provider.destroy()
      saving.destroy()
    },
  }
}

export async function closeCodeOf(socket: NodeWebSocket): Promise<number> {
  const [code] = (await once(socket, 'close')) as [number]
  return code
}

/** Waits until it holds, and fails with what it last was. */
export async function eventually(check: () => void): Promise<void> {
  await vi.waitFor(check, { timeout: 10_000, interval: 5 })
}

export async function everyoneReads(people: readonly Person[], value: unknown): Promise<void> {
  await eventually(() => {
    for (const person of people) expect(person.read()).toEqual(value)
  })
}

/** A clock that stands still until it is told to go on. */
export function heldClock() {
  let now = 0
  let timers: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after(delayMs: number, run: () => void) {
      const timer = { at: now + delayMs, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    pass(ms: number) {
      const until = now + ms
      for (;;) {
        const due = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
        if (!due) break
        timers = timers.filter((timer) => timer !== due)
        now = due.at
        due.run()
      }
      now = until
    },
  }
}
