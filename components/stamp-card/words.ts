import type { BlockEnv } from '../kit/view.ts'
import { wordsFor, type Words } from '../kit/words.ts'

const en = {
  titleHint: 'Title of the stamp card',
  missing: (count: number, reward: string) =>
    count === 1 ? `One more stamp for: ${reward}` : `${count} more stamps for: ${reward}`,
  first: (count: number, reward: string) => `${count} stamps, and this is yours: ${reward}`,
  full: 'Your card is full. Show it at the counter: your reward waits there.',
  taken: (count: number) =>
    count === 1
      ? 'One stamp was taken back: the next one makes up for it.'
      : `${count} stamps were taken back: the next ones make up for them.`,
  anyOrder: 'A stamp with every order.',
  fromOrder: (amount: string) => `A stamp with every order from ${amount}.`,
  atCounter: 'Show your membership card at the counter to get a stamp.',
  rewardText: 'The reward comes into your coupons by itself.',
  progress: (count: number, needed: number) => `${count} of ${needed} stamps`,
  join: 'Become a member, and collect a stamp with each visit.',
  off: 'There is no stamp card at the moment.',
  offCanvas: 'Begin a stamp card at the counter, under Settings: it appears here.',
}

const words: Words<typeof en> = {
  en,
  'zh-CN': {
    titleHint: '集章卡标题',
    missing: (count, reward) => `再集 ${count} 个章，送${reward}`,
    first: (count, reward) => `集满 ${count} 个章，送${reward}`,
    full: '已经集满啦，到店出示会员卡领取好礼。',
    taken: (count) => `有 ${count} 个章被撤回，之后的章会先补上。`,
    anyOrder: '每笔订单盖一个章。',
    fromOrder: (amount) => `订单满 ${amount} 盖一个章。`,
    atCounter: '到店出示会员卡盖章。',
    rewardText: '集满后，券会自动放进您的卡包。',
    progress: (count, needed) => `已集 ${count} / ${needed} 个章`,
    join: '加入会员，每次光顾都盖章。',
    off: '目前没有集章活动。',
    offCanvas: '去后台“设置”里开启集章卡，它会出现在这里。',
  },
}

export type StampWords = typeof en

export function stampWords(env: BlockEnv): StampWords {
  return wordsFor(env.language, words)
}
