import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'

/** The shop's menu with everything up to the order: dishes by category, choices, cart and checkout. */
export const menu = defineBlock({
  type: 'menu',
  label: { en: 'Menu', 'zh-CN': '点餐菜单' },
  description: {
    en: 'Your dishes by category, with choices, a cart and checkout. Prices and sold-out marks are always up to date.',
    'zh-CN': '按分类展示菜品，支持规格加料、购物车和下单。价格与售罄状态随时同步。',
  },
  group: 'sell',
  icon: 'utensils',
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
    layout: {
      kind: 'choice',
      label: { en: 'Categories', 'zh-CN': '分类位置' },
      default: 'side',
      group: 'layout',
      options: [
        { value: 'side', label: { en: 'At the side', 'zh-CN': '左侧' } },
        { value: 'top', label: { en: 'On top', 'zh-CN': '顶部' } },
      ],
    },
    pictures: {
      kind: 'switch',
      label: { en: 'Show pictures', 'zh-CN': '显示图片' },
      default: true,
      group: 'layout',
    },
    search: {
      kind: 'switch',
      label: { en: 'Show search', 'zh-CN': '显示搜索' },
      default: true,
      group: 'layout',
    },
    dineIn: {
      kind: 'switch',
      label: { en: 'Orders to the table', 'zh-CN': '支持堂食' },
      help: {
        en: 'With neither table nor pickup the menu is for reading only.',
        'zh-CN': '堂食和自取都关闭时，菜单仅供浏览。',
      },
      default: true,
    },
    pickup: { kind: 'switch', label: { en: 'Pickup', 'zh-CN': '支持自取' }, default: true },
    counterPayment: {
      kind: 'switch',
      label: { en: 'Payment at the counter', 'zh-CN': '支持到店付款' },
      help: { en: 'Payment online is always offered.', 'zh-CN': '在线支付始终可用。' },
      default: true,
    },
  },
  slots: {},
  shopData: ['menu', 'shop'],
  visitorData: [],
  needs: ['shop.order', 'shop.pay', 'storage'],
  login: { reason: 'order-contact', fields: ['phone'] },
  interactive: true,
  upgrades: {},
})

export type MenuProps = PropsOfBlock<typeof menu>
