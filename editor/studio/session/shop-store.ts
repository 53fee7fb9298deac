import { createStore, type StoreApi } from 'zustand/vanilla'
import { api, openEventStream, queryCache } from '#editor/api/index.ts'
import { keys } from '#editor/console/keys.ts'
import type { ShopData } from '#components/kit/view.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { commentsKey, refreshThread } from '../comments/known-threads.ts'

export interface ShopState {
  /** Null until it has arrived; blocks then show their skeletons. */
  readonly data: ShopData | null
  /** Counts how often the stream of events was opened: the platform can be reached. */
  readonly opened: number
}

/** The shop's data as a visitor sees it, kept fresh: a price changed at the counter changes on the canvas. */
export function openShop(programId: string): { readonly store: StoreApi<ShopState>; close(): void } {
  const store = createStore<ShopState>(() => ({ data: null, opened: 0 }))
  let closed = false
  let isAsking = false
  let isStale = false
  let known = ''
  /** What changes while an answer is on its way is asked for once more; the same answer again wakes nobody. */
  const load = async () => {
    isStale = true
    if (isAsking) return
    isAsking = true
    while (isStale && !closed) {
      isStale = false
      try {
        const data = await api.shopData(programId)
        const text = JSON.stringify(data)
        // `shop` is checked by the platform against the model; the contract passes it through as it is.
        if (!closed && text !== known) store.setState({ data: data as ShopData })
        known = text
      } catch {
        // Without it blocks show skeletons; the event stream asks again once it is open.
      }
    }
    isAsking = false
  }
  void load()
  const stream = openEventStream({
    url: merchantPaths.events(programId),
    fetch: (...call) => fetch(...call),
    onEvent: (event) => {
      const { type } = event
      if (type === 'comment') void refreshThread(programId, event.threadId)
      else void queryCache.refresh(keys.changes(programId))
      if (type === 'catalogue' || type === 'shop') void load()
    },
    onState: () => undefined,
    onOpen: (again) => {
      if (again) void queryCache.refresh(commentsKey(programId))
      store.setState(({ opened }) => ({ opened: opened + 1 }))
      // The first answer may be older than the stream.
      void load()
    },
  })
  return {
    store,
    close() {
      closed = true
      stream.close()
    },
  }
}
