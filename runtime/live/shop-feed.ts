import type { BlockData, ShopData, ShopDataKey } from '#components/kit/view.ts'
import { shopDataPath } from '#platform/contract/shop-data-path.ts'
import { digest } from './digest.ts'
import type { PageData } from './page-data.ts'

export interface ShopFeedOptions {
  readonly page: Pick<PageData, 'shopData' | 'shopDigests'>
  /** When the page showed the shop as it was: hosting never serves one that is behind. */
  readonly shopAtMs: number
  publish<Key extends ShopDataKey>(key: Key, value: BlockData[Key]): void
  readonly fetchData?: typeof fetch
  readonly nowMs?: () => number
}

export interface ShopFeed {
  /**
   * What blocks that need these keys are drawn with at first, and whether the page shows just that. Rejects when it
   * cannot be had.
   */
  start(keys: readonly ShopDataKey[]): Promise<{ readonly data: Partial<ShopData>; readonly asDrawn: boolean }>
  /** From now on these are shown by some block. */
  follow(keys: readonly ShopDataKey[]): void
  /** Asks for news if what is shown is older than this. */
  refresh(olderThanMs: number): void
}

/** The shop's data on a published page: what came with it, what did not because it is large, and what changes later. */
export function createShopFeed(options: ShopFeedOptions): ShopFeed {
  const { page, publish, fetchData = fetch.bind(globalThis), nowMs = Date.now } = options
  const shown: { -readonly [Key in ShopDataKey]?: ShopData[Key] } = { ...page.shopData }
  const texts = new Map(Object.entries(page.shopData).map(([key, value]) => [key, JSON.stringify(value)]))
  const followed = new Set<ShopDataKey>()
  let latest: ShopData | undefined
  let loading: Promise<ShopData> | undefined
  let { shopAtMs } = options

  function load(): Promise<ShopData> {
    loading ??= ask().finally(() => (loading = undefined))
    return loading
  }

  async function ask(): Promise<ShopData> {
    // Asks with the tag of what the browser has: mostly nothing comes back.
    const response = await fetchData(shopDataPath, { cache: 'no-cache' })
    if (!response.ok) throw new Error(`The shop answered ${response.status}`)
    latest = (await response.json()) as ShopData
    shopAtMs = nowMs()
    return latest
  }

  function show<Key extends ShopDataKey>(key: Key, data: ShopData): boolean {
    // What is the same must stay the same object: blocks look again at what changed, a cart at its menu.
    const text = JSON.stringify(data[key])
    if (texts.get(key) === text) return false
    texts.set(key, text)
    shown[key] = data[key]
    return true
  }

  function tellNews(): void {
    if (!latest) return
    for (const key of followed) if (show(key, latest)) publishKey(key, latest)
  }

  function publishKey<Key extends ShopDataKey>(key: Key, data: ShopData): void {
    const value = { status: 'ready', value: data[key] } as const
    publish(key, value as BlockData[Key])
  }

  const refresh = (olderThanMs: number) => {
    if (followed.size === 0 || nowMs() - shopAtMs <= olderThanMs) return
    // What is under way may have left before the newest change.
    const asking = olderThanMs < 0 && loading ? loading.then(load, load) : load()
    // No network: what is shown stays, and the next look asks again.
    asking.then(tellNews, () => (shopAtMs = 0))
  }

  return {
    async start(keys) {
      const missing = keys.filter((key) => shown[key] === undefined && page.shopDigests[key] !== undefined)
      if (missing.length > 0) {
        const data = await load()
        for (const key of missing) show(key, data)
      }
      const asDrawn = keys.every(
        (key) => page.shopDigests[key] === undefined || page.shopDigests[key] === digest(texts.get(key) ?? ''),
      )
      return {
        data: Object.fromEntries(keys.flatMap((key) => (shown[key] === undefined ? [] : [[key, shown[key]]]))),
        asDrawn,
      }
    },
    follow(keys) {
      for (const key of keys) followed.add(key)
      tellNews()
      // Drawn without the shop: it could not be had then, perhaps it can now.
      if (keys.some((key) => shown[key] === undefined)) refresh(-1)
    },
    refresh,
  }
}
