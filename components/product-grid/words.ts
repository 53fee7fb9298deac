import type { Words } from '../kit/words.ts'

export const gridWords: Words<{ titleHint: string; empty: string; emptyCanvas: string }> = {
  en: {
    titleHint: 'Title of the products',
    empty: 'Nothing here just now. Please come back soon.',
    emptyCanvas: 'No dish fits: choose others in the panel',
  },
  'zh-CN': {
    titleHint: '橱窗标题',
    empty: '这里暂时没有商品，请稍后再来。',
    emptyCanvas: '没有符合的商品，请在属性里换一换',
  },
}
