import type { Order, OrderStatus } from '#model/shop/orders.ts'
import type { BlockStates, Language } from '../kit/stories/block-state.ts'
import { loaded, loading, mockNowMs, offline } from '../kit/stories/mock-shop.ts'

const minutesAgo = (minutes: number) => new Date(mockNowMs - minutes * 60_000).toISOString()

const way: readonly OrderStatus[] = ['placed', 'accepted', 'preparing', 'ready', 'completed']

/** An order at {@link mockNowMs}, a step every three minutes. */
export function sampleOrder(language: Language, change: Partial<Order> = {}): Order {
  const say = (en: string, zh: string) => (language === 'en' ? en : zh)
  const status = change.status ?? 'preparing'
  const reached = way.slice(0, Math.max(1, way.indexOf(status) + 1))
  const passed = way.includes(status) || status === 'draft' ? reached : [...reached, status]
  return {
    id: 'order-1',
    number: 17,
    status,
    payStatus: 'paid',
    channel: 'dine_in',
    tableLabel: 'B1',
    lines: [
      {
        dishId: 'beef',
        name: say('Braised beef noodle soup', '红烧牛肉面'),
        variantName: say('Large', '大份'),
        modifiers: [
          { name: say('A little', '微辣'), quantity: 1, priceMinor: 0 },
          { name: say('Fried egg', '煎蛋'), quantity: 2, priceMinor: 300 },
        ],
        note: say('no coriander', '不要香菜'),
        quantity: 2,
        unitMinor: 4400,
        totalMinor: 8800,
      },
      {
        dishId: 'cucumber',
        name: say('Smashed cucumber', '拍黄瓜'),
        variantName: '',
        modifiers: [],
        note: '',
        quantity: 1,
        unitMinor: 1200,
        totalMinor: 1200,
      },
    ],
    currency: 'CNY',
    subtotalMinor: 10_000,
    discountMinor: 500,
    totalMinor: 9500,
    createdAtIso: minutesAgo(15),
    placedAtIso: minutesAgo(15),
    pointsEarned: 0,
    timeline: passed.map((each, index) => ({ status: each, atIso: minutesAgo(15 - index * 3) })),
    reason: '',
    version: 3,
    ...change,
  }
}

const showing = (change: Partial<Order>, reason?: readonly [en: string, zh: string]) => ({
  data: (language: Language) => {
    const said = reason ? { reason: language === 'en' ? reason[0] : reason[1] } : {}
    return { order: loaded(sampleOrder(language, { ...change, ...said })) }
  },
})

const unpaid: Partial<Order> = { status: 'draft', number: null, placedAtIso: null, timeline: [] }

export const states = {
  default: showing({}),
  placed: showing({ status: 'placed', payStatus: 'unpaid' }),
  accepted: showing({ status: 'accepted' }),
  beingServed: showing({ status: 'ready' }),
  readyForPickup: showing({ status: 'ready', channel: 'pickup', tableLabel: null }),
  completed: showing({ status: 'completed', pointsEarned: 95 }),
  toPay: showing({ ...unpaid, payStatus: 'pending' }),
  payFailed: showing({ ...unpaid, payStatus: 'failed' }),
  paidJustNow: showing({ ...unpaid, payStatus: 'paid' }),
  rejected: showing({ status: 'rejected', payStatus: 'refunded' }, [
    'We have run out of beef for today. So sorry!',
    '今天的牛腱已经用完，实在抱歉。',
  ]),
  cancelled: showing({ status: 'cancelled', payStatus: 'unpaid' }),
  expired: showing({ ...unpaid, status: 'expired', payStatus: 'unpaid' }),
  loading: { data: () => ({ order: loading }) },
  failed: { data: () => ({ order: offline }) },
} satisfies BlockStates
