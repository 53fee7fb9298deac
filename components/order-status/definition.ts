import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** One order, followed until it is done. Placed by the platform on its own page of every program, never by a merchant. */
export const orderStatus = defineBlock({
  type: 'order-status',
  label: { en: 'Order status', 'zh-CN': '订单状态' },
  description: {
    en: 'The number of an order and how far it is, kept up to date.',
    'zh-CN': '显示取餐号和制作进度，实时更新。',
  },
  group: 'sell',
  icon: 'receipt',
  version: 1,
  fields: {},
  slots: {},
  shopData: ['shop'],
  visitorData: ['order'],
  needs: ['shop.pay'],
  interactive: true,
  upgrades: {},
})

export type OrderStatusProps = PropsOfBlock<typeof orderStatus>
