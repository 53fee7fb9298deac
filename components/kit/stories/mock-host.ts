import type { Answer, Host } from '../host.ts'
import type { BlockState } from './block-state.ts'

/** Told what a block asked its host to do, e.g. `open` with a link. */
export type HostWatcher = (action: string, argument: unknown) => void

const previewOnly = async (): Promise<Answer<never>> => ({
  ok: false,
  failure: { code: 'preview-only', message: 'Nothing is really done here' },
})

/** A host whose shop refuses everything, as in the editor's preview, apart from what the state answers itself. */
export function mockHost(state: BlockState, watch: HostWatcher): Host {
  const { shop, ...others } = state.host ?? {}
  const kept = new Map<string, Parameters<Host['storage']['set']>[1]>()
  let keys = 0
  return {
    shop: {
      quote: previewOnly,
      placeOrder: previewOnly,
      payOrder: previewOnly,
      slots: previewOnly,
      holdSlot: previewOnly,
      confirmBooking: previewOnly,
      cancelBooking: previewOnly,
      join: previewOnly,
      payDirect: previewOnly,
      ...shop,
    },
    open: (link) => watch('open', link),
    href: (link) => (link.kind === 'phone' ? `tel:${link.number}` : `#${link.kind}`),
    openOrder: (orderId) => watch('openOrder', orderId),
    pay: (intent) => watch('pay', intent),
    call: (phone) => watch('call', phone),
    openMap: () => watch('openMap', null),
    saveToCalendar: (booking) => watch('saveToCalendar', booking),
    toast: (words) => watch('toast', words),
    refresh: (key) => watch('refresh', key),
    storage: {
      get: async (key) => kept.get(key),
      set: async (key, value) => void kept.set(key, value),
    },
    newKey: () => `key-${++keys}`,
    ...others,
  }
}
