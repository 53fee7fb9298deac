import type { QueueLine } from '#model/shop/queue-lines.ts'
import type { BlockEnv } from '../kit/view.ts'
import { wordsFor, type Words } from '../kit/words.ts'

const sizesEn: { readonly [line in QueueLine]: string } = { A: '1–2 people', B: '3–4 people', C: '5 or more' }
const sizesZh: { readonly [line in QueueLine]: string } = { A: '1–2 人', B: '3–4 人', C: '5 人及以上' }

const en = {
  titleHint: 'Title',
  noteHint: 'House rules (optional)',
  sizes: sizesEn,
  noWait: 'no wait',
  parties: (count: number) => (count === 1 ? '1 party waits' : `${count} parties wait`),
  about: (minutes: number) => `about ${minutes} min`,
  howMany: 'How many are you?',
  people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  fewer: 'One fewer',
  more: 'One more',
  take: 'Take a number',
  taking: 'One moment…',
  closed: 'No numbers are given at the moment.',
  own: 'Your number',
  ahead: (count: number) => (count === 1 ? '1 party before you' : `${count} parties before you`),
  next: 'You are next',
  called: 'It is your turn',
  calledText: 'Please come to the door.',
  skipped: 'You were called, but not there',
  skippedText: 'Tell us at the door: you may still get in. Or take a new number.',
  done: 'Enjoy your meal',
  leave: 'Give the number back',
  leaveSure: 'Yes, give it back',
  stay: 'Stay in line',
}

const words: Words<typeof en> = {
  en,
  'zh-CN': {
    titleHint: '标题',
    noteHint: '取号须知（可不填）',
    sizes: sizesZh,
    noWait: '无需等待',
    parties: (count) => `${count} 桌在等`,
    about: (minutes) => `约 ${minutes} 分钟`,
    howMany: '几位用餐？',
    people: (count) => `${count} 位`,
    fewer: '减一位',
    more: '加一位',
    take: '取号',
    taking: '请稍候…',
    closed: '现在暂不取号。',
    own: '您的号码',
    ahead: (count) => `前面还有 ${count} 桌`,
    next: '下一桌就是您',
    called: '到您了',
    calledText: '请到门口就座。',
    skipped: '已过号',
    skippedText: '请到门口告诉我们，仍可安排；也可以重新取号。',
    done: '祝您用餐愉快',
    leave: '退号',
    leaveSure: '确定退号',
    stay: '继续等',
  },
}

export type QueueWords = typeof en

export function queueWords(env: BlockEnv): QueueWords {
  return wordsFor(env.language, words)
}
