import type { Order } from '#model/shop/orders.ts'
import type { Answer } from '#components/kit/host.ts'
import type { BlockData, Loadable, ShopData, ShopDataKey, VisitorDataKey } from '#components/kit/view.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import type { DataKey } from '../data-store.ts'
import { followOrder } from './follow-order.ts'
import type { ShopClient } from './shop-client.ts'
import type { VisitorSession } from './visitor-session.ts'

export interface LiveDataOptions {
  readonly client: ShopClient
  readonly session: VisitorSession
  publish<Key extends DataKey>(key: Key, value: BlockData[Key]): void
  /** Path of the page, which names the order on an order's page. */
  readonly path: string
  /** What the page was drawn with. */
  readonly shopData: Partial<ShopData>
  /** When that was so: hosting never serves a page that is behind the shop. */
  readonly shopAtMs: number
  readonly fetchData?: typeof fetch
}

export interface LiveData {
  /** From now on these are shown by some block: loads what is not there yet. */
  follow(shop: readonly ShopDataKey[], visitor: readonly VisitorDataKey[]): void
  refresh(key: VisitorDataKey): void
  /** Asks for the shop's data if what is shown is older than this. */
  refreshShop(olderThanMs: number): void
}

/** Keeps what blocks of this page show up to date; of what no block shows, nothing is asked. */
export function createLiveData(options: LiveDataOptions): LiveData {
  const { client, session, publish, path, fetchData = fetch.bind(globalThis) } = options
  const followed = new Set<VisitorDataKey>()
  const shopKeys = new Set<ShopDataKey>()
  const shopTexts = new Map(Object.entries(options.shopData).map(([key, value]) => [key, JSON.stringify(value)]))
  let { shopAtMs } = options
  let stopOrder = () => {}

  async function load<Key extends 'card' | 'orders' | 'bookings'>(
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
    order: loadOrder,
  }

  function loadOrder(): void {
    stopOrder()
    const orderId = /^\/_order\/([^/]+)$/.exec(path)?.[1]
    if (orderId === undefined) {
      publish('order', { status: 'failed', code: 'not-found', retry: () => {} })
      return
    }
    const id = decodeURIComponent(orderId)
    stopOrder = followOrder({
      orderId: id,
      read: () => client.read<Order>(visitorPaths.order(encodeURIComponent(id))),
      token: () => session.token(),
      changed: (answer) =>
        publish(
          'order',
          loadable(answer, () => refresh('order')),
        ),
    })
  }

  function refresh(key: VisitorDataKey): void {
    if (followed.has(key)) loads[key]()
  }

  async function loadShop(): Promise<void> {
    try {
      // Asks with the tag of what the browser has: mostly nothing comes back.
      const response = await fetchData(visitorPaths.data, { cache: 'no-cache' })
      if (!response.ok) return
      const data = (await response.json()) as ShopData
      for (const key of shopKeys) {
        // What is the same must stay the same object: blocks look again at what changed, a cart at its menu.
        const text = JSON.stringify(data[key])
        if (shopTexts.get(key) === text) continue
        shopTexts.set(key, text)
        publish(key, { status: 'ready', value: data[key] } as BlockData[typeof key])
      }
    } catch {
      // No network: what is shown stays, and the next look asks again.
      shopAtMs = 0
    }
  }

  function refreshShop(olderThanMs: number): void {
    if (shopKeys.size === 0 || Date.now() - shopAtMs <= olderThanMs) return
    shopAtMs = Date.now()
    void loadShop()
  }

  return {
    follow(shop, visitor) {
      for (const key of shop) shopKeys.add(key)
      for (const key of visitor) {
        if (followed.has(key)) continue
        followed.add(key)
        loads[key]()
      }
    },
    refresh,
    refreshShop,
  }
}

function loadable<Value>(answer: Answer<Value>, retry: () => void): Loadable<Value> {
  return answer.ok ? { status: 'ready', value: answer.value } : { status: 'failed', code: answer.failure.code, retry }
}
