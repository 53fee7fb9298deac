import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { loaded, loading, mockShop, offline } from '../kit/stories/mock-shop.ts'

const label = text('Settle your bill', '到店买单')

export const states = {
  default: { props: { label, askNote: true } },
  fixed: { props: { label: text('Hot pot deposit', '火锅订金'), kind: 'fixed', amountMinor: 20_000 } },
  working: {
    props: { label, kind: 'fixed', amountMinor: 2850 },
    // Never answers, so that pressing shows the button at work.
    host: { shop: { payDirect: () => new Promise(() => {}) } },
  },
  refused: {
    props: { label, kind: 'fixed', amountMinor: 2850 },
    situation: 'payment-failed',
  },
  closed: {
    props: { label, needsOpenShop: true },
    env: { nowMs: Date.parse('2026-10-14T15:05:00+08:00') },
    data: (language) => ({
      shop: loaded(mockShop(language, { isOpen: false, changesAtIso: '2026-10-14T17:00:00+08:00' })),
    }),
  },
  otherCurrency: {
    props: { label, minMinor: 500, maxMinor: 50_000 },
    data: (language) => ({ shop: loaded(mockShop(language, { currency: 'JPY' })) }),
  },
  notSet: { props: { label, kind: 'fixed' } },
  loading: { props: { label }, data: () => ({ shop: loading }) },
  failed: { props: { label }, data: () => ({ shop: offline }) },
} satisfies BlockStates
