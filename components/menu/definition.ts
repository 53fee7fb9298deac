import { orderingFields, orderingLogin } from '../ordering/ordering-fields.ts'
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
    ...orderingFields,
  },
  slots: {},
  shopData: ['menu', 'shop'],
  visitorData: [],
  needs: ['shop.order', 'shop.pay', 'storage'],
  login: orderingLogin,
  interactive: true,
  upgrades: {},
})

export type MenuProps = PropsOfBlock<typeof menu>
