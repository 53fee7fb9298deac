import type { PropsOf } from '../kit/fields.ts'

/** How a customer may order by a block: the fields of every block that fills the cart. */
export const orderingFields = {
  dineIn: {
    kind: 'switch',
    label: { en: 'Orders to the table', 'zh-CN': '支持堂食' },
    help: {
      en: 'With neither table nor pickup it is for reading only.',
      'zh-CN': '堂食和自取都关闭时，仅供浏览。',
    },
    default: true,
  },
  pickup: { kind: 'switch', label: { en: 'Pickup', 'zh-CN': '支持自取' }, default: true },
  delivery: {
    kind: 'switch',
    label: { en: 'Delivery', 'zh-CN': '支持外送' },
    help: { en: 'Only where the shop has delivery zones.', 'zh-CN': '仅在店铺设置了配送范围时提供。' },
    default: true,
  },
  counterPayment: {
    kind: 'switch',
    label: { en: 'Payment at the counter', 'zh-CN': '支持到店付款' },
    help: { en: 'Payment online is always offered.', 'zh-CN': '在线支付始终可用。' },
    default: true,
  },
} as const

export type OrderingProps = PropsOf<typeof orderingFields>

/** What the checkout of such a block may ask of a customer: whom to call, and where to deliver. */
export const orderingLogin = { reason: 'order-contact', fields: ['name', 'phone', 'area', 'address'] } as const
