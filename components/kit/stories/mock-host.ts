import type { Answer, Host } from '../host.ts'
import type { BlockState } from './block-state.ts'

/** Told what a block asked its host to do, e.g. `open` with a link. */
export type HostWatcher = (action: string, argument: unknown) => void

const previewOnly = async (): Promise<Extract<Answer<never>, { ok: false }>> => ({
  ok: false,
  failure: { code: 'preview-only', message: 'Nothing is really done here' },
})

/** A host whose shop refuses everything, as in the editor's preview, apart from what the state answers itself. */
export function mockHost(state: BlockState, watch: HostWatcher): Host {
  const { shop, ...others } = state.host ?? {}
  const kept = new Map<string, Parameters<Host['storage']['set']>[1]>()
  let keys = 0
  const told = (action: string) => async (argument: unknown) => watch(action, argument)
  const refused = (action: string) => (argument?: unknown) => {
    watch(action, argument ?? null)
    return previewOnly()
  }
  return {
    shop: {
      quote: previewOnly,
      placeOrder: previewOnly,
      payOrder: previewOnly,
      tipOrder: previewOnly,
      slots: previewOnly,
      holdSlot: previewOnly,
      confirmBooking: previewOnly,
      payDeposit: previewOnly,
      cancelBooking: previewOnly,
      moveBooking: previewOnly,
      claimCoupon: previewOnly,
      redeemReward: previewOnly,
      checkIn: previewOnly,
      join: previewOnly,
      submitForm: previewOnly,
      attachFile: previewOnly,
      findJob: previewOnly,
      takeTicket: previewOnly,
      leaveQueue: previewOnly,
      payDirect: previewOnly,
      login: previewOnly,
      customer: async () => ({ ok: true, value: null }),
      ...shop,
    },
    open: told('open'),
    href: (link) => (link.kind === 'phone' ? `tel:${link.number}` : `#${link.kind}`),
    openOrder: told('openOrder'),
    pay: refused('pay'),
    login: refused('login'),
    openAccount: told('openAccount'),
    phone: refused('phone'),
    pickCity: refused('pickCity'),
    call: told('call'),
    openMap: refused('openMap'),
    scan: refused('scan'),
    chooseFiles: refused('chooseFiles'),
    share: refused('share'),
    copy: refused('copy'),
    saveToCalendar: refused('saveToCalendar'),
    toast: told('toast'),
    refresh: told('refresh'),
    request: refused('request'),
    storage: {
      get: async (key) => kept.get(key),
      set: async (key, value) => void kept.set(key, value),
    },
    newKey: () => `key-${++keys}`,
    ...others,
  }
}
