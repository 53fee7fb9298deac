import { defineBlock, type PropsOfBlock } from '../kit/define-block.ts'
import { orderingFields, orderingLogin } from '../ordering/ordering-fields.ts'

/** The shop's flash sales: what costs less for how long, how much of it is left, and into the cart. */
export const flashSale = defineBlock({
  type: 'flash-sale',
  label: { en: 'Flash sale', 'zh-CN': '限时秒杀' },
  description: {
    en: 'Dishes for less, for a time and a quantity, with a countdown. You make the sales at the counter.',
    'zh-CN': '限时限量的特价商品，带倒计时。秒杀活动在店铺后台创建。',
  },
  group: 'sell',
  icon: 'flame',
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
    announced: {
      kind: 'switch',
      label: { en: 'Announce what begins later', 'zh-CN': '预告未开始的秒杀' },
      default: true,
    },
    without: {
      kind: 'choice',
      label: { en: 'When there is no sale', 'zh-CN': '没有秒杀时' },
      default: 'gone',
      options: [
        { value: 'gone', label: { en: 'Disappear', 'zh-CN': '不显示' } },
        { value: 'words', label: { en: 'Say so', 'zh-CN': '显示文字' } },
      ],
    },
    layout: {
      kind: 'choice',
      label: { en: 'Layout', 'zh-CN': '排列' },
      default: 'list',
      group: 'layout',
      options: [
        { value: 'list', label: { en: 'One below the other', 'zh-CN': '上下排列' } },
        { value: 'row', label: { en: 'One row to swipe', 'zh-CN': '左右滑动' } },
      ],
    },
    ...orderingFields,
  },
  starter: { title: { $text: { en: 'Flash sale', 'zh-CN': '限时秒杀' } } },
  slots: {},
  shopData: ['menu', 'shop'],
  visitorData: [],
  needs: ['shop.order', 'shop.pay', 'storage'],
  login: orderingLogin,
  interactive: true,
  upgrades: {},
})

export type FlashSaleProps = PropsOfBlock<typeof flashSale>
