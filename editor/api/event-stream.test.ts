import { expect, test } from 'vitest'
import type { ConsoleEvent } from '#platform/contract/merchant.ts'
import { openEventStream, type StreamState } from './event-stream.ts'
import { createFreshness } from './fresh-events.ts'
import { createSseParser, type SseMessage } from './sse-parser.ts'

const release = (releaseId: string): ConsoleEvent => ({ type: 'release', releaseId })
const frame = (id: string, event: ConsoleEvent) => `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`

/** A server of event streams that the test holds in its hands. */
function fakeServer() {
  const requests: { cursor: string | null; say: (text: string) => void; hangUp: () => void }[] = []
  let refusing = false
  return {
    requests,
    refuse: (now: boolean) => (refusing = now),
    fetch: (async (_url: string, init: RequestInit) => {
      if (refusing) throw new TypeError('network')
      let controller!: ReadableStreamDefaultController<Uint8Array>
      const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) })
      requests.push({
        cursor: new Headers(init.headers).get('last-event-id'),
        say: (text) => controller.enqueue(new TextEncoder().encode(text)),
        hangUp: () => controller.close(),
      })
      return new Response(body)
    }) as typeof fetch,
  }
}

/** Runs what was scheduled when the test says so. */
function heldTimers() {
  const timers: { run: () => void; delayMs: number }[] = []
  return {
    timers,
    schedule: (run: () => void, delayMs: number) => {
      const timer = { run, delayMs }
      timers.push(timer)
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
    },
    fireReconnect: () => timers.filter((timer) => timer.delayMs < 20_000).forEach((timer) => timer.run()),
  }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

test('a stream that breaks asks for what it missed and lets nothing through twice', async () => {
  const server = fakeServer()
  const held = heldTimers()
  const seen: ConsoleEvent[] = []
  const states: StreamState[] = []
  const openings: boolean[] = []
  const stream = openEventStream({
    url: '/events',
    fetch: server.fetch,
    onEvent: (event) => seen.push(event),
    onState: (state) => states.push(state),
    onOpen: (again) => openings.push(again),
    schedule: held.schedule,
    random: () => 1,
  })
  await settle()
  server.requests[0]!.say(frame('1', release('a')) + frame('2', release('b')).slice(0, 9))
  await settle()
  server.requests[0]!.say(frame('2', release('b')).slice(9))
  await settle()
  expect(seen).toEqual([release('a'), release('b')])

  server.requests[0]!.hangUp()
  await settle()
  expect(states.at(-1)).toBe('lost')
  held.fireReconnect()
  await settle()
  expect(server.requests[1]!.cursor).toBe('2')
  server.requests[1]!.say(frame('2', release('b')) + frame('3', release('c')))
  await settle()
  expect(seen).toEqual([release('a'), release('b'), release('c')])
  expect(states).toEqual(['connecting', 'live', 'lost', 'live'])
  expect(openings).toEqual([false, true])
  stream.close()
})

test('waits longer after each failure, and a network that is back is used at once', async () => {
  const server = fakeServer()
  const held = heldTimers()
  server.refuse(true)
  const stream = openEventStream({
    url: '/events',
    fetch: server.fetch,
    onEvent: () => undefined,
    onState: () => undefined,
    onOpen: () => undefined,
    schedule: held.schedule,
    random: () => 1,
  })
  const delays: number[] = []
  for (let attempt = 0; attempt < 7; attempt += 1) {
    await settle()
    const timer = held.timers.splice(0)[0]!
    delays.push(timer.delayMs)
    timer.run()
  }
  expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000])
  server.refuse(false)
  stream.retry()
  await settle()
  expect(server.requests).toHaveLength(1)
  stream.close()
})

test('a silent stream is taken for dead', async () => {
  const server = fakeServer()
  const held = heldTimers()
  const states: StreamState[] = []
  const stream = openEventStream({
    url: '/events',
    fetch: server.fetch,
    onEvent: () => undefined,
    onState: (state) => states.push(state),
    onOpen: () => undefined,
    schedule: held.schedule,
  })
  await settle()
  held.timers.find((timer) => timer.delayMs > 20_000)!.run()
  server.requests[0]!.say(': too late\n\n')
  await settle()
  expect(states.at(-1)).toBe('lost')
  stream.close()
})

test('an older view of an order never follows a newer one', () => {
  const isFresh = createFreshness()
  const order = (version: number) => ({ type: 'order', order: { id: 'o1', version } }) as ConsoleEvent
  expect(isFresh('1', order(2))).toBe(true)
  expect(isFresh('2', order(1))).toBe(false)
  expect(isFresh('3', order(2))).toBe(false)
  expect(isFresh('4', order(3))).toBe(true)
  expect(isFresh('4', release('x'))).toBe(false)
})

test('reads events in any pieces, with any line ends, and skips heartbeats', () => {
  const text = ': hi\r\n\r\nid: 7\r\nevent: order\r\ndata: {"a":\r\ndata: 1}\r\n\r\n:\n\ndata: x\rdata: y\r\rid\n\n'
  for (let size = 1; size <= text.length; size += 1) {
    const messages: SseMessage[] = []
    const parse = createSseParser((message) => messages.push(message))
    for (let at = 0; at < text.length; at += size) parse(text.slice(at, at + size))
    expect(messages).toEqual([
      { id: '7', event: 'order', data: '{"a":\n1}' },
      { id: '7', event: 'message', data: 'x\ny' },
    ])
  }
})
