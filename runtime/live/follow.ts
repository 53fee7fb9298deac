import type { ShopFailureCode } from '#model/shop/failure.ts'
import type { Answer } from '#components/kit/host.ts'

export interface Followed<Value> {
  /** Address of its server-sent events, without the token. */
  readonly events: string
  /** Name of its events; each carries the whole of it. */
  readonly event: string
  read(): Promise<Answer<Value>>
  token(): Promise<string>
  /** Grows with each change. */
  versionOf(value: Value): number
  /** Called with the first state and each later one; never with an older one than before. */
  changed(answer: Answer<Value>): void
}

/** What of the browser it uses, so that tests can hold the clock. */
export interface FollowClock {
  openEvents(url: string): EventSource
  later(run: () => void, ms: number): void
}

const pollEveryMs = 5_000
const reconnectAfterMs = 20_000

/** Asking again would get the same answer. */
const final: ReadonlySet<ShopFailureCode> = new Set(['not-found', 'unauthorised', 'bad-request'])

const browser: FollowClock = {
  openEvents: (url) => new EventSource(url),
  later: (run, ms) => void setTimeout(run, ms),
}

/**
 * Follows something of the visitor's: by server-sent events, and by asking every 5 seconds while those do not come through.
 * @returns stops it
 */
export function follow<Value>(source: Followed<Value>, clock: FollowClock = browser): () => void {
  let stopped = false
  let polling = false
  let version = -1
  let events: EventSource | undefined

  function take(answer: Answer<Value>): void {
    if (stopped || (answer.ok && source.versionOf(answer.value) < version)) return
    if (answer.ok) version = source.versionOf(answer.value)
    // What is on the screen is better than a sentence about the network.
    else if (version >= 0) return
    source.changed(answer)
    if (!answer.ok && final.has(answer.failure.code)) stop()
  }

  function stop(): void {
    stopped = true
    events?.close()
  }

  async function poll(): Promise<void> {
    if (stopped) return
    take(await source.read())
    if (polling && !stopped) clock.later(() => void poll(), pollEveryMs)
  }

  function startPolling(): void {
    if (polling || stopped) return
    polling = true
    void poll()
  }

  async function connect(): Promise<void> {
    if (stopped) return
    const token = await source.token().catch(() => undefined)
    if (stopped) return
    if (token === undefined) return failed()
    events = clock.openEvents(`${source.events}?${new URLSearchParams({ token })}`)
    events.addEventListener('open', () => (polling = false))
    events.addEventListener(source.event, (event: MessageEvent<string>) => {
      polling = false
      take({ ok: true, value: JSON.parse(event.data) as Value })
    })
    // The browser tries again by itself unless the server said no, e.g. because the token ran out.
    events.addEventListener('error', () => (events?.readyState === 2 ? failed() : startPolling()))
  }

  function failed(): void {
    events?.close()
    startPolling()
    clock.later(() => void connect(), reconnectAfterMs)
  }

  void poll()
  void connect()
  return stop
}
