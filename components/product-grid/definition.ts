import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'
import { orderingFields, orderingLogin } from '../ordering/ordering-fields.ts'

/** A part of the menu as pictures side by side, with the same cart and checkout. */
export const productGrid = defineBlock({
  type: 'product-grid',
  label: { en: 'Product grid', 'zh-CN': '商品橱窗' },
  description: {
    en: 'A few of your dishes as large pictures, to put straight into the cart',
    'zh-CN': '用大图陈列几款商品，点一下就能加入购物车',
  },
  group: 'sell',
  icon: 'grid',
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
    which: {
      kind: 'choice',
      label: { en: 'Which dishes', 'zh-CN': '展示哪些' },
      default: 'all',
      options: [
        { value: 'all', label: { en: 'All', 'zh-CN': '全部' } },
        { value: 'signature', label: { en: 'Signatures', 'zh-CN': '招牌' } },
        { value: 'new', label: { en: 'New ones', 'zh-CN': '新品' } },
        { value: 'sale', label: { en: 'On sale', 'zh-CN': '秒杀中' } },
      ],
    },
    category: {
      kind: 'reference',
      to: 'category',
      label: { en: 'Category', 'zh-CN': '分类' },
      default: '',
    },
    most: {
      kind: 'number',
      label: { en: 'At most', 'zh-CN': '最多展示' },
      default: 6,
      min: 1,
      max: 60,
    },
    layout: {
      kind: 'choice',
      label: { en: 'Layout', 'zh-CN': '排列' },
      default: 'two',
      group: 'layout',
      options: [
        { value: 'two', label: { en: 'Two side by side', 'zh-CN': '一行两个' } },
        { value: 'three', label: { en: 'Three side by side', 'zh-CN': '一行三个' } },
        { value: 'row', label: { en: 'One row to swipe', 'zh-CN': '左右滑动' } },
      ],
    },
    ratio: {
      kind: 'choice',
      label: { en: 'Pictures', 'zh-CN': '图片比例' },
      default: 'square',
      group: 'layout',
      options: [
        { value: 'square', label: { en: 'Square', 'zh-CN': '方形' } },
        { value: 'wide', label: { en: 'Wide', 'zh-CN': '横图' } },
        { value: 'tall', label: { en: 'Tall', 'zh-CN': '竖图' } },
      ],
    },
    descriptions: {
      kind: 'switch',
      label: { en: 'Show descriptions', 'zh-CN': '显示介绍' },
      default: false,
      group: 'layout',
    },
    ...orderingFields,
  },
  starter: { title: { $text: { en: 'Our favourites', 'zh-CN': '人气推荐' } } },
  slots: {},
  shopData: ['menu', 'shop'],
  visitorData: [],
  needs: ['shop.order', 'shop.pay', 'storage'],
  login: orderingLogin,
  interactive: true,
  upgrades: {},
})

export type ProductGridProps = PropsOfBlock<typeof productGrid>
