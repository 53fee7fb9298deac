import type { ShopFailureCode } from '#model/shop/failure.ts'
import type { Order } from '#model/shop/orders.ts'
import type { Answer } from '#components/kit/host.ts'
import { visitorPaths } from '#platform/contract/routes.ts'

export interface OrderSource {
  readonly orderId: string
  read(): Promise<Answer<Order>>
  token(): Promise<string>
  /** Called with the first state and each later one; never with an older one than before. */
  changed(answer: Answer<Order>): void
}

/** What of the browser it uses, so that tests can hold the clock. */
export interface OrderClock {
  openEvents(url: string): EventSource
  later(run: () => void, ms: number): void
}

const pollEveryMs = 5_000
const reconnectAfterMs = 20_000

/** Asking again would get the same answer. */
const final: ReadonlySet<ShopFailureCode> = new Set(['not-found', 'unauthorised', 'bad-request'])

const browser: OrderClock = {
  openEvents: (url) => new EventSource(url),
  later: (run, ms) => void setTimeout(run, ms),
}

/**
 * Follows one order: by server-sent events, and by asking every 5 seconds while those do not come through.
 * @returns stops it
 */
export function followOrder(source: OrderSource, clock: OrderClock = browser): () => void {
  let stopped = false
  let polling = false
  let version = -1
  let events: EventSource | undefined

  function take(answer: Answer<Order>): void {
    if (stopped || (answer.ok && answer.value.version < version)) return
    if (answer.ok) version = answer.value.version
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
    events = clock.openEvents(
      `${visitorPaths.orderEvents(encodeURIComponent(source.orderId))}?${new URLSearchParams({ token })}`,
    )
    events.addEventListener('open', () => (polling = false))
    events.addEventListener('order', (event: MessageEvent<string>) => {
      polling = false
      take({ ok: true, value: JSON.parse(event.data) as Order })
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
