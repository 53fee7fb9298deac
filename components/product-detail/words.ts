import type { Words } from '../kit/words.ts'

export const detailWords: Words<{ gone: string; goneCanvas: string; added: (name: string) => string }> = {
  en: {
    gone: 'This is no longer on the menu.',
    goneCanvas: 'Choose a dish in the panel',
    added: (name) => `${name} is in your cart.`,
  },
  'zh-CN': {
    gone: '这款商品已下架。',
    goneCanvas: '请在属性里选择商品',
    added: (name) => `${name}已加入购物车`,
  },
}
