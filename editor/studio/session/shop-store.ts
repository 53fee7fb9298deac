import { createStore, type StoreApi } from 'zustand/vanilla'
import { api, openEventStream } from '#editor/api/index.ts'
import type { ShopData } from '#components/kit/view.ts'
import { merchantPaths } from '#platform/contract/routes.ts'

export interface ShopState {
  /** Null until it has arrived; blocks then show their skeletons. */
  readonly data: ShopData | null
}

/** The shop's data as a visitor sees it, kept fresh: a price changed at the counter changes on the canvas. */
export function openShop(programId: string): { readonly store: StoreApi<ShopState>; close(): void } {
  const store = createStore<ShopState>(() => ({ data: null }))
  let closed = false
  const load = async () => {
    try {
      const data = await api.shopData(programId)
      // `shop` is checked by the platform against the model; the contract passes it through as it is.
      if (!closed) store.setState({ data: data as ShopData })
    } catch {
      // Without it blocks show skeletons; the event stream asks again once it is open.
    }
  }
  void load()
  const stream = openEventStream({
    url: merchantPaths.events(programId),
    fetch: (...call) => fetch(...call),
    onEvent: ({ type }) => {
      if (type === 'catalogue' || type === 'shop') void load()
    },
    onState: () => undefined,
    onOpen: (again) => {
      if (again || store.getState().data === null) void load()
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
