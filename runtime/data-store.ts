import type { BlockData, Loadable, ShopData, ShopDataKey, VisitorDataKey } from '#components/kit/view.ts'
import type { BlockDefinition } from '#components/kit/define-block.ts'

/** The part of a definition that a page needs to run a block: what it follows. */
export type BlockTraits = Pick<BlockDefinition, 'shopData' | 'visitorData' | 'interactive'> &
  Partial<Pick<BlockDefinition, 'slots' | 'actsByItself'>>

export const stillBlock: BlockTraits = { shopData: [], visitorData: [], interactive: false }

export type DataKey = ShopDataKey | VisitorDataKey

/** What blocks are shown of shop and visitor, followed key by key. */
export interface DataStore {
  get(): BlockData
  set<Key extends DataKey>(key: Key, value: BlockData[Key]): void
  subscribe(keys: readonly DataKey[], listener: () => void): () => void
}

const loading: Loadable<never> = { status: 'loading' }

export const nothingLoaded: BlockData = {
  shop: loading,
  menu: loading,
  services: loading,
  membership: loading,
  coupons: loading,
  card: loading,
  orders: loading,
  bookings: loading,
  wallet: loading,
  order: loading,
  queue: loading,
}

export function createDataStore(initial: Partial<BlockData> = {}): DataStore {
  let data: BlockData = { ...nothingLoaded, ...initial }
  const listeners = new Map<DataKey, Set<() => void>>()
  return {
    get: () => data,
    set(key, value) {
      if (data[key] === value) return
      data = { ...data, [key]: value }
      for (const listener of [...(listeners.get(key) ?? [])]) listener()
    },
    subscribe(keys, listener) {
      for (const key of keys) {
        const own = listeners.get(key)
        if (own) own.add(listener)
        else listeners.set(key, new Set([listener]))
      }
      return () => {
        for (const key of keys) listeners.get(key)?.delete(listener)
      }
    },
  }
}

/** Marks everything given as loaded. */
export function readyShopData(shopData: Partial<ShopData>): Partial<BlockData> {
  return Object.fromEntries(Object.entries(shopData).map(([key, value]) => [key, { status: 'ready', value }]))
}
