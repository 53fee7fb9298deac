import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** What this visitor ordered, newest first, each leading to its own page. */
export const ownOrders = defineBlock({
  type: 'own-orders',
  label: { en: 'My orders', 'zh-CN': '我的订单' },
  description: {
    en: 'Everything a customer ordered from you, with how far it is; a tap opens the order.',
    'zh-CN': '顾客在您这里下过的所有订单和进度，点一下查看详情。',
  },
  group: 'sell',
  icon: 'receipt',
  version: 1,
  fields: {
    title: {
      kind: 'text',
      label: { en: 'Title', 'zh-CN': '标题' },
      default: '',
      maxLength: 40,
      onCanvas: true,
      translatable: true,
    },
    shown: {
      kind: 'number',
      label: { en: 'Orders at first', 'zh-CN': '先显示几单' },
      help: { en: 'The others come with a tap.', 'zh-CN': '其余的点一下再展开。' },
      default: 3,
      min: 1,
      max: 20,
    },
  },
  starter: { title: { $text: { en: 'My orders', 'zh-CN': '我的订单' } } },
  slots: {},
  shopData: ['shop'],
  visitorData: ['orders'],
  interactive: true,
  upgrades: {},
})

export type OwnOrdersProps = PropsOfBlock<typeof ownOrders>
