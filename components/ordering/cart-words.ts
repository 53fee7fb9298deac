import type { BlockEnv } from '../kit/view.ts'
import { type Words, wordsFor } from '../kit/words.ts'

const en = {
  clear: 'Empty cart',
  cleared: 'Your cart is empty.',
  undo: 'Undo',
  /** Until the shop has priced it. */
  estimate: 'Estimate',
}

const zh: typeof en = {
  clear: '清空',
  cleared: '购物车空空的',
  undo: '撤销',
  estimate: '预估',
}

const words: Words<typeof en> = { en, 'zh-CN': zh }

/** Words of the open cart, and no more: it is fetched as soon as something is in it. */
export function cartWords({ language }: BlockEnv): typeof en {
  return wordsFor(language, words)
}
