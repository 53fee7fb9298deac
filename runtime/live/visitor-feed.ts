import type { Order } from '#model/shop/orders.ts'
import type { QueueView } from '#model/shop/queue.ts'
import type { Answer } from '#components/kit/host.ts'
import type { BlockData, Loadable, VisitorDataKey } from '#components/kit/view.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { follow } from './follow.ts'
import type { ShopClient } from './shop-client.ts'
import type { VisitorSession } from './visitor-session.ts'

export interface VisitorFeedOptions {
  readonly client: ShopClient
  readonly session: VisitorSession
  publish<Key extends VisitorDataKey>(key: Key, value: BlockData[Key]): void
  /** Path of the page, which names the order on an order's page. */
  readonly path: string
}

export interface VisitorFeed {
  /** From now on these are shown by some block: loads what is not there yet. */
  follow(keys: readonly VisitorDataKey[]): void
  refresh(key: VisitorDataKey): void
}

/** The visitor's own data on a published page; of what no block shows, nothing is asked. */
export function createVisitorFeed(options: VisitorFeedOptions): VisitorFeed {
  const { client, session, publish, path } = options
  const followed = new Set<VisitorDataKey>()
  let stopOrder = () => {}
  let stopQueue = () => {}

  async function load<Key extends 'card' | 'orders' | 'bookings' | 'wallet'>(
    key: Key,
    whenNew: BlockData[Key],
    read: () => Promise<Answer<unknown>>,
  ) {
    // Somebody who was never here has nothing yet: no need to ask, nor to become known.
    if (!session.isKnown()) return publish(key, whenNew)
    publish(key, loadable(await read(), () => refresh(key)) as BlockData[Key])
  }

  const loads: { readonly [Key in VisitorDataKey]: () => void } = {
    card: () => void load('card', { status: 'ready', value: null }, () => client.read(visitorPaths.card)),
    orders: () => void load('orders', { status: 'ready', value: [] }, () => client.read(visitorPaths.orders)),
    bookings: () => void load('bookings', { status: 'ready', value: [] }, () => client.read(visitorPaths.bookings)),
    wallet: () => void load('wallet', { status: 'ready', value: [] }, () => client.read(visitorPaths.coupons)),
    order: loadOrder,
    queue: loadQueue,
  }

  function loadOrder(): void {
    stopOrder()
    const orderId = /^\/_order\/([^/]+)$/.exec(path)?.[1]
    if (orderId === undefined) {
      publish('order', { status: 'failed', code: 'not-found', retry: () => {} })
      return
    }
    const id = decodeURIComponent(orderId)
    stopOrder = follow<Order>({
      events: visitorPaths.orderEvents(encodeURIComponent(id)),
      event: 'order',
      versionOf: (order) => order.version,
      read: () => client.read<Order>(visitorPaths.order(encodeURIComponent(id))),
      token: () => session.token(),
      changed: (answer) =>
        publish(
          'order',
          loadable(answer, () => refresh('order')),
        ),
    })
  }

  function loadQueue(): void {
    stopQueue()
    const changed = (answer: Answer<QueueView>) =>
      publish(
        'queue',
        loadable(answer, () => refresh('queue')),
      )
    // Who only looks how long the line is does not become known by it.
    if (!session.isKnown()) stopQueue = lookNowAndThen(() => client.peek<QueueView>(visitorPaths.queue), changed)
    else
      stopQueue = follow<QueueView>({
        events: visitorPaths.queueEvents,
        event: 'queue',
        versionOf: ({ asOfMs }) => asOfMs,
        read: () => client.read<QueueView>(visitorPaths.queue),
        token: () => session.token(),
        changed,
      })
  }

  function refresh(key: VisitorDataKey): void {
    if (followed.has(key)) loads[key]()
  }

  return {
    follow(keys) {
      for (const key of keys) {
        if (followed.has(key)) continue
        followed.add(key)
        loads[key]()
      }
    },
    refresh,
  }
}

const lookEveryMs = 30_000

/** @returns stops it */
function lookNowAndThen<Value>(look: () => Promise<Answer<Value>>, seen: (answer: Answer<Value>) => void): () => void {
  let stopped = false
  let isShown = false
  const again = async () => {
    const answer = await look()
    if (stopped) return
    // What is on the screen is better than a sentence about the network.
    if (answer.ok || !isShown) seen(answer)
    isShown ||= answer.ok
  }
  void again()
  const timer = setInterval(() => void (document.hidden || again()), lookEveryMs)
  return () => {
    stopped = true
    clearInterval(timer)
  }
}

function loadable<Value>(answer: Answer<Value>, retry: () => void): Loadable<Value> {
  return answer.ok ? { status: 'ready', value: answer.value } : { status: 'failed', code: answer.failure.code, retry }
}
