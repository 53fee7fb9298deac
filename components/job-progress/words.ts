import type { BlockEnv } from '../kit/view.ts'
import { wordsFor, type Words } from '../kit/words.ts'

const en = {
  titleHint: 'Title',
  hintHint: 'Where the code is (optional)',
  code: 'Code',
  look: 'Look up',
  looking: 'One moment…',
  noCode: 'A code has eight letters and figures, like K7QX-3MHP.',
  notFound: 'Nothing has this code. Please compare it with your slip.',
  tooMany: 'These were many tries. Please wait a minute.',
  cancelled: 'This was cancelled. Please ask us if you do not know why.',
  promised: (day: string) => `Expected by ${day}`,
  toCome: 'still to come',
  other: 'Look up another code',
}

const words: Words<typeof en> = {
  en,
  'zh-CN': {
    titleHint: '标题',
    hintHint: '查询码在哪里（可不填）',
    code: '查询码',
    look: '查询',
    looking: '请稍候…',
    noCode: '查询码是 8 位字母和数字，例如 K7QX-3MHP。',
    notFound: '没有找到这个查询码，请核对单据。',
    tooMany: '查询次数太多，请过一分钟再试。',
    cancelled: '此单已取消，如有疑问请联系我们。',
    promised: (day) => `预计 ${day} 前完成`,
    toCome: '未开始',
    other: '查询其他单据',
  },
}

export type ProgressWords = typeof en

export function progressWords(env: BlockEnv): ProgressWords {
  return wordsFor(env.language, words)
}
