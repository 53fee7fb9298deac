import type { Order } from '#model/shop/orders.ts'
import type { BlockStates, Language } from '../kit/stories/block-state.ts'
import { loaded, loading, offline } from '../kit/stories/mock-shop.ts'
import { sampleOrder } from '../kit/sample-order.ts'
import { storyScene } from '../kit/stories/story-scene.ts'
import { sampleMenu } from '../menu/sample-menu.ts'
import { unpaid } from './situations.ts'

/** With all that lines can have: sizes, choices, a note, a member's discount. */
function order(language: Language, change: Partial<Order> = {}): Order {
  const say = (en: string, zh: string) => (language === 'en' ? en : zh)
  const [beef, cucumber] = sampleOrder(storyScene(language, { menu: sampleMenu(language) })).lines
  if (!beef || !cucumber) throw new Error('The sample menu is empty')
  return sampleOrder(storyScene(language, { menu: sampleMenu(language) }), {
    tableLabel: 'B1',
    lines: [
      {
        ...beef,
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
        ...cucumber,
        name: say('Smashed cucumber', '拍黄瓜'),
        variantName: '',
        quantity: 1,
        unitMinor: 1200,
        totalMinor: 1200,
      },
    ],
    subtotalMinor: 10_000,
    discountMinor: 500,
    totalMinor: 9500,
    ...change,
  })
}

const showing = (change: Partial<Order>, reason?: readonly [en: string, zh: string]) => ({
  data: (language: Language) => {
    const said = reason ? { reason: language === 'en' ? reason[0] : reason[1] } : {}
    return { order: loaded(order(language, { ...change, ...said })) }
  },
})

/** Orders of situations are made of the shop's own dishes. */
const eaten = (language: Language) => ({ menu: loaded(sampleMenu(language)) })

export const states = {
  default: showing({}),
  placed: showing({ status: 'placed', payStatus: 'unpaid' }),
  accepted: showing({ status: 'accepted' }),
  beingServed: showing({ status: 'ready' }),
  readyForPickup: showing({ status: 'ready', channel: 'pickup', tableLabel: null }),
  lunchRush: { data: eaten, situation: 'lunch-rush' },
  promisedSoon: showing({
    status: 'accepted',
    channel: 'pickup',
    tableLabel: null,
    promise: { atIso: '2026-10-14T12:05:00+08:00', isAsap: true },
  }),
  promisedForTomorrow: showing({
    status: 'placed',
    channel: 'pickup',
    tableLabel: null,
    promise: { atIso: '2026-10-15T12:30:00+08:00', isAsap: false },
  }),
  completed: showing({ status: 'completed', pointsEarned: 95 }),
  taxedWithReceipt: showing({
    status: 'completed',
    totalMinor: 10_292,
    tax: {
      mode: 'excluded',
      taxMinor: 792,
      rates: [
        { ratePcm: 6000, netMinor: 2850, taxMinor: 171 },
        { ratePcm: 9340, netMinor: 6650, taxMinor: 621 },
      ],
    },
    receipt: { number: '20261014-0017', url: 'https://shop.example/receipt' },
  }),
  memberPoints: { data: eaten, situation: 'gold-member' },
  toPay: showing({ ...unpaid, payStatus: 'pending' }),
  payFailed: { data: eaten, situation: 'payment-failed' },
  paidJustNow: showing({ ...unpaid, payStatus: 'paid' }),
  partlyPaidBack: showing({
    status: 'completed',
    payStatus: 'part_refunded',
    refunds: [
      { amountMinor: 1200, atIso: '2026-10-14T12:20:00+08:00', state: 'done', isCash: false, reason: '漏了一份拍黄瓜' },
    ],
  }),
  outForDelivery: showing({
    status: 'out_for_delivery',
    channel: 'delivery',
    tableLabel: null,
    totalMinor: 10_100,
    delivery: { zoneName: '静安区', feeMinor: 600 },
    promise: { atIso: '2026-10-14T12:40:00+08:00', isAsap: true },
  }),
  rejected: showing({ status: 'rejected', payStatus: 'refunded' }, [
    'We have run out of beef for today. So sorry!',
    '今天的牛腱已经用完，实在抱歉。',
  ]),
  cancelled: showing({ status: 'cancelled', payStatus: 'unpaid' }),
  expired: showing({ ...unpaid, status: 'expired', payStatus: 'unpaid' }),
  loading: { data: () => ({ order: loading }) },
  failed: { data: () => ({ order: offline }) },
} satisfies BlockStates
