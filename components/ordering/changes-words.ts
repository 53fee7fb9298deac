import type { BlockEnv } from '../kit/view.ts'
import { type Words, wordsFor } from '../kit/words.ts'

const en = {
  dropped: (names: string) => `No longer available and taken out of your cart: ${names}.`,
  repriced: (name: string, before: string, now: string) => `${name} is now ${now} instead of ${before}.`,
  reduced: (name: string, left: number) => `Only ${left} of ${name} left: your cart has as many as there are.`,
  gotIt: 'OK',
}

const zh: typeof en = {
  dropped: (names) => `${names}已下架或售罄，已从购物车移除。`,
  repriced: (name, before, now) => `${name}价格由 ${before} 调整为 ${now}。`,
  reduced: (name, left) => `${name}仅剩 ${left} 份，已为您调整数量。`,
  gotIt: '知道了',
}

const words: Words<typeof en> = { en, 'zh-CN': zh }

/** Words of what has become of a kept cart. */
export function changesWords({ language }: BlockEnv): typeof en {
  return wordsFor(language, words)
}
