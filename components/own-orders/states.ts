import type { Order } from '#model/shop/orders.ts'
import { type BlockStates, type Language, text } from '../kit/stories/block-state.ts'
import { loaded, loading, offline } from '../kit/stories/mock-shop.ts'
import { storyScene } from '../kit/stories/story-scene.ts'
import { sampleMenu } from '../menu/sample-menu.ts'
import { sampleOrders } from './situations.ts'

const props = { title: text('My orders', '我的订单') }
const orders = (language: Language) => sampleOrders(storyScene(language, { menu: sampleMenu(language) }))
const of = (change: (orders: readonly Order[]) => readonly Order[] = (all) => all) => ({
  props,
  data: (language: Language) => ({ orders: loaded(change(orders(language))) }),
})

export const states = {
  default: of(),
  forTomorrow: of((all) =>
    all.map((order, index) =>
      index
        ? order
        : {
            ...order,
            status: 'placed',
            channel: 'pickup',
            tableLabel: null,
            promise: { atIso: '2026-10-15T12:30:00+08:00', isAsap: false },
          },
    ),
  ),
  toPay: of((all) =>
    all.slice(0, 1).map((order) => ({ ...order, status: 'draft', number: null, payStatus: 'pending' })),
  ),
  one: of((all) => all.slice(0, 1)),
  regular: { props, situation: 'gold-member', data: (language: Language) => ({ menu: loaded(sampleMenu(language)) }) },
  lunchRush: { props, situation: 'lunch-rush', data: (language: Language) => ({ menu: loaded(sampleMenu(language)) }) },
  firstVisit: { props, situation: 'first-visit' },
  empty: of(() => []),
  loading: { props, data: () => ({ orders: loading }) },
  failed: { props, data: () => ({ orders: offline }) },
} satisfies BlockStates
