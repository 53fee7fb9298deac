import type { OrderStatus } from '#model/shop/orders.ts'
import type { BlockEnv } from '../kit/view.ts'
import { type Words, wordsFor } from '../kit/words.ts'

const en = {
  titleHint: 'Title, e.g. My orders',
  empty: 'What you order will be here.',
  more: (count: number) => (count === 1 ? 'Show 1 more' : `Show ${count} more`),
  table: (label: string) => `Table ${label}`,
  pickup: 'Pick up',
  delivery: 'Delivery',
  dineIn: 'Eat here',
  andMore: (first: string, others: number) => `${first} and ${others} more`,
  number: (number: number) => `No. ${number}`,
  readyAt: (when: string) => `for ${when}`,
  unpaid: 'Waiting for payment',
  paidBack: 'Paid back',
  partPaidBack: 'Partly paid back',
  status: {
    draft: 'Waiting for payment',
    placed: 'Order received',
    accepted: 'Accepted',
    preparing: 'Being cooked',
    ready: 'Ready',
    out_for_delivery: 'On its way',
    completed: 'Done',
    rejected: 'Not accepted',
    cancelled: 'Cancelled',
    expired: 'Not paid in time',
  } satisfies { readonly [Status in OrderStatus]: string },
}

const words: Words<typeof en> = {
  en,
  'zh-CN': {
    titleHint: '标题，例如：我的订单',
    empty: '您下的订单会显示在这里。',
    more: (count) => `再看 ${count} 单`,
    table: (label) => (/[桌号台]/.test(label) ? label : `${label} 号桌`),
    pickup: '自取',
    delivery: '外送',
    dineIn: '堂食',
    andMore: (first, others) => `${first}等 ${others + 1} 样`,
    number: (number) => `${number} 号`,
    readyAt: (when) => `${when} 取`,
    unpaid: '待支付',
    paidBack: '已退款',
    partPaidBack: '已部分退款',
    status: {
      draft: '待支付',
      placed: '已下单',
      accepted: '已接单',
      preparing: '制作中',
      ready: '待取餐',
      out_for_delivery: '配送中',
      completed: '已完成',
      rejected: '店家未接单',
      cancelled: '已取消',
      expired: '超时未支付',
    },
  },
}

export type OwnOrdersWords = typeof en

export function ownOrdersWords({ language }: Pick<BlockEnv, 'language'>): OwnOrdersWords {
  return wordsFor(language, words)
}
