import { consoleEvent, type ConsoleEvent } from '#platform/contract/merchant.ts'
import { createFreshness } from './fresh-events.ts'
import { createSseParser, type SseMessage } from './sse-parser.ts'

/** `lost` once an attempt has failed, until a stream is open again. */
export type StreamState = 'connecting' | 'live' | 'lost'

export interface EventStreamOptions {
  readonly url: string
  readonly fetch: typeof fetch
  /** Each event once, in order. */
  readonly onEvent: (event: ConsoleEvent) => void
  readonly onState: (state: StreamState) => void
  /** A stream is open (again): whatever was loaded before may be behind and wants loading again. */
  readonly onOpen: (again: boolean) => void
  /** The server answered, but with no stream: 401 means that nobody is signed in any more. */
  readonly onRefused?: (status: number) => void
  readonly schedule?: (run: () => void, delayMs: number) => () => void
  /** Spreads the reconnects of many counters after an outage. */
  readonly random?: () => number
}

const firstDelayMs = 500
const longestDelayMs = 15_000
/** A stream that says nothing for so long, not even a heartbeat, is taken for dead: a sleeping tablet, a lost Wi-Fi. */
const silenceMs = 45_000

/**
 * Follows the console's events through lost networks: reconnects with growing delays, asks for what was missed by
 * `Last-Event-ID`, and drops what was already seen. `fetch` rather than `EventSource`, which cannot name a cursor when
 * it is made anew and gives up for good at the first error page.
 * @returns `retry` tries at once (the network is back), `close` ends it
 */
export function openEventStream(options: EventStreamOptions): { retry(): void; close(): void } {
  const schedule = options.schedule ?? scheduleByTimeout
  const random = options.random ?? Math.random
  const isFresh = createFreshness()
  let cursor = ''
  let failures = 0
  let opened = 0
  let closed = false
  let attempt: AbortController | undefined
  let cancelTimer = () => {}

  options.onState('connecting')
  void connect()

  return {
    retry() {
      if (closed) return
      failures = 0
      void connect()
    },
    close() {
      closed = true
      cancelTimer()
      attempt?.abort()
    },
  }

  async function connect() {
    cancelTimer()
    attempt?.abort()
    const mine = new AbortController()
    attempt = mine
    try {
      const response = await options.fetch(options.url, {
        credentials: 'same-origin',
        headers: { accept: 'text/event-stream', ...(cursor ? { 'last-event-id': cursor } : {}) },
        cache: 'no-store',
        signal: mine.signal,
      })
      if (mine.signal.aborted) return
      if (!response.ok || !response.body) {
        options.onRefused?.(response.status)
        throw new Error(`HTTP ${response.status}`)
      }
      failures = 0
      opened += 1
      options.onState('live')
      options.onOpen(opened > 1)
      await read(response.body, mine)
    } catch {
      // Every way to fail is the same here: wait and try again.
    }
    if (closed || attempt !== mine) return
    failures += 1
    options.onState('lost')
    const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - 1))
    cancelTimer = schedule(() => void connect(), delayMs * (0.5 + random() / 2))
  }

  async function read(body: ReadableStream<Uint8Array>, mine: AbortController) {
    const parse = createSseParser(receive)
    const decoder = new TextDecoder()
    const reader = body.getReader()
    try {
      for (;;) {
        cancelTimer = schedule(() => mine.abort(), silenceMs)
        const piece = await reader.read()
        cancelTimer()
        if (piece.done || mine.signal.aborted) return
        parse(decoder.decode(piece.value, { stream: true }))
      }
    } finally {
      cancelTimer()
      void reader.cancel().catch(() => undefined)
    }
  }

  function receive(message: SseMessage) {
    if (closed) return
    cursor = message.id || cursor
    const parsed = consoleEvent.safeParse(parseJson(message.data))
    // A kind of event from a newer server is none of ours; its cursor still counts.
    if (parsed.success && isFresh(message.id, parsed.data)) options.onEvent(parsed.data)
  }
}

function scheduleByTimeout(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
