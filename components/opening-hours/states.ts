import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { loaded, loading, mockShop, offline } from '../kit/stories/mock-shop.ts'

export const states = {
  default: { props: { title: text('When we cook', '什么时候来') } },
  today: { props: { show: 'today' } },
  closingSoon: { env: { nowMs: Date.parse('2026-10-14T13:40:00+08:00') } },
  closed: {
    props: { showExceptions: false },
    env: { nowMs: Date.parse('2026-10-14T15:05:00+08:00') },
    data: (language) => ({
      shop: loaded(mockShop(language, { isOpen: false, changesAtIso: '2026-10-14T17:00:00+08:00' })),
    }),
  },
  longClosed: {
    props: { show: 'today' },
    env: { nowMs: Date.parse('2026-10-18T22:00:00+08:00') },
    data: (language) => ({
      shop: loaded(mockShop(language, { isOpen: false, changesAtIso: '2026-10-20T17:00:00+08:00' })),
    }),
  },
  none: {
    data: (language) => ({
      shop: loaded(mockShop(language, { hours: { weekly: [], exceptions: [] }, isOpen: false, changesAtIso: null })),
    }),
  },
  loading: { data: () => ({ shop: loading }) },
  failed: { data: () => ({ shop: offline }) },
} satisfies BlockStates
