import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'
import { orderingFields, orderingLogin } from '../ordering/ordering-fields.ts'

/** One dish or product with everything about it, to choose and to buy. Links to this dish lead here. */
export const productDetail = defineBlock({
  type: 'product-detail',
  label: { en: 'Product', 'zh-CN': '商品详情' },
  description: {
    en: 'One dish at large: picture, sizes, options, and into the cart',
    'zh-CN': '一款商品的大图、规格、加料，选好直接加入购物车',
  },
  group: 'sell',
  icon: 'bag',
  version: 1,
  fields: {
    dish: {
      kind: 'reference',
      to: 'dish',
      label: { en: 'Which dish', 'zh-CN': '哪款商品' },
      help: { en: 'Links to this dish lead to this block.', 'zh-CN': '指向这款商品的链接会来到这里。' },
      default: '',
    },
    ratio: {
      kind: 'choice',
      label: { en: 'Picture', 'zh-CN': '图片比例' },
      default: 'wide',
      group: 'layout',
      options: [
        { value: 'wide', label: { en: 'Wide', 'zh-CN': '横图' } },
        { value: 'square', label: { en: 'Square', 'zh-CN': '方形' } },
        { value: 'none', label: { en: 'None', 'zh-CN': '不显示' } },
      ],
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

export type ProductDetailProps = PropsOfBlock<typeof productDetail>
